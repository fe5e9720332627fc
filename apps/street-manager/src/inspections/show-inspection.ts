import type { Connection } from '@switchyard/db';
import { withStrings } from '@switchyard/domain/street-manager';
import type { FailureReasonDetails } from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import { filesOf } from '../files/link-files';
import type { Deps } from '../shared/deps';
import { instant } from '../shared/london';
import { mayRead } from '../shared/parties';
import { wireDate, withoutNulls } from '../shared/wire';
import { findWork } from '../works/repository';
import type { NamedSite } from './repository';
import { findInspection, sitesNamed } from './repository';
import type { InspectionRow } from './row';

interface Named {
  workReferenceNumber: string;
  inspectionReferenceNumber: string;
}

/** A recorded inspection with its files and the sites that failed. Throws NotFound, or AccessRestricted. */
export async function showInspection(
  db: Connection,
  caller: Caller,
  named: Named,
  { directory }: Pick<Deps, 'directory'>,
): Promise<object> {
  const work = await findWork(db, named.workReferenceNumber);
  const inspection = await findInspection(db, work.reference, named.inspectionReferenceNumber);
  mayRead(caller, work);
  const reasons = inspection.content.failure_reason_details ?? [];
  const [files, sites] = await Promise.all([
    filesOf(db, 'inspection', inspection.reference),
    sitesNamed(db, work.reference, [...new Set(reasons.flatMap(({ site_numbers }) => site_numbers ?? []))]),
  ]);
  return withStrings(
    withoutNulls({
      ...foundOf(inspection),
      failure_reason_details: reasons.length > 0 ? reasons.map((reason) => reasonResponse(reason, sites)) : null,
      files,
      promoter_organisation: directory.nameOf(work.promoter),
      highway_authority: directory.nameOf(work.highway_authority),
    }),
    [
      'inspection_type',
      'inspection_category',
      'inspection_outcome',
      'defect_fixed_on_site',
      'inspection_status',
      'inspection_reason_for_withdrawal',
    ],
  );
}

const foundOf = ({ content, ...inspection }: InspectionRow) => ({
  inspection_reference_number: inspection.reference,
  work_reference_number: inspection.work_reference,
  inspection_type: inspection.type,
  inspection_category: inspection.category,
  inspection_outcome: inspection.outcome,
  inspection_status: inspection.status,
  inspection_start_date: wireDate(inspection.start_date),
  inspection_outcome_details: content.inspection_outcome_details,
  was_call_logged: content.was_call_logged,
  call_logged_to: content.call_logged_to,
  call_logged_reference: content.call_logged_reference,
  call_logged_summary: content.call_logged_summary,
  defect_fixed_on_site: content.defect_fixed_on_site,
  additional_comments: content.additional_comments,
  username: content.username,
  inspector_name: content.inspector_name,
  reinspection_date: wireDate(instant(content.reinspection_date)),
  reinspection_date_time: wireDate(instant(content.reinspection_date_time)),
  made_safe_by_ha: inspection.made_safe_by_ha,
  inspection_reason_for_withdrawal: inspection.withdrawal_reason,
  withdrawal_details: inspection.withdrawal_details,
  date_created: wireDate(inspection.date_created),
  date_modified: wireDate(inspection.date_modified),
});

/** So many sites are named with one reason, as with a work: the newest. */
const MOST_SITES = 50;

function reasonResponse(
  { failure_reason, site_numbers, site_name, details }: FailureReasonDetails,
  known: readonly NamedSite[],
): object {
  const sites = known.filter(({ site_number }) => site_numbers?.includes(site_number)).slice(-MOST_SITES);
  return withStrings(withoutNulls({ failure_reason, sites: sites.length > 0 ? sites : null, details, site_name }), [
    'failure_reason',
  ]);
}

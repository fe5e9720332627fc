import { prepared } from '@switchyard/db';
import {
  checkSection74,
  normaliseReference,
  refuseRequest,
  section74Reference,
} from '@switchyard/domain/street-manager';
import type { Section74Request } from '@switchyard/domain/street-manager';
import { linkFiles } from '../files/link-files';
import { recordHistory } from '../history/record';
import { placeOnSchedule } from '../inspections/schedule-inspection';
import type { Act } from '../shared/deps';
import { instant } from '../shared/london';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import type { WorkRow } from '../works/row';
import { workTable } from '../works/row';
import type { Section74Content } from './row';
import { section74s } from './row';

const permits = prepared<{ reference: string }>(
  'permits-of-work',
  'select reference from permit where work_reference = $1',
);

/** The authority warns that works overrun. Gives the warning's reference. */
export async function warn(act: Act, workReference: string, request: Section74Request): Promise<string> {
  const { tx, caller, now } = act;
  const work = await lockWork(tx, workReference);
  mayWrite(caller, work);
  const permitReferences = (await tx.rows(permits, [work.reference])).map(({ reference }) => reference);
  refuseRequest(checkSection74(request, { now, permitReferences }));
  const number = work.section_74_count + 1;
  const reference = section74Reference(work.reference, number);
  section74s.insert(tx, {
    reference,
    work_reference: work.reference,
    number,
    permit_reference: normaliseReference(request.permit_reference_number!),
    ha_status: 'warning_issued',
    content: contentOf(request),
    responses: {},
    date_created: now,
  });
  workTable.change(tx, work.reference, { section_74_count: number });
  await linkFiles(act, request.file_ids, { kind: 'section_74', reference, work: work.reference });
  recordHistory(act, work, [{ event: 'section_74_warning_issued', object: reference }]);
  if (request.schedule_follow_up_inspection) followUp(act, work, request);
  return reference;
}

/** The inspection that sees whether the street is clear; it takes the place of any other that is to come. */
function followUp(act: Act, work: WorkRow, request: Section74Request): void {
  placeOnSchedule(act, work, {
    type: 'live_site',
    category: 'site_occupancy',
    date: instant(request.reinspection_date)!,
    dateTime: instant(request.reinspection_date_time),
  });
  recordHistory(act, work, [{ event: 'scheduled_inspection_created' }]);
}

function contentOf(request: Section74Request): Section74Content {
  const { location_description, location_types, inspection_date, overrun_warning_reasons } = request;
  const { overrun_warning_details, officer_name, officer_contact_details, section_74_evidence } = request;
  return {
    location_description,
    location_types,
    inspection_date,
    overrun_warning_reasons,
    overrun_warning_details,
    officer_name,
    officer_contact_details,
    section_74_evidence,
  };
}

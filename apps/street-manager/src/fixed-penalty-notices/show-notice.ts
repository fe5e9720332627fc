import type { Connection } from '@switchyard/db';
import { withStrings } from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import { filesOf } from '../files/link-files';
import type { Deps } from '../shared/deps';
import { mayRead } from '../shared/parties';
import { wireDate, withoutNulls } from '../shared/wire';
import { findWork } from '../works/repository';
import { findNotice } from './repository';

interface Named {
  workReferenceNumber: string;
  fpnReferenceNumber: string;
}

/** A fixed penalty notice with its files. Throws NotFound, or AccessRestricted. */
export async function showNotice(
  db: Connection,
  caller: Caller,
  named: Named,
  { directory }: Pick<Deps, 'directory'>,
): Promise<object> {
  const work = await findWork(db, named.workReferenceNumber);
  const { content, ...notice } = await findNotice(db, work.reference, named.fpnReferenceNumber);
  mayRead(caller, work);
  return withStrings(
    withoutNulls({
      fpn_reference_number: notice.reference,
      fpn_offence_type: notice.offence_code,
      issue_date_time: wireDate(notice.issue_date),
      fpn_status: notice.status,
      status_changed_date: wireDate(notice.status_changed_date),
      location: work.location_description,
      offence_date: wireDate(new Date(content.offence_date)),
      offence_details: content.offence_details,
      authorised_officer: content.authorised_officer,
      officer_contact_details: content.officer_contact_details,
      officer_address: content.officer_address,
      representations_contact: content.representations_contact,
      representations_contact_address: content.representations_contact_address,
      payment_methods: content.payment_methods,
      work_reference_number: work.reference,
      promoter_organisation: directory.nameOf(work.promoter),
      ha_organisation: directory.nameOf(work.highway_authority),
      files: await filesOf(db, 'fpn', notice.reference),
      permit_reference_number: notice.permit_reference,
    }),
    ['fpn_offence_type', 'fpn_status', 'payment_methods'],
  );
}

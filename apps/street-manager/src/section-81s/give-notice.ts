import {
  defaultWorkstream,
  makeSection81WorkReference,
  section81Reference,
  workCreatedEvents,
} from '@switchyard/domain/street-manager';
import type { Section81Request } from '@switchyard/domain/street-manager';
import { linkFiles } from '../files/link-files';
import { recordHistory } from '../history/record';
import { addToSchedule } from '../inspections/schedule-inspection';
import type { Act } from '../shared/deps';
import { instant } from '../shared/london';
import { namedParties } from '../shared/parties';
import { searchText } from '../shared/search';
import { streetOfRequest } from '../streets/street-of-request';
import { newWork } from '../works/new-work';
import { referenceForWork } from '../works/references';
import { workTable } from '../works/row';
import { section81s } from './row';

export interface GivenNotice {
  work_reference_number: string;
  section_81_reference_number: string;
}

/** The authority tells a promoter that its apparatus is not kept: a record of works that holds nothing but this. */
export async function giveNotice(act: Act, request: Section81Request): Promise<GivenNotice> {
  const { tx, caller, now, ids, directory } = act;
  const parties = namedParties(request, caller, directory);
  const street = await streetOfRequest(tx, request);
  const wrn = await referenceForWork(act, null, () => makeSection81WorkReference(parties.authority.prefix, ids));
  const work = newWork(act, parties, street, request.works_coordinates, {
    reference: wrn,
    status: 'section_81',
    workstream: defaultWorkstream,
    location_description: request.location_description!,
  });
  const reference = section81Reference(wrn);
  workTable.insert(tx, work);
  section81s.insert(tx, {
    reference,
    work_reference: wrn,
    status: 'issued',
    severity: request.section_81_severity!,
    content: {
      location_description: request.location_description,
      location_types: request.location_types!,
      inspection_date: request.inspection_date,
      section_81_type: request.section_81_type,
      other_type_details: request.other_type_details,
      additional_details: request.additional_details,
      inspector_name: request.inspector_name,
      inspector_contact_number: request.inspector_contact_number,
    },
    work_type: null,
    promoter_status: null,
    promoter_status_changed_date: null,
    promoter_response: null,
    status_changed_date: now,
    date_created: now,
    made_safe_by_ha: request.made_safe_by_ha!,
    promoter: work.promoter,
    highway_authority: work.highway_authority,
    workstream: work.workstream,
    usrn: work.usrn,
    search: searchText([wrn, reference], work),
  });
  await linkFiles(act, request.file_ids, { kind: 'section_81', reference, work: wrn });
  recordHistory(act, work, [
    { event: workCreatedEvents.section_81, object: wrn },
    { event: 'section_81_submitted', object: reference },
  ]);
  const reinspection = instant(request.reinspection_date);
  if (reinspection) {
    const dateTime = instant(request.reinspection_date_time);
    await addToSchedule(act, work, { type: 'section_81', category: null, date: reinspection, dateTime });
  }
  return { work_reference_number: wrn, section_81_reference_number: reference };
}

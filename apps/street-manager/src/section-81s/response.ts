import { withStrings } from '@switchyard/domain/street-manager';
import type { LinkedFile } from '../files/link-files';
import type { Directory } from '../organisations/directory';
import { wireDate, withoutNulls } from '../shared/wire';
import type { WorkRow } from '../works/row';
import type { LinkedPermit } from './repository';
import type { Section81Row } from './row';

/** What a section 81 shows of the records around it. */
export interface Section81Surroundings {
  files: readonly LinkedFile[];
  linkedPermit: LinkedPermit | undefined;
}

/** A section 81 as `GET …/section-81s/{ref}` shows it; members without a value are left out. */
export function section81Response(
  notice: Section81Row,
  work: WorkRow,
  { files, linkedPermit }: Section81Surroundings,
  directory: Directory,
): object {
  const { content } = notice;
  return withStrings(
    withoutNulls({
      section_81_reference_number: notice.reference,
      work_reference_number: work.reference,
      date_created: wireDate(notice.date_created),
      section_81_status: notice.status,
      status_changed_date: wireDate(notice.status_changed_date),
      section_81_severity: notice.severity,
      section_81_type: content.section_81_type,
      other_type_details: content.other_type_details,
      location_description: content.location_description,
      location_types: content.location_types,
      usrn: work.usrn,
      street_name: work.street_name,
      town: work.town,
      area: work.area_name,
      road_category: work.road_category,
      works_coordinates: work.coordinates,
      highway_authority: directory.nameOf(work.highway_authority),
      highway_authority_swa_code: work.highway_authority,
      promoter_organisation: directory.nameOf(work.promoter),
      promoter_swa_code: work.promoter,
      workstream_prefix: work.workstream,
      inspection_date: wireDate(new Date(content.inspection_date!)),
      made_safe_by_ha: notice.made_safe_by_ha,
      inspector_name: content.inspector_name,
      inspector_contact_number: content.inspector_contact_number,
      additional_details: content.additional_details,
      section_81_work_type: notice.work_type,
      promoter_status: notice.promoter_status,
      promoter_status_changed_date: wireDate(notice.promoter_status_changed_date),
      promoter_response: notice.promoter_response,
      linked_permit: linkedPermit,
      files,
    }),
    [
      'section_81_status',
      'section_81_severity',
      'section_81_type',
      'location_types',
      'section_81_work_type',
      'promoter_status',
    ],
  );
}

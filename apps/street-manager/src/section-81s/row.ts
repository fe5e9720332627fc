import type {
  LocationType,
  Section81Request,
  Section81Severity,
  Section81Status,
  Section81WorkType,
} from '@switchyard/domain/street-manager';
import { table } from '../shared/table';

/** What the authority found, in the words of the wire. */
export type Section81Content = Pick<
  Section81Request,
  | 'location_description'
  | 'inspection_date'
  | 'section_81_type'
  | 'other_type_details'
  | 'additional_details'
  | 'inspector_name'
  | 'inspector_contact_number'
> & { location_types: readonly LocationType[] };

export interface Section81Row {
  reference: string;
  work_reference: string;
  status: Section81Status;
  severity: Section81Severity;
  content: Section81Content;
  work_type: Section81WorkType | null;
  promoter_status: Section81Status | null;
  promoter_status_changed_date: Date | null;
  promoter_response: string | null;
  status_changed_date: Date;
  date_created: Date;
  made_safe_by_ha: boolean;
  promoter: string;
  highway_authority: string;
  workstream: string;
  usrn: number;
  search: string;
}

export const section81s = table<Section81Row>('section_81', 'reference', [
  'reference',
  'work_reference',
  'status',
  'severity',
  'content',
  'work_type',
  'promoter_status',
  'promoter_status_changed_date',
  'promoter_response',
  'status_changed_date',
  'date_created',
  'made_safe_by_ha',
  'promoter',
  'highway_authority',
  'workstream',
  'usrn',
  'search',
]);

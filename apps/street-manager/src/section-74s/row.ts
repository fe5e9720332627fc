import type { Section74HAStatus, Section74Request, Section74StatusRequest } from '@switchyard/domain/street-manager';
import { table } from '../shared/table';

/** What the authority warned of, in the words of the wire. */
export type Section74Content = Omit<
  Section74Request,
  | 'permit_reference_number'
  | 'file_ids'
  | 'schedule_follow_up_inspection'
  | 'reinspection_date'
  | 'reinspection_date_time'
  | 'internal_user_identifier'
  | 'internal_user_name'
>;

/** What the authority has said since, the latest of each; and when. */
export type Section74Responses = Omit<
  Section74StatusRequest,
  'status' | 'internal_user_identifier' | 'internal_user_name'
> & { at?: string };

export interface Section74Row {
  reference: string;
  work_reference: string;
  number: number;
  permit_reference: string;
  ha_status: Section74HAStatus;
  content: Section74Content;
  responses: Section74Responses;
  date_created: Date;
}

export const section74s = table<Section74Row>('section_74', 'reference', [
  'reference',
  'work_reference',
  'number',
  'permit_reference',
  'ha_status',
  'content',
  'responses',
  'date_created',
]);

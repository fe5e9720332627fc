import type { Asd, ForwardPlanRequest, ForwardPlanStatus } from '@switchyard/domain/street-manager';
import { table } from '../shared/table';

/** What the promoter says of its plan, in the words of the wire. */
export type ForwardPlanContent = Pick<
  ForwardPlanRequest,
  | 'description_of_work'
  | 'works_location_description'
  | 'project_reference_number'
  | 'traffic_management_type'
  | 'additional_info'
  | 'hs2_work_type'
  | 'hs2_in_act_limits'
  | 'hs2_consultation_requested_response_date'
  | 'hs2_highway_exemption'
>;

export interface ForwardPlanRow {
  reference: string;
  work_reference: string;
  number: number;
  status: ForwardPlanStatus;
  start_date: Date;
  end_date: Date;
  content: ForwardPlanContent;
  asds: Asd[];
  cancelled_reason: string | null;
  date_created: Date;
  promoter: string;
  highway_authority: string;
  workstream: string;
  usrn: number;
  search: string;
}

export const forwardPlanTable = table<ForwardPlanRow>('forward_plan', 'reference', [
  'reference',
  'work_reference',
  'number',
  'status',
  'start_date',
  'end_date',
  'content',
  'asds',
  'cancelled_reason',
  'date_created',
  'promoter',
  'highway_authority',
  'workstream',
  'usrn',
  'search',
]);

/** The members of a plan that its promoter can replace; the others are settled when it is raised. */
export function replaceable(request: ForwardPlanRequest): ForwardPlanContent {
  const { description_of_work, works_location_description, project_reference_number } = request;
  const { traffic_management_type, additional_info } = request;
  return {
    description_of_work,
    works_location_description,
    project_reference_number,
    traffic_management_type,
    additional_info,
  };
}

export function settled(request: ForwardPlanRequest): ForwardPlanContent {
  const { hs2_work_type, hs2_in_act_limits, hs2_consultation_requested_response_date, hs2_highway_exemption } = request;
  return { hs2_work_type, hs2_in_act_limits, hs2_consultation_requested_response_date, hs2_highway_exemption };
}

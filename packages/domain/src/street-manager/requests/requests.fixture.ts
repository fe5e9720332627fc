import { englandCalendar } from '../calendar';
import type { Violation } from '../../kernel';
import type { ActivityRequest } from './activity';
import type { AlterationRequest } from './alteration';
import type { AssessmentContext } from './assessment';
import type { ForwardPlanRequest } from './forward-plan';
import type { FPNRequest } from './fpn';
import type { HistoricFPNRequest, HistoricInspectionRequest } from './historic';
import type { InspectionRequest } from './inspection';
import type { PermitApplication, WorkApplication } from './permit-application';
import type { Section74Request } from './section-74';
import type { Section81Request } from './section-81';
import type { NonNotifiableSiteRequest, SiteRequest } from './site';
import type { WorkLocation } from './work-location';

// Requests that keep every rule, in the middle of the day of `now`; tests change what they are about.

export const now = new Date('2021-08-17T10:15:00.000Z');

/** Each broken rule as `field code`, in the order in which they were found. */
export const told = (violations: readonly Violation[]): string[] =>
  violations.map(({ field, code }) => `${field} ${code}`);

export const point = { type: 'Point', coordinates: [431880.1, 436120.6] };

export const location: WorkLocation = {
  promoter_swa_code: '4312',
  highway_authority_swa_code: '2845',
  works_coordinates: point,
  usrn: 8412007,
};

export const permit: PermitApplication = {
  work_type: 'planned',
  is_ttro_required: false,
  proposed_start_date: '2021-09-06T00:00:00.000Z',
  proposed_end_date: '2021-09-13T00:00:00.000Z',
  collaborative_working: false,
  location_types: ['carriageway', 'footway'],
  permit_conditions: [{ condition: 'NCT02a', comment: '09:30 to 15:30 only' }],
  permit_asds: [{ street_special_desig_code: 2, special_desig_start_date: '2020-01-01T00:00:00.000Z' }],
  workstream_prefix: '001',
};

export const work: WorkApplication = { ...location, ...permit };

export const alteration: AlterationRequest = {
  ...permit,
  permit_alteration_reason: 'Rock met at 1.2 m',
};

export const assessmentContext: AssessmentContext = {
  now,
  calendar: englandCalendar(),
  permit: { category: 'immediate_urgent', start: '2021-08-16' },
};

export const inspection: InspectionRequest = {
  inspection_type: 'live_site',
  inspection_category: 'a',
  inspection_outcome: 'failed_high',
  inspection_start_date: '2021-08-17T09:00:00.000Z',
  failure_reason_details: [{ failure_reason: 'live_site_barriers', details: 'Gap', site_numbers: [1] }],
  was_call_logged: true,
  call_logged_to: 'Control room',
  call_logged_reference: 'C-55120',
  call_logged_summary: 'Crew asked to close the gap',
  defect_fixed_on_site: 'yes_by_onsite_members',
  inspection_evidence: true,
  file_ids: [4021],
  reinspection_date: '2021-08-18T00:00:00.000Z',
  reinspection_date_time: '2021-08-18T09:00:00.000Z',
  reinspection_type: 'non_compliance_follow_up',
  reinspection_category: 'follow_up',
  username: 'j.okoro@ellerdale.example',
};

const historicWork = {
  ...location,
  historical_permit_reference: 'OLD-1',
  work_start_date: '2015-05-01T00:00:00.000Z',
  work_end_date: '2015-05-01T00:00:00.000Z',
};

export const historicInspection: HistoricInspectionRequest = {
  ...historicWork,
  ...inspection,
  failure_reason_details: [{ failure_reason: 'live_site_barriers', details: 'Gap', site_name: 'Outside the inn' }],
};

export const fpn: FPNRequest = {
  offence_code: 'offence_code_09',
  offence_date: '2021-08-17T09:40:00.000Z',
  payment_methods: ['bank_transfer'],
  permit_reference_number: 'NB001-01',
  fpn_evidence: false,
};

export const historicFPN: HistoricFPNRequest = { ...historicWork, ...fpn, permit_reference_number: undefined };

export const excavation: SiteRequest = {
  reinstatement_type: 'excavation',
  reinstatement_status: 'interim',
  reinstatement_date: '2021-08-17T00:00:00.000Z',
  depth: 0.9,
  length: 12.5,
  width: 0.6,
  final_reinstatement: false,
  reinstatement_coordinates: point,
  reinstatement_evidence: false,
};

export const nonNotifiableSite: NonNotifiableSiteRequest = {
  ...location,
  reinstatement_type: 'bar_holes',
  reinstatement_status: 'permanent',
  reinstatement_date: '2021-08-16T00:00:00.000Z',
  number_of_holes: 3,
  reinstatement_coordinates: point,
  reinstatement_evidence: false,
};

export const section81: Section81Request = {
  ...location,
  inspection_date: '2021-08-17T00:00:00.000Z',
  section_81_type: 'cabinet',
  section_81_severity: 'low',
  section_81_evidence: false,
};

export const section74: Section74Request = {
  permit_reference_number: 'NB001-01',
  inspection_date: '2021-08-17T00:00:00.000Z',
  overrun_warning_reasons: ['open_excavation'],
  schedule_follow_up_inspection: true,
  reinspection_date: '2021-08-19T00:00:00.000Z',
  section_74_evidence: false,
};

export const forwardPlan: ForwardPlanRequest = {
  ...location,
  start_date: '2022-02-01T00:00:00.000Z',
  end_date: '2022-03-01T00:00:00.000Z',
  workstream_prefix: '001',
  forward_plan_asds: [],
};

export const activity: ActivityRequest = {
  usrn: 8412007,
  activity_coordinates: point,
  activity_activity_type: 'skips',
  start_date: '2021-08-01T00:00:00.000Z',
  start_time: '2021-08-01T08:00:00.000Z',
  end_date: '2021-08-20T00:00:00.000Z',
  end_time: '2021-08-20T18:00:00.000Z',
};

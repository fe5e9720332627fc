import { withStrings } from '@switchyard/domain/street-manager';
import type { PermitConditionRequest } from '@switchyard/domain/street-manager';
import type { WorkRow } from '../works/row';
import type { Directory } from '../organisations/directory';
import { instant } from '../shared/london';
import { wireDate, withoutNulls } from '../shared/wire';
import { asdResponse } from './asds';
import type { PermitRow } from './row';

/** What a permit shows of the records around it. */
export interface PermitSurroundings {
  files: readonly { file_id: number; name: string }[];
  alterations: readonly AlterationSummary[];
  linkedSection81: { work_reference_number: string; section_81_reference_number: string } | null;
}

export interface AlterationSummary {
  reference: string;
  date_created: string;
  deadline_date: string;
  status: string;
  type: string;
}

/** The members of a permit that are values of enumerations. */
const enumerations = [
  'permit_status',
  'work_status',
  'work_category',
  'work_type',
  'assessment_status',
  'reasons_for_refusal',
  'collaboration_type',
  'activity_type',
  'traffic_management_type',
  'application_type',
  'close_footway',
  'location_types',
  'lane_rental_assessment_outcome',
  'lane_rental_assessment_charge_band',
  'hs2_highway_exemption',
] as const;

/** A permit as `GET …/permits/{ref}` shows it; members without a value are left out. */
export function permitResponse(
  permit: PermitRow,
  work: WorkRow,
  around: PermitSurroundings,
  directory: Directory,
): object {
  const { content } = permit;
  return withStrings(
    withoutNulls({
      permit_reference_number: permit.reference,
      work_reference_number: work.reference,
      promoter_organisation: directory.nameOf(work.promoter),
      promoter_swa_code: work.promoter,
      promoter_contact_details: directory.contactOf(work.promoter, work.workstream),
      highway_authority: directory.nameOf(work.highway_authority),
      highway_authority_swa_code: work.highway_authority,
      workstream_prefix: work.workstream,
      permit_status: permit.status,
      work_status: work.status,
      work_category: permit.work_category,
      work_type: permit.work_type,
      assessment_status: permit.assessment_status,
      ...datesOf(permit),
      ...assessmentOf(permit),
      ...contactsOf(permit),
      description_of_work: content.description_of_work,
      excavation: content.excavation,
      excavation_carried_out: permit.excavation_carried_out,
      final_reinstatement: permit.final_reinstatement,
      project_reference_number: content.project_reference_number,
      traffic_management_plan: content.traffic_management_plan,
      lane_rental_applicable: content.lane_rental_applicable,
      is_lane_rental: permit.is_lane_rental,
      street_name: work.street_name,
      town: work.town,
      area_name: work.area_name,
      usrn: work.usrn,
      road_category: work.road_category,
      works_location_description: content.works_location_description,
      works_coordinates: content.works_coordinates ?? work.coordinates,
      environmental_health_notifiable: content.environmental_health_notifiable,
      collaborative_working: content.collaborative_working,
      collaboration_details: content.collaboration_details,
      collaborative_works: content.collaborative_works,
      collaboration_type: content.collaboration_type,
      activity_type: content.activity_type,
      traffic_management_type: content.traffic_management_type,
      application_type: content.application_type,
      close_footway: content.close_footway,
      location_types: content.location_types,
      permit_conditions: (content.permit_conditions ?? []).map(conditionResponse),
      permit_asds: permit.asds.map(asdResponse),
      permit_not_selected_asds: permit.not_selected_asds.map(asdResponse),
      additional_info: content.additional_info,
      is_covid_19_response: permit.is_covid_19_response,
      ...laneRentalOf(permit),
      ...hs2Of(permit),
      permit_alterations: around.alterations.map(alterationSummary),
      files: around.files,
      linked_section_81: around.linkedSection81,
    }),
    enumerations,
  );
}

const datesOf = (permit: PermitRow) => ({
  proposed_start_date: wireDate(permit.proposed_start_date),
  proposed_start_time: wireDate(permit.proposed_start_time),
  proposed_end_date: wireDate(permit.proposed_end_date),
  proposed_end_time: wireDate(permit.proposed_end_time),
  actual_start_date: wireDate(permit.actual_start_date),
  actual_stop_date: wireDate(permit.actual_stop_date),
  reasonable_period_end_date: wireDate(permit.reasonable_period_end_date),
  validity_period_end_date: wireDate(permit.validity_period_end_date),
  calendar_day_duration: permit.calendar_day_duration,
  working_day_duration: permit.working_day_duration,
  sliding_end_date_candidate: permit.sliding_end_date_candidate,
  deadline_date: wireDate(permit.deadline_date),
  date_created: wireDate(permit.date_created),
  date_modified: wireDate(permit.date_modified),
  is_early_start: permit.is_early_start,
  early_start_pre_approval: permit.content.early_start_pre_approval,
  pre_approval_details: permit.content.pre_approval_details,
  pre_approval_authoriser: permit.content.pre_approval_authoriser,
  early_start_reason: permit.content.early_start_reason,
  is_ttro_required: permit.content.is_ttro_required,
  immediate_risk: permit.content.immediate_risk,
});

const assessmentOf = (permit: PermitRow) => ({
  assessment_comments: permit.assessment_comments,
  reasons_for_refusal: permit.reasons_for_refusal,
  assessment_discount: permit.assessment_discount,
  assessment_discount_reason: permit.assessment_discount_reason,
  pending_change_details: permit.pending_change_details,
  revoke_reason: permit.revoke_reason,
  is_deemed: permit.is_deemed,
  is_duration_challenged: permit.is_duration_challenged,
  ever_modification_requested: permit.ever_modification_requested,
});

const contactsOf = ({ content }: PermitRow) => ({
  secondary_contact: content.secondary_contact,
  secondary_contact_number: content.secondary_contact_number,
  secondary_contact_email: content.secondary_contact_email,
  additional_contact: content.additional_contact,
  additional_contact_number: content.additional_contact_number,
  additional_contact_email: content.additional_contact_email,
});

const laneRentalOf = ({ lane_rental_outcome, lane_rental }: PermitRow) => ({
  lane_rental_assessment_outcome: lane_rental_outcome,
  lane_rental_assessment_additional_details: lane_rental?.additional_details,
  lane_rental_assessment_charge_band: lane_rental?.charge_band,
  lane_rental_assessment_chargeable_days: lane_rental?.chargeable_days,
  lane_rental_assessment_charges_agreed: lane_rental?.charges_agreed,
});

const hs2Of = (permit: PermitRow) => ({
  hs2_in_act_limits: permit.hs2_in_act_limits,
  hs2_consultation_requested_response_date: wireDate(instant(permit.content.hs2_consultation_requested_response_date)),
  hs2_highway_exemption: permit.content.hs2_highway_exemption,
  hs2_is_consultation: permit.hs2_is_consultation,
  hs2_is_consent: permit.hs2_is_consent,
  hs2_highway_emails: permit.content.hs2_highway_emails,
  hs2_acknowledged: permit.hs2_is_consultation === null ? null : permit.hs2_acknowledged_at !== null,
  hs2_acknowledged_date_time: wireDate(permit.hs2_acknowledged_at),
  hs2_additional_usrns: permit.hs2_additional_usrns,
});

const conditionResponse = ({ condition, comment }: PermitConditionRequest): object =>
  withStrings(withoutNulls({ condition, comment }), ['condition']);

const alterationSummary = ({ reference, date_created, deadline_date, status, type }: AlterationSummary): object =>
  withStrings(
    {
      permit_alteration_reference_number: reference,
      date_created: new Date(date_created).toISOString(),
      deadline_date: new Date(deadline_date).toISOString(),
      alteration_status: status,
      alteration_type: type,
    },
    ['alteration_status', 'alteration_type'],
  );

import {
  laneRentalAssessmentOutcomes,
  permitStatuses,
  workCategories,
  workStatuses,
} from '@switchyard/domain/street-manager';
import { among, from, until, when } from './filters';
import { chargesNotAgreed, chargesPotentially } from './lane-rental';
import type { Report } from './report';
import type { Member } from './row';
import { joinWork, street } from './row';

const HS2 = 'r.hs2_is_consultation is not null';

const conditions = `(select json_agg(json_build_object('condition', c->>'condition', 'condition_string', c->>'condition',
  'comment', c->>'comment')) from jsonb_array_elements(r.content->'permit_conditions') c)`;

/** One row for each permit, advance authorisations among them. */
export const permitMembers: readonly Member[] = [
  ['work_reference_number', 'r.work_reference'],
  ['permit_reference_number', 'r.reference'],
  ['promoter_swa_code', 'r.promoter'],
  ['promoter_organisation', 'upper(promoter.name)'],
  ['highway_authority', 'upper(authority.name)'],
  ['works_coordinates', `coalesce(r.content->'works_coordinates', w.coordinates)`],
  ['location_description', `r.content->>'works_location_description'`],
  ...street,
  ['work_category', 'r.work_category', 'named'],
  ['description_of_work', `r.content->>'description_of_work'`],
  ['traffic_management_type', 'r.traffic_management_type', 'named'],
  ['assessment_status', 'r.assessment_status', 'named'],
  ['proposed_start_date', 'r.proposed_start_date', 'date'],
  ['proposed_end_date', 'r.proposed_end_date', 'date'],
  ['proposed_start_time', 'r.proposed_start_time', 'date'],
  ['proposed_end_time', 'r.proposed_end_time', 'date'],
  ['actual_start_date', 'r.actual_start_date', 'date'],
  ['actual_end_date', 'r.actual_stop_date', 'date'],
  ['status', 'r.status', 'named'],
  ['work_status', 'r.work_status', 'named'],
  ['deadline_date', 'r.deadline_date', 'date'],
  ['date_created', 'r.date_created', 'date'],
  ['status_changed_date', 'r.status_changed_date', 'date'],
  ['usrn', 'r.usrn'],
  ['is_active_permit', 'r.is_active'],
  ['permit_conditions', conditions],
  ['road_category', 'r.road_category'],
  ['is_traffic_sensitive', 'r.is_traffic_sensitive'],
  ['has_no_final_reinstatement', 'not r.final_reinstatement'],
  ['is_deemed', 'r.is_deemed'],
  ['excavation_carried_out', 'r.excavation_carried_out'],
  ['is_early_start', 'r.is_early_start'],
  ['is_high_impact_traffic_management', 'r.is_high_impact'],
  ['lane_rental_assessment_outcome', 'r.lane_rental_outcome', 'named'],
  ['lane_rental_charges_not_agreed', `coalesce(${chargesNotAgreed('r')}, false)`],
  ['lane_rental_charges_potentially_apply', chargesPotentially('r')],
  ['is_lane_rental', 'r.is_lane_rental'],
];

export const permitReport: Report = {
  type: 'permits',
  idOf: (row: { permit_reference_number: string }) => row.permit_reference_number,
  table: 'permit',
  key: 'reference',
  filters: {
    status: among('r.status', permitStatuses),
    work_status: among('r.work_status', workStatuses),
    work_category: among('r.work_category', workCategories),
    lane_rental_assessment_outcome: among('r.lane_rental_outcome', laneRentalAssessmentOutcomes),
    active_permit_only: when('r.is_active'),
    start_date: from('r.effective_end'),
    end_date: until('r.effective_start'),
    work_start_date_from: from('r.effective_start'),
    work_start_date_to: until('r.effective_start'),
    work_end_date_from: from('r.effective_end'),
    work_end_date_to: until('r.effective_end'),
    start_date_created: from('r.date_created'),
    end_date_created: until('r.date_created'),
    is_traffic_sensitive: when('r.is_traffic_sensitive'),
    is_high_impact_traffic_management: when('r.is_high_impact'),
    has_no_final_registration: when('not r.final_reinstatement'),
    has_excavation: when('r.excavation_carried_out'),
    is_early_start: when('r.is_early_start'),
    is_deemed: when('r.is_deemed'),
    lane_rental_charges_not_agreed: when(chargesNotAgreed('r')),
    lane_rental_charges_potentially_apply: when(chargesPotentially('r')),
    ever_modification_requested: when('r.ever_modification_requested'),
    is_duration_challenged: when('r.is_duration_challenged'),
    hs2_works_only: when(HS2),
    consultation_works_only: when('r.hs2_is_consultation'),
    consent_works_only: when('r.hs2_is_consent'),
    unacknowledged_by_ha_only: when(`${HS2} and r.hs2_acknowledged_at is null`),
  },
  ranges: [
    ['start_date', 'end_date'],
    ['work_start_date_from', 'work_start_date_to'],
    ['work_end_date_from', 'work_end_date_to'],
    ['start_date_created', 'end_date_created'],
  ],
  order: {
    date_created: 'date_created',
    deadline_date: 'deadline_date',
    end_date: 'effective_end',
    start_date: 'effective_start',
    status_changed_date: 'status_changed_date',
  },
  usually: 'desc',
  searches: true,
  joins: joinWork,
  members: permitMembers,
  exported: [
    ['revoke_reason', 'r.revoke_reason'],
    ['reasonable_period_end_date', 'r.reasonable_period_end_date', 'date'],
  ],
};

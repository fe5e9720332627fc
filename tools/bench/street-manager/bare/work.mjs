import { pool } from '../../bare/database.mjs';
import { object } from './json-sql.mjs';

const content = (name) => `p.content->'${name}'`;

/** The active permit in two halves, for a function takes a hundred arguments; the strings stand together at its end. */
const named = {
  permit_status: 'p.status',
  work_status: 'w.status',
  work_category: 'p.work_category',
  work_type: 'p.work_type',
  assessment_status: 'p.assessment_status',
  activity_type: content('activity_type'),
  traffic_management_type: content('traffic_management_type'),
  application_type: content('application_type'),
  close_footway: content('close_footway'),
  location_types: content('location_types'),
};
const { permit_status, work_status, work_category, work_type, assessment_status, ...later } = named;

const head = object({
  permit_reference_number: 'p.reference',
  work_reference_number: 'w.reference',
  promoter_organisation: 'upper(promoter.name)',
  promoter_swa_code: 'w.promoter',
  promoter_contact_details: 'promoter.phone_number',
  highway_authority: 'upper(authority.name)',
  highway_authority_swa_code: 'w.highway_authority',
  workstream_prefix: 'w.workstream',
  ...{ permit_status, work_status, work_category, work_type, assessment_status },
  'proposed_start_date:date': 'p.proposed_start_date',
  'proposed_end_date:date': 'p.proposed_end_date',
  'actual_start_date:date': 'p.actual_start_date',
  'actual_stop_date:date': 'p.actual_stop_date',
  'reasonable_period_end_date:date': 'p.reasonable_period_end_date',
  'validity_period_end_date:date': 'p.validity_period_end_date',
  calendar_day_duration: 'p.calendar_day_duration',
  working_day_duration: 'p.working_day_duration',
  sliding_end_date_candidate: 'p.sliding_end_date_candidate',
  'deadline_date:date': 'p.deadline_date',
  'date_created:date': 'p.date_created',
  'date_modified:date': 'p.date_modified',
  is_early_start: 'p.is_early_start',
  is_ttro_required: content('is_ttro_required'),
  is_deemed: 'p.is_deemed',
  is_duration_challenged: 'p.is_duration_challenged',
  ever_modification_requested: 'p.ever_modification_requested',
  secondary_contact: content('secondary_contact'),
  secondary_contact_number: content('secondary_contact_number'),
  description_of_work: content('description_of_work'),
  excavation: content('excavation'),
  excavation_carried_out: 'p.excavation_carried_out',
  final_reinstatement: 'p.final_reinstatement',
  traffic_management_plan: content('traffic_management_plan'),
  lane_rental_applicable: content('lane_rental_applicable'),
  is_lane_rental: 'p.is_lane_rental',
  street_name: 'w.street_name',
  town: 'w.town',
  area_name: 'w.area_name',
  usrn: 'w.usrn',
});
const tail = object({
  road_category: 'w.road_category',
  works_location_description: content('works_location_description'),
  works_coordinates: content('works_coordinates'),
  environmental_health_notifiable: content('environmental_health_notifiable'),
  collaborative_working: content('collaborative_working'),
  ...later,
  permit_conditions: `(select json_agg(json_build_object('condition', c->>'condition', 'comment', c->>'comment',
    'condition_string', c->>'condition')) from jsonb_array_elements(${content('permit_conditions')}) c)`,
  permit_asds: 'p.asds',
  permit_not_selected_asds: 'p.not_selected_asds',
  is_covid_19_response: 'p.is_covid_19_response',
  permit_alterations: `(select coalesce(json_agg(a.reference), '[]') from alteration a where a.permit_reference = p.reference)`,
  files: `(select coalesce(json_agg(f.id), '[]') from file f where f.linked_kind = 'permit' and f.linked_reference = p.reference)`,
  ...Object.fromEntries(Object.entries(named).map(([name, value]) => [`${name}_string`, value])),
});

const permit = object({
  permit_reference_number: 'p.reference',
  'proposed_start_date:date': 'p.proposed_start_date',
  'proposed_end_date:date': 'p.proposed_end_date',
  'actual_start_date:date': 'p.actual_start_date',
  'actual_stop_date:date': 'p.actual_stop_date',
  'permit_status:named': 'p.status',
  'work_category:named': 'p.work_category',
});
const inspection = object({
  'inspection_date:date': 'i.start_date',
  'inspection_response_type:named': "'inspection'",
  inspection_reference_number: 'i.reference',
  'inspection_type:named': 'i.type',
  'inspection_status:named': 'i.status',
  'inspection_category:named': 'i.category',
  'inspection_outcome:named': 'i.outcome',
});
const happened = object({
  'action_date:date': 'h.at',
  topic: 'h.topic',
  details: 'h.details',
  username: 'h.username',
  'event:named': 'h.event',
  object_reference: 'h.object_reference',
  update_id: 'h.update_id',
});

const list = (row, order, from) =>
  `(select string_agg(json_strip_nulls(${row})::text, ',' order by ${order}) from ${from})`;

/** What the synthetic works have none of is looked for all the same. */
const none = (from) => `(select count(*) from ${from} where work_reference = $1)`;

const one = {
  name: 'one',
  text: `
    select json_strip_nulls(${object({
      work_reference_number: 'w.reference',
      workstream_prefix: 'w.workstream',
      promoter_swa_code: 'w.promoter',
      promoter_organisation: 'upper(promoter.name)',
      highway_authority_swa_code: 'w.highway_authority',
      highway_authority: 'upper(authority.name)',
      street_name: 'w.street_name',
      town: 'w.town',
      area_name: 'w.area_name',
      road_category: 'w.road_category',
      works_coordinates: 'w.coordinates',
      usrn: 'w.usrn',
      work_status: 'w.status',
      works_location_description: 'w.location_description',
      'work_start_date:date': 'w.start_date',
      'work_end_date:date': 'w.end_date',
      description_of_work: 'w.description_of_work',
    })})::text as work, json_strip_nulls(${head})::text as head, json_strip_nulls(${tail})::text as tail, w.status, w.site_count,
      ${list(permit, 'p.number', 'permit p where p.work_reference = $1')} as permits,
      ${list(inspection, 'i.number desc', 'inspection i where i.work_reference = $1')} as inspections,
      ${list(happened, 'h.update_id desc', 'history h where h.work_reference = $1 and (h.only_for is null or h.only_for = w.highway_authority)')} as history,
      ${['forward_plan', 'reinstatement', 'scheduled_inspection', 'fixed_penalty_notice', 'section_81', 'file', 'sample_inspection'].map(none).join(' + ')} as further
    from work w
    join permit p on p.reference = w.active_permit
    join organisation authority on authority.reference = w.highway_authority
    join organisation promoter on promoter.reference = w.promoter
    where w.reference = $1`,
};

/** One of the synthetic works as JSON, or undefined. */
export async function showWork(reference) {
  const { rows } = await pool.query({ ...one, values: [reference] });
  const [row] = rows;
  if (!row) return undefined;
  if (row.further !== '0') throw new Error(`${reference} has what the bare server does not write`);
  return (
    `${row.work.slice(0, -1)},"active_permit":${row.head.slice(0, -1)},${row.tail.slice(1)}` +
    `,"permits":[${row.permits}],"sites":[],"inspections":[${row.inspections}],"fpns":[],"files":[]` +
    `,"sample_inspections":[],"history":[${row.history}],"number_of_sites":${row.site_count}` +
    `,"work_status_string":"${row.status}"}`
  );
}

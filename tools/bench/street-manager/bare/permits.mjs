import { pool } from '../../bare/database.mjs';
import { object } from './json-sql.mjs';

/** The authority that the load speaks for. */
const AUTHORITY = '2845';

const row = object({
  work_reference_number: 'r.work_reference',
  permit_reference_number: 'r.reference',
  promoter_swa_code: 'r.promoter',
  promoter_organisation: 'upper(promoter.name)',
  highway_authority: 'upper(authority.name)',
  works_coordinates: "r.content->'works_coordinates'",
  location_description: 'w.location_description',
  street: 'w.street_name',
  town: 'w.town',
  area: 'w.area_name',
  'work_category:named': 'r.work_category',
  description_of_work: "r.content->>'description_of_work'",
  'traffic_management_type:named': 'r.traffic_management_type',
  'assessment_status:named': 'r.assessment_status',
  'proposed_start_date:date': 'r.proposed_start_date',
  'proposed_end_date:date': 'r.proposed_end_date',
  'proposed_start_time:date': 'r.proposed_start_time',
  'proposed_end_time:date': 'r.proposed_end_time',
  'actual_start_date:date': 'r.actual_start_date',
  'actual_end_date:date': 'r.actual_stop_date',
  'status:named': 'r.status',
  'work_status:named': 'r.work_status',
  'deadline_date:date': 'r.deadline_date',
  'date_created:date': 'r.date_created',
  'status_changed_date:date': 'r.status_changed_date',
  usrn: 'r.usrn',
  is_active_permit: 'r.is_active',
  permit_conditions: `(select json_agg(json_build_object('condition', c->>'condition', 'condition_string', c->>'condition',
    'comment', c->>'comment')) from jsonb_array_elements(r.content->'permit_conditions') c)`,
  road_category: 'r.road_category',
  is_traffic_sensitive: 'r.is_traffic_sensitive',
  has_no_final_reinstatement: 'not r.final_reinstatement',
  is_deemed: 'r.is_deemed',
  excavation_carried_out: 'r.excavation_carried_out',
  is_early_start: 'r.is_early_start',
  is_high_impact_traffic_management: 'r.is_high_impact',
  'lane_rental_assessment_outcome:named': 'r.lane_rental_outcome',
  lane_rental_charges_not_agreed:
    "coalesce(r.lane_rental_outcome = 'chargeable' and not (r.lane_rental->>'charges_agreed')::boolean, false)",
  lane_rental_charges_potentially_apply:
    "r.is_lane_rental or coalesce(r.lane_rental_outcome in ('chargeable', 'potentially_chargeable'), false)",
  is_lane_rental: 'r.is_lane_rental',
});

const submitted = {
  name: 'submitted',
  text: `
    select
      (select count(*) from (select from permit where highway_authority = $1 and status = $2 limit 501) c) as counted,
      array_to_json(array(select reference from permit where highway_authority = $1 and status = $2
        order by date_created desc, reference desc limit 26 offset $3)) as found`,
};
const written = {
  name: 'written',
  text: `
    select string_agg((${row})::text, ',' order by place) as rows
    from unnest($1::text[]) with ordinality as found (reference, place)
    join permit r on r.reference = found.reference
    join work w on w.reference = r.work_reference
    join organisation authority on authority.reference = r.highway_authority
    join organisation promoter on promoter.reference = r.promoter`,
};

/**
 * A page of the authority's permits of one status as JSON. In two statements, for PostgreSQL plans what depends on an
 * offset anew each time: in one, it takes half as long again.
 */
export async function listPermits(query) {
  const { rows } = await pool.query({ ...submitted, values: [AUTHORITY, query.get('status'), query.get('offset')] });
  const [{ counted, found }] = rows;
  const references = JSON.parse(found);
  const shown = await pool.query({ ...written, values: [references.slice(0, 25)] });
  return `{"pagination":{"total_rows":${counted},"has_next_page":${references.length > 25}},"rows":[${shown.rows[0].rows ?? ''}]}`;
}

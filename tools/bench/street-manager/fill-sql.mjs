/**
 * Synthetic works as SQL, each with three permits and what hangs on them. Everything follows from a number: `$1` is the
 * first work's, `$2` the last one's. One authority has a fifth of all, one promoter a quarter; the rest lie evenly with
 * the others, so that every figure can be looked at for a large organisation and for an ordinary one.
 */

/** The authority and the promoter that have most, and whose users the load speaks for. */
export const largest = { authority: '2845', promoter: '4312' };

/** 0 <= n < below, scattered, the same each time. */
const scatter = (number, below, salt) => `(((${number})::bigint * 2654435761 + ${salt}) % 1000003 % ${below})::int`;

const quoted = (list) => `(array[${list.map((each) => `'${each}'`).join(',')}])`;
const pickFrom = (list, number, salt) => `${quoted(list)}[1 + ${scatter(number, list.length, salt)}]`;

const further = 17;
const promoterOf = (number) =>
  `case when ${scatter(number, 100, 7)} < 25 then '${largest.promoter}' else (5001 + ${scatter(number, further, 11)})::text end`;
const authorityOf = (number) =>
  `case when ${scatter(number, 100, 13)} < 20 then '${largest.authority}' else (6001 + ${scatter(number, further, 17)})::text end`;

/** 34 beside the six of the demo: forty in all. */
export const organisations = `
  insert into organisation (reference, name, prefix, type, postcode)
  select (first + n)::text, name || ' ' || n, letters || chr(65 + n), type, 'ZZ1 1ZZ'
  from (values (5001, 'Bench Water', 'P', 'PROMOTER'), (6001, 'Bench Council', 'A', 'HA')) kind (first, name, letters, type),
    generate_series(0, ${further - 1}) n
  on conflict do nothing`;
export const workstreams = `
  insert into workstream (organisation_reference, prefix, name)
  select reference, w.prefix, 'Bench' from organisation, (values ('000'), ('001')) w (prefix) on conflict do nothing`;

/** A digit more than any reference that is drawn, so that neither server meets one that is taken. */
const reference = (number) => `'NB001' || lpad((${number})::text, 9, '0')`;

const streets = ['HOLLOW ROAD', 'CASTLE STREET', 'MILL LANE', 'FOUNDRY WAY', 'DEAN ROW', 'IVY AVENUE', 'KILN LANE'];

/** Every work with its parties and place, as the statements below take them. */
const plans = `
  (select i, ${reference('i')} as work, ${promoterOf('i')} as promoter, ${authorityOf('i')} as authority,
     8500000 + ${scatter('i', 20_000, 3)} as usrn,
     ${pickFrom(streets, 'i', 5)} || ' ' || (1 + ${scatter('i', 900, 19)}) as street,
     date_trunc('second', now()) - interval '3 years' + i * interval '4 minutes' as at,
     case when i % 7 = 0 then 'planned' when i % 7 < 3 then 'in_progress' else 'completed' end as work_status
   from generate_series($1::int, $2::int) i) plan`;

const placed = `'{"type": "LineString", "coordinates": [[431870.4, 436112.9], [431902.7, 436140.2]]}'::jsonb`;
const searched = (references) => `${references} || E'\\n' || usrn || E'\\n' || street || ', ELLERDALE, LOW WHARF'`;

export const works = `
  insert into work (reference, status, promoter, highway_authority, workstream, usrn, street_name, town, area_name,
    road_category, coordinates, location_description, description_of_work, start_date, end_date, active_permit,
    created_at, permit_count, inspection_count)
  select work, work_status, promoter, authority, '001', usrn, street, 'ELLERDALE', 'LOW WHARF', i % 5, ${placed},
    'Outside numbers 12 to 30', 'Replace 40 m of distribution main', at + interval '20 days', at + interval '30 days',
    work || '-03', at, 3, case when i % 30 = 1 then 10 else 0 end
  from ${plans}`;

const content = `'${JSON.stringify({
  secondary_contact: 'Asha Verlaine',
  secondary_contact_number: '01632960144',
  description_of_work: 'Replace 40 m of distribution main',
  excavation: true,
  traffic_management_plan: false,
  lane_rental_applicable: false,
  permit_conditions: [
    { condition: 'NCT01a' },
    { condition: 'NCT01b' },
    { condition: 'NCT02a', comment: '09:30 to 15:30 only' },
    { condition: 'NCT11a' },
  ],
  works_coordinates: { type: 'LineString', coordinates: [[431_870.4, 436_112.9], [431_902.7, 436_140.2]] }, // prettier-ignore
  works_location_description: 'Outside numbers 12 to 30',
  environmental_health_notifiable: false,
  collaborative_working: false,
  activity_type: 'utility_asset_works',
  traffic_management_type: 'give_and_take',
  application_type: 'permit',
  location_types: ['carriageway', 'footway'],
  work_type: 'planned',
  is_ttro_required: false,
  close_footway: 'no',
})}'::jsonb`;

/** Of every third permit, which is the active one: what its work's status says. The two before it are done with. */
const permitStatus = `case when n < 3 then case when (i + n) % 5 = 0 then 'refused' else 'closed' end
  when work_status = 'planned' then 'submitted' when work_status = 'in_progress' then 'granted' else 'closed' end`;
/** What awaits an answer is not due: nothing is to happen by itself while figures are taken. */
const farOff = (waiting) => `case when ${waiting} then interval '10 years' else interval '0' end`;
const categories = ['minor', 'standard', 'major', 'immediate_urgent', 'paa'];

export const permits = `
  insert into permit (reference, work_reference, number, is_active, status, assessment_status, work_category, work_type,
    content, traffic_management_type, proposed_start_date, proposed_end_date, reasonable_period_end_date,
    validity_period_end_date, calendar_day_duration, working_day_duration, sliding_end_date_candidate,
    actual_start_date, actual_stop_date, deadline_date, date_created, date_modified, status_changed_date, is_deemed,
    is_early_start, is_duration_challenged, ever_modification_requested, is_traffic_sensitive, is_high_impact,
    is_lane_rental, excavation_carried_out, final_reinstatement, lane_rental_outcome, lane_rental,
    work_status, promoter, highway_authority, workstream, usrn, road_category, search)
  select work || '-0' || n, work, n, n = 3, status, case status when 'closed' then 'granted' when 'submitted' then null else status end,
    ${pickFrom(categories, 'i * 3 + n', 23)}, case when ${pickFrom(categories, 'i * 3 + n', 23)} = 'immediate_urgent' then 'immediate' else 'planned' end,
    ${content}, 'give_and_take', starts, starts + interval '7 days', starts + interval '7 days', starts + interval '14 days',
    8, 6, i % 2 = 0,
    case when status in ('closed', 'granted') and n < 3 or work_status <> 'planned' and n = 3 then starts + interval '9 hours' end,
    case when status = 'closed' then starts + interval '6 days' end,
    made + interval '6 days' + ${scatter('i * 3 + n', 4_000, 29)} * interval '1 minute' + ${farOff("status = 'submitted'")}, made, made,
    made + ${scatter('i * 3 + n', 10_000, 31)} * interval '1 minute', ${scatter('i * 3 + n', 500, 37)} = 0,
    ${scatter('i * 3 + n', 25, 41)} = 0, ${scatter('i * 3 + n', 700, 43)} = 0, ${scatter('i * 3 + n', 40, 47)} = 0,
    i % 3 = 0, i % 10 = 0, i % 200 = 0, i % 4 > 0, i % 6 = 0,
    case when i % 200 = 0 then (array['chargeable', 'potentially_chargeable', 'not_chargeable'])[1 + i / 200 % 3] end,
    case when i % 200 = 0 then '{"charges_agreed": true}'::jsonb end,
    work_status, promoter, authority, '001', usrn, i % 5, ${searched("work || E'\\n' || work || '-0' || n")}
  from ${plans}, generate_series(1, 3) n,
    lateral (select ${permitStatus} as status, at + n * interval '3 days' as made,
      date_trunc('day', at + n * interval '3 days') + interval '14 days' as starts) moment`;

/** For each tenth permit. */
export const alterations = `
  insert into alteration (reference, permit_reference, work_reference, number, type, status, is_pending, reason, original,
    proposed, content, work_category, proposed_start_date, proposed_end_date, deadline_date, date_created,
    status_changed_date, is_traffic_sensitive, is_high_impact, is_early_start, work_status, promoter, highway_authority,
    workstream, usrn, search)
  select p.reference || '-CR-01', p.reference, p.work_reference, 1,
    (array['PROMOTER_CHANGE_REQUEST', 'WORK_EXTENSION', 'PROMOTER_IMPOSED_CHANGE'])[1 + i / 10 % 3], chosen.status,
    chosen.status = 'submitted',
    'Later', p.content, p.content, p.content, p.work_category, p.proposed_start_date, p.proposed_end_date,
    p.deadline_date + interval '3 days' + ${farOff("chosen.status = 'submitted'")}, p.date_created + interval '2 days',
    p.status_changed_date + interval '4 days', p.is_traffic_sensitive, p.is_high_impact, p.is_early_start,
    p.work_status, p.promoter, p.highway_authority, p.workstream, p.usrn, p.search || E'\\n' || p.reference || '-CR-01'
  from (select i, case when i / 10 % 12 = 0 then 'submitted' when i / 10 % 300 = 1 then 'deemed' else 'granted' end as status
    from generate_series($1::int, $2::int) i where i % 10 in (0, 3, 7)) chosen
  join permit p on p.reference = ${reference('i')} || '-03'`;

export const forwardPlans = `
  insert into forward_plan (reference, work_reference, number, status, start_date, end_date, content, date_created,
    promoter, highway_authority, workstream, usrn, search)
  select work || '-FP-01', work, 1, (array['raised', 'cancelled', 'progressed'])[1 + i / 40 % 3], at + interval '200 days',
    at + interval '220 days', ${content}, at, promoter, authority, '001', usrn, ${searched("work || E'\\n' || work || '-FP-01'")}
  from ${plans} where i % 40 = 0`;

/** Two for each third work, of which the second is the latest. */
export const sites = `
  insert into site select work, 1, 'excavation' from ${plans} where i % 3 = 2`;
export const reinstatements = `
  insert into reinstatement (work_reference, site_number, permit_reference, permit_number, type, status, is_latest,
    reinstatement_date, end_date, depth, width, length, coordinates, location_description, location_types, evidence,
    date_created, date_modified, promoter, highway_authority, workstream, usrn, search)
  select work, 1, work || '-03', 3, 'excavation', case n when 1 then 'interim' else 'permanent' end, n = 2, laid,
    laid + interval '2 years', 0.9, 0.6, 12.5, ${placed}, 'Carriageway outside number 18', array['carriageway'], false,
    laid, laid, promoter, authority, '001', usrn, ${searched('work')}
  from ${plans}, generate_series(1, 2) n, lateral (select date_trunc('day', at) + (n * 20) * interval '1 day' as laid) moment
  where i % 3 = 2`;

/** Ten for each thirtieth work: those that the load reads. */
export const inspections = `
  insert into inspection (reference, work_reference, number, type, category, outcome, status, start_date, content,
    date_created, date_modified, promoter, highway_authority, workstream, usrn, search)
  select work || '-INSP-' || lpad(n::text, 2, '0'), work, n, (array['live_site', 'sample_inspection', 'reinspection'])[1 + i / 30 % 3],
    (array['a', 'b', 'c', null])[1 + n % 4], (array['passed', 'passed', 'failed_low', 'failed_high'])[1 + (i + n) % 4],
    case when (i + n) % 50 = 0 then 'withdrawn' else 'recorded' end, at + n * interval '2 days', '{}',
    at + n * interval '2 days', at + n * interval '2 days', promoter, authority, '001', usrn,
    ${searched("work || E'\\n' || work || '-INSP-' || lpad(n::text, 2, '0')")}
  from ${plans}, generate_series(1, 10) n where i % 30 = 1`;
export const scheduledInspections = `
  insert into scheduled_inspection (work_reference, type, date, date_created, promoter, highway_authority, workstream, usrn, search)
  select work, 'reinspection', at + interval '60 days', at, promoter, authority, '001', usrn, ${searched('work')}
  from ${plans} where i % 30 = 2`;

export const comments = `
  insert into comment (reference, work_reference, number, topic, detail, author_email, author_organisation, side,
    is_internal, date_created, read_on, promoter, highway_authority, workstream, usrn)
  select work || '-COM-01', work, 1, 'general', 'Please ring before you begin', 'planner@northbeck.example', promoter,
    promoter, i % 50 = 0, at + interval '5 days', case when i % 15 > 0 then at + interval '6 days' end, promoter, authority, '001', usrn
  from ${plans} where i % 5 = 0`;

export const notices = `
  insert into fixed_penalty_notice (reference, work_reference, number, status, offence_code, issue_date,
    status_changed_date, content, promoter, highway_authority, workstream, usrn, search)
  select work || '-FPN-01', work, 1, (array['issued', 'accepted', 'paid', 'disputed'])[1 + i / 40 % 4],
    'offence_code_0' || (1 + i / 40 % 9), at + interval '9 days', at + interval '12 days', '{}', promoter, authority, '001', usrn,
    ${searched("work || E'\\n' || work || '-FPN-01'")}
  from ${plans} where i % 40 = 5`;

/** What creation, assessment and a start wrote. */
export const history = `
  insert into history (work_reference, at, event, topic, details, username, object_reference, promoter,
    highway_authority, workstream)
  select work, at + later, event, topic, details, username, work || suffix, promoter, authority, '001'
  from ${plans}, (values
    (interval '0', 'planned_works_record_created', 'Work', 'Planned works record created', 'planner@northbeck.example', ''),
    (interval '1 second', 'permit_submitted', 'Application', 'Permit submitted', 'planner@northbeck.example', '-01'),
    (interval '3 days', 'permit_submitted', 'Application', 'Permit submitted', 'planner@northbeck.example', '-02'),
    (interval '6 days', 'permit_submitted', 'Application', 'Permit submitted', 'planner@northbeck.example', '-03'),
    (interval '8 days', 'permit_granted', 'Application', 'Permit granted', 'officer@ellerdale.example', '-03'))
    happened (later, event, topic, details, username, suffix)`;

/** Works of the largest authority that have ten inspections: what the load reads. */
export const someWorks = `
  select work as reference from ${plans} where i % 30 = 1 and authority = '${largest.authority}' limit 2000`;

/** Every so often a number of the largest authority's history, with `$1` more of them after it. */
export const someUpdates = `
  select update_id from (
    select update_id, row_number() over (order by update_id) as place, count(*) over () as updates
    from history where highway_authority = '${largest.authority}' and work_reference is not null) numbered
  where place % 97 = 0 and place <= updates - $1 order by update_id limit 500`;

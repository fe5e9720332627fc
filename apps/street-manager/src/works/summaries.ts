import { prepared } from '@switchyard/db';

/** What a work shows of the records that hang on it: JSON as it travels, written by the database. */
export interface WorkSummaries {
  permits: object[];
  forward_plan: object | null;
  sites: object[];
  inspections: object[];
  fpns: object[];
  section_81: object | null;
  files: object[];
  sample_inspections: object[];
  history: object[];
}

const array = (object: string, order: string, from: string): string =>
  `(select coalesce(json_agg(json_strip_nulls(${object}) order by ${order}), '[]') from ${from})`;

const object = (...members: readonly (readonly [name: string, value: string, kind?: 'date' | 'named'])[]): string =>
  `json_build_object(${members
    .flatMap(([name, value, kind]) => [
      `'${name}', ${kind === 'date' ? `wire_date(${value})` : value}`,
      ...(kind === 'named' ? [`'${name}_string', ${value}`] : []),
    ])
    .join(', ')})`;

/** One row of the history, as both the work and its history show it. */
export const historyRow = object(
  ['action_date', 'h.at', 'date'],
  ['topic', 'h.topic'],
  ['details', 'h.details'],
  ['username', 'h.username'],
  ['event', 'h.event', 'named'],
  ['object_reference', 'h.object_reference'],
  ['update_id', 'h.update_id'],
  ['internal_user_identifier', 'h.internal_user_identifier'],
  ['internal_user_name', 'h.internal_user_name'],
);

const permit = object(
  ['permit_reference_number', 'p.reference'],
  ['proposed_start_date', 'p.proposed_start_date', 'date'],
  ['proposed_end_date', 'p.proposed_end_date', 'date'],
  ['actual_start_date', 'p.actual_start_date', 'date'],
  ['actual_stop_date', 'p.actual_stop_date', 'date'],
  ['permit_status', 'p.status', 'named'],
  ['work_category', 'p.work_category', 'named'],
);

const plan = object(
  ['work_reference_number', 'f.work_reference'],
  ['forward_plan_reference_number', 'f.reference'],
  ['start_date', 'f.start_date', 'date'],
  ['end_date', 'f.end_date', 'date'],
  ['forward_plan_status', 'f.status', 'named'],
);

const site = object(
  ['site_number', 'r.site_number'],
  ['site_description', 'r.location_description'],
  ['permit_reference_number', 'r.permit_reference'],
  ['depth', 'r.depth'],
  ['length', 'r.length'],
  ['width', 'r.width'],
  ['completed_date', 'r.reinstatement_date', 'date'],
  ['end_date', 'r.end_date', 'date'],
  ['site_status', 'r.status', 'named'],
  ['reinstatement_type', 'r.type', 'named'],
  ['number_of_holes', 'r.number_of_holes'],
);

const inspection = object(
  ['inspection_date', 'i.date', 'date'],
  ['inspection_response_type', 'i.response_type', 'named'],
  ['inspection_reference_number', 'i.reference'],
  ['inspection_type', 'i.type', 'named'],
  ['inspection_status', 'i.status', 'named'],
  ['inspection_category', 'i.category', 'named'],
  ['inspection_outcome', 'i.outcome', 'named'],
  ['reinspection_date_time', 'i.date_time', 'date'],
);

const fpn = object(
  ['fpn_reference_number', 'n.reference'],
  ['fpn_offence_type', 'n.offence_code', 'named'],
  ['issue_date_time', 'n.issue_date', 'date'],
  ['fpn_status', 'n.status', 'named'],
  ['status_changed_date', 'n.status_changed_date', 'date'],
);

const section81 = object(
  ['section_81_reference_number', 's.reference'],
  ['date_created', 's.date_created', 'date'],
  ['location_description', `s.content->>'location_description'`],
  ['section_81_severity', 's.severity', 'named'],
  ['section_81_status', 's.status', 'named'],
);

const file = object(
  ['file_id', 'f.id'],
  ['name', 'f.name'],
  ['created_date', 'f.created_at', 'date'],
  ['user_created_by', 'f.uploaded_by'],
  ['swa_code', 'f.organisation_reference'],
  ['organisation_name', '(select upper(o.name) from organisation o where o.reference = f.organisation_reference)'],
);

const sample = object(
  ['sample_inspection_reference_number', 'm.reference'],
  ['inspection_category', 'm.category', 'named'],
  ['expiry_date', 'm.expiry_date', 'date'],
);

/** The recorded inspections with the scheduled one among them. */
const inspections = `
  (select reference, start_date as date, 'inspection' as response_type, type, status, category, outcome,
     null::timestamptz as date_time, number from inspection where work_reference = $1
   union all
   select null, date, 'reinspection', type, 'scheduled', category, null, date_time, 1000000
   from scheduled_inspection where work_reference = $1
   order by number desc limit 50) i`;

/** Of work $1: everything; $2 is the organisation on whose side the caller is, $3 whether that is the authority. */
export const summaries = prepared<WorkSummaries>(
  'work-summaries',
  `select
     ${array(permit, 'p.number', 'permit p where p.work_reference = $1')} as permits,
     (select json_strip_nulls(${plan}) from forward_plan f where f.work_reference = $1 order by f.number desc limit 1)
       as forward_plan,
     ${array(
       site,
       'r.site_number desc',
       '(select * from reinstatement where work_reference = $1 and is_latest order by site_number desc limit 50) r',
     )} as sites,
     ${array(inspection, 'i.number desc', inspections)} as inspections,
     ${array(
       fpn,
       'n.number desc',
       '(select * from fixed_penalty_notice where work_reference = $1 order by number desc limit 50) n',
     )} as fpns,
     (select json_strip_nulls(${section81}) from section_81 s where s.work_reference = $1) as section_81,
     ${array(file, 'f.id', 'file f where f.work_reference = $1')} as files,
     ${array(
       sample,
       'm.category',
       `sample_inspection m where $3::boolean and m.work_reference = $1 and m.status = 'issued'`,
     )} as sample_inspections,
     ${array(
       historyRow,
       'h.update_id desc',
       'history h where h.work_reference = $1 and (h.only_for is null or h.only_for = $2)',
     )} as history`,
);

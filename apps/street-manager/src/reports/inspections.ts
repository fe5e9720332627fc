import { inspectionOutcomes, inspectionResponseTypes, inspectionTypes } from '@switchyard/domain/street-manager';
import { among, from, until } from './filters';
import type { Report } from './report';
import { joinWork, location, parties } from './row';

/** What was recorded, and of each work the one that is scheduled. */
const recordedAndScheduled = `(
  select 'inspection' as response_type, reference, work_reference, type, category, outcome, status, start_date as date,
    null::timestamptz as date_time, made_safe_by_ha, date_created, date_modified, promoter, highway_authority,
    workstream, usrn, search, reference as key
  from inspection
  union all
  select 'reinspection', null, work_reference, type, category, null, 'scheduled', coalesce(date_time, date), date_time,
    null, date_created, date_created, promoter, highway_authority, workstream, usrn, search, work_reference
  from scheduled_inspection)`;

export const inspectionReport: Report = {
  type: 'inspections',
  idOf: (row: { inspection_reference_number: string | null; work_reference_number: string }) =>
    row.inspection_reference_number ?? `${row.work_reference_number}-scheduled`,
  table: recordedAndScheduled,
  key: 'key',
  filters: {
    inspection_response_type: among('r.response_type', inspectionResponseTypes),
    start_date: from('r.date'),
    end_date: until('r.date'),
    inspection_type: among('r.type', inspectionTypes),
    inspection_outcome: among('r.outcome', inspectionOutcomes),
    start_date_created: from('r.date_created'),
    end_date_created: until('r.date_created'),
  },
  ranges: [
    ['start_date', 'end_date'],
    ['start_date_created', 'end_date_created'],
  ],
  order: { inspection_date: 'date' },
  usually: 'desc',
  searches: true,
  joins: joinWork,
  members: [
    ['inspection_date', 'r.date', 'date'],
    ['inspection_response_type', 'r.response_type', 'named'],
    ['work_reference_number', 'r.work_reference'],
    ...location,
    ...parties,
    ['inspection_reference_number', 'r.reference'],
    ['inspection_type', 'r.type', 'named'],
    ['inspection_category', 'r.category', 'named'],
    ['inspection_outcome', 'r.outcome', 'named'],
    ['reinspection_date_time', 'r.date_time', 'date'],
    ['made_safe_by_ha', 'r.made_safe_by_ha'],
    ['date_created', 'r.date_created', 'date'],
    ['date_modified', 'r.date_modified', 'date'],
    ['inspection_status', 'r.status', 'named'],
  ],
};

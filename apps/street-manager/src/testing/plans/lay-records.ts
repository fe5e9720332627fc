import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

/** Records of forty organisations, where the kind of plan depends on there being many: without their works. */
const permits = prepared(
  'lay-permits',
  `insert into permit (reference, work_reference, number, is_active, status, work_category, work_type, content,
     traffic_management_type, proposed_start_date, proposed_end_date, reasonable_period_end_date,
     validity_period_end_date, calendar_day_duration, working_day_duration, sliding_end_date_candidate, deadline_date,
     date_created, date_modified, status_changed_date, is_early_start, is_traffic_sensitive, is_high_impact,
     is_lane_rental, excavation_carried_out, work_status, promoter, highway_authority, workstream, usrn, road_category,
     search)
   select 'LAID' || n || '-01', 'LAID' || n, 1, true, (array['submitted', 'granted', 'closed'])[1 + n % 3], 'standard',
     'planned', '{}', 'give_and_take', at, at, at, at, 1, 1, false, at, at, at, at, n % 50 = 0, false, false, false, true,
     'planned', (4311 + n % 40)::text, (2844 + n / 40 % 40)::text, '001', 8412007, 4, 'LAID' || n
   from generate_series(1, 4000) n, lateral (select timestamptz '2036-01-01' + n * 7919 % 4000 * interval '1 hour' as at) moment`,
);
const plans = prepared(
  'lay-plans',
  `insert into forward_plan (reference, work_reference, number, status, start_date, end_date, content, date_created,
     promoter, highway_authority, workstream, usrn, search)
   select 'LAID' || n || '-FP-01', 'LAID' || n, 1, 'raised', at, at, '{}', at, (4311 + n % 40)::text,
     (2844 + n / 40 % 40)::text, '001', 8412007, 'LAID' || n
   from generate_series(1, 4000) n, lateral (select timestamptz '2036-01-01' + n * 7919 % 4000 * interval '1 hour' as at) moment`,
);

/** Lays the records, and lets PostgreSQL count them. */
export function layRecords(tx: Transaction): void {
  tx.send(prepared('without-works', "set local session_replication_role = 'replica'"));
  tx.send(permits);
  tx.send(plans);
  tx.send(prepared('count-laid', 'analyze permit, forward_plan'));
}

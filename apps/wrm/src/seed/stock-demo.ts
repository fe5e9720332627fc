import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { timeslots } from './demo-capacity';

const insertMissing = prepared(
  'demo-timeslots',
  `insert into timeslot (schedule_id, starts_at, ends_at, timeslot_type, day_of_week, total_units)
   select schedule_id, starts_at, ends_at, timeslot_type, day_of_week, total_units
   from jsonb_populate_recordset(null::timeslot, $1::jsonb) as planned
   where exists (select from schedule where schedule.id = planned.schedule_id)
     and not exists (select from timeslot known
       where known.schedule_id = planned.schedule_id
         and known.starts_at = planned.starts_at and known.ends_at = planned.ends_at)
   order by starts_at, schedule_id
   on conflict do nothing`,
);

/**
 * Gives the demo's schedules the slots of the days ahead that they have not got yet, as time goes on or the sandbox clock
 * is moved. Slots that there are stay as they are; without the demo nothing happens.
 */
export function stockDemo(tx: Pick<Transaction, 'send'>, now: Date): void {
  tx.send(insertMissing, [JSON.stringify(timeslots(now))]);
}

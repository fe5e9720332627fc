import type { Connection, Sql, Transaction } from '@switchyard/db';
import { all, prepared, sql } from '@switchyard/db';
import type { Capacity, NewTimeslot } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import type { PageRequest } from '../shared/paging';
import { capacityInSight } from '../shared/sight';
import type { SlotRow, StoredSlot } from './row';
import { toSlot } from './row';

const lockByIds = prepared<SlotRow>(
  'timeslots-lock',
  'select * from timeslot where id = any($1) order by id for no key update',
);

/** Holds these slots until the request commits; always in the order of their ids, so that nobody waits in a circle. */
export async function lockSlots(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, StoredSlot>> {
  const rows = await tx.rows(lockByIds, [ids]);
  return new Map(rows.map((row) => [row.id, toSlot(row)]));
}

const lockInSchedule = prepared<SlotRow>(
  'timeslot-lock-in-schedule',
  'select * from timeslot where schedule_id = $1 and id = $2 for no key update',
);

/** A slot of this schedule, held until the request commits; undefined for one of another. */
export async function lockSlot(tx: Transaction, scheduleId: string, id: string): Promise<StoredSlot | undefined> {
  const row = await tx.first(lockInSchedule, [scheduleId, id]);
  return row && toSlot(row);
}

const byWindow = prepared<SlotRow>(
  'timeslot-by-window',
  'select * from timeslot where schedule_id = $1 and starts_at = $2 and ends_at = $3',
);

/** The slot with exactly this window. */
export async function findSlotOfWindow(
  db: Connection,
  scheduleId: string,
  { start, end }: SlotWindow,
): Promise<StoredSlot | undefined> {
  const row = await db.first(byWindow, [scheduleId, start, end]);
  return row && toSlot(row);
}

/** Two instants, as the API writes them. */
export interface SlotWindow {
  start: string;
  end: string;
}

/** The lock is what waits; whoever is passed over has had its last unit taken meanwhile. */
const lockFirst = prepared<SlotRow>(
  'timeslot-lock-first',
  `select * from timeslot
   where schedule_id = $1 and starts_at >= greatest($2::timestamptz, $4) and starts_at < $3 and ends_at <= $3
     and available_units >= 1
   order by starts_at, ends_at limit 1 for no key update`,
);

/** The earliest slot inside the window that is still to come and has a unit, held until the request commits. */
export async function lockFirstFree(
  tx: Transaction,
  scheduleId: string,
  { start, end }: SlotWindow,
  now: Date,
): Promise<StoredSlot | undefined> {
  const row = await tx.first(lockFirst, [scheduleId, start, end, now]);
  return row && toSlot(row);
}

const anyInside = prepared<{ found: boolean }>(
  'timeslot-any-inside',
  `select exists (select from timeslot
     where schedule_id = $1 and starts_at >= greatest($2::timestamptz, $4) and starts_at < $3 and ends_at <= $3) as found`,
);

/** Whether the window has a slot that is still to come, free or not. */
export async function hasSlotInside(
  db: Connection,
  scheduleId: string,
  { start, end }: SlotWindow,
  now: Date,
): Promise<boolean> {
  return (await db.first(anyInside, [scheduleId, start, end, now]))!.found;
}

const update = prepared('timeslot-units', 'update timeslot set adjustment_units = $2, held_units = $3 where id = $1');

/** Stores the units of a slot. The caller holds its row. */
export function saveUnits(tx: Transaction, id: string, { adjustmentUnits, heldUnits }: Capacity): void {
  tx.send(update, [id, adjustmentUnits, heldUnits]);
}

const upsert = prepared<SlotRow>(
  'timeslots-put',
  `insert into timeslot (schedule_id, starts_at, ends_at, timeslot_type, day_of_week, total_units)
   select $1, "startDateTime", "endDateTime", "timeslotType", "dayOfWeek", "totalUnits"
   from jsonb_to_recordset($2::jsonb) as given ("startDateTime" timestamptz, "endDateTime" timestamptz,
     "timeslotType" text, "dayOfWeek" text, "totalUnits" integer)
   order by "startDateTime", "endDateTime"
   on conflict (schedule_id, starts_at, ends_at) do update set timeslot_type = excluded.timeslot_type,
     day_of_week = excluded.day_of_week, total_units = excluded.total_units
   returning *`,
);

/** In the order in which everybody locks slots. */
const lockWindows = prepared(
  'timeslots-lock-windows',
  `select from timeslot where schedule_id = $1 and (starts_at, ends_at) in (
     select "startDateTime", "endDateTime"
     from jsonb_to_recordset($2::jsonb) as given ("startDateTime" timestamptz, "endDateTime" timestamptz))
   order by id for no key update`,
);

/** Makes these slots; one that there is keeps its bookings. Gives them by their start. */
export async function putSlots(
  tx: Transaction,
  scheduleId: string,
  slots: readonly NewTimeslot[],
): Promise<StoredSlot[]> {
  const values = [scheduleId, JSON.stringify(slots)];
  tx.send(lockWindows, values);
  const rows = await tx.rows(upsert, values);
  return rows.map(toSlot).sort((one, other) => (one.startDateTime < other.startDateTime ? -1 : 1));
}

/** Which slots are listed, by when they start. */
export interface SlotFilters {
  from?: Date | string | undefined;
  to?: Date | string | undefined;
  onlyFree?: boolean;
}

/** One more than a page of the slots of a schedule, by their start. */
export const listSlots = (
  db: Connection,
  scheduleId: string,
  filters: SlotFilters,
  page: PageRequest,
): Promise<StoredSlot[]> => listWhere(db, [sql`schedule_id = ${scheduleId}`, ...conditionsOf(filters)], page);

/** One more than a page of the slots below zero, by their start: of a work supplier those of its own schedules. */
export const listOverbooked = (
  db: Connection,
  caller: Caller,
  filters: SlotFilters,
  page: PageRequest,
): Promise<StoredSlot[]> => {
  const own = sql`schedule_id in (select id from schedule where ${capacityInSight(caller, sql`work_supplier_id`)})`;
  return listWhere(db, [sql`available_units < 0`, own, ...conditionsOf(filters)], page);
};

async function listWhere(
  db: Connection,
  conditions: readonly Sql[],
  { limit, after }: PageRequest,
): Promise<StoredSlot[]> {
  const beyond = after ? [sql`(starts_at, id) > (${after.key}, ${after.id})`] : [];
  const rows = await db.rows<SlotRow>(
    sql`select * from timeslot where ${all([...conditions, ...beyond])} order by starts_at, id limit ${limit + 1}`,
  );
  return rows.map(toSlot);
}

const conditionsOf = ({ from, to, onlyFree = false }: SlotFilters): Sql[] => [
  ...(from === undefined ? [] : [sql`starts_at >= ${from}`]),
  ...(to === undefined ? [] : [sql`starts_at < ${to}`]),
  ...(onlyFree ? [sql`available_units >= 1`] : []),
];

const ofSchedules = prepared<SlotRow>(
  'timeslots-of-schedules',
  'select * from timeslot where schedule_id = any($1) and starts_at >= $2 and starts_at < $3 order by starts_at, id',
);

/** All slots of these schedules within a period, by their start. */
export const slotsOfSchedules = async (
  db: Connection,
  scheduleIds: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<StoredSlot[]> => (await db.rows(ofSchedules, [scheduleIds, from, to])).map(toSlot);

import type { Connection, Sql, Transaction } from '@switchyard/db';
import { all, literal, prepared, sql } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { AppointmentFilters } from '@switchyard/domain/wrm';
import { bookingIdOf } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import type { PageRequest } from '../shared/paging';
import { appointmentsInSight } from '../shared/sight';
import type { AppointmentChange, AppointmentRow, StoredAppointment } from './row';
import { toAppointment } from './row';

const columns = literal(`appointment.*, schedule.external_schedule_reference,
  slot.starts_at, slot.ends_at, slot.timeslot_type, slot.day_of_week, slot.available_units,
  activity.details->'schedule' as activity_schedule,
  coalesce((select jsonb_agg(jsonb_build_object('at', h.at, 'action', h.action, 'partyId', h.party_id,
      'state', h.state, 'timeslotId', h.timeslot_id, 'releasedUnits', h.released_units) order by h.sequence)
    from appointment_history h where h.appointment_id = appointment.id), '[]') as history`);

const joined = literal(`join schedule on schedule.id = appointment.schedule_id
  left join timeslot slot on slot.id = appointment.timeslot_id
  left join activity on activity.id = appointment.activity_id`);

/** An appointment in the caller's sight. Throws NotFound, for one that is out of sight too. */
export async function getAppointment(db: Connection, caller: Caller, id: string): Promise<StoredAppointment> {
  const row = await db.first<AppointmentRow>(
    sql`select ${columns} from appointment ${joined} where appointment.id = ${id} and ${appointmentsInSight(caller)}`,
  );
  if (!row) throw new NotFound('appointment', id);
  return toAppointment(row);
}

const lock = prepared(
  'appointments-lock',
  'select id from appointment where id = any($1) order by id for no key update',
);

/** As `getAppointment`, and holds the row until the request commits, so that two requests cannot both leave one state. */
export async function lockAppointment(tx: Transaction, caller: Caller, id: string): Promise<StoredAppointment> {
  const [, appointment] = await Promise.all([tx.rows(lock, [[id]]), getAppointment(tx, caller, id)]);
  return appointment;
}

/** These appointments, whosever they are, in the order of their ids, each held until the request commits. */
export async function lockAppointments(tx: Transaction, ids: readonly string[]): Promise<StoredAppointment[]> {
  if (ids.length === 0) return [];
  const [, rows] = await Promise.all([
    tx.rows(lock, [ids]),
    tx.rows<AppointmentRow>(
      sql`select ${columns} from appointment ${joined} where appointment.id = any(${ids}) order by appointment.id`,
    ),
  ]);
  return rows.map(toAppointment);
}

/** One more than a page of the appointments in the caller's sight, newest first: the page is cut before it is joined. */
export async function listAppointments(
  db: Connection,
  caller: Caller,
  filters: AppointmentFilters,
  { limit, after }: PageRequest,
): Promise<StoredAppointment[]> {
  const beyond = after ? [sql`(created_at, id) < (${after.key}, ${after.id})`] : [];
  const conditions = all([appointmentsInSight(caller), ...conditionsOf(filters), ...beyond]);
  const rows = await db.rows<AppointmentRow>(
    sql`select ${columns} from (
      select * from appointment where ${conditions} order by created_at desc, id desc limit ${limit + 1}) appointment
    ${joined} order by appointment.created_at desc, appointment.id desc`,
  );
  return rows.map(toAppointment);
}

const conditionsOf = ({ state, scheduleId, taskId, from, to }: AppointmentFilters): Sql[] => [
  ...(state === undefined ? [] : [sql`state = ${state}`]),
  ...(scheduleId === undefined ? [] : [sql`schedule_id = ${scheduleId}`]),
  ...(taskId === undefined ? [] : [sql`task_id = ${taskId}`]),
  ...(from === undefined ? [] : [sql`created_at >= ${from}`]),
  ...(to === undefined ? [] : [sql`created_at < ${to}`]),
];

const nextNumber = prepared<{ number: number }>('booking-number', `select nextval('booking_number') as number`);

/** An id that no other booking has; one that is not used leaves a gap. */
export const nextBookingId = async (db: Connection): Promise<string> =>
  bookingIdOf((await db.first(nextNumber))!.number);

const upsert = prepared(
  'appointment-upsert',
  `insert into appointment (id, state, schedule_id, work_supplier_id, requestor_id, timeslot_id, holds_unit, work_type,
     area_type, location_id, location_id_type, campaign_id, product_id, external_reference, confirmation,
     confirmation_digest, rescheduling_digest, overridden, released_units, reserved_by_party_id, task_id, activity_id,
     expires_at, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
     $24, $25)
   on conflict (id) do update set state = excluded.state, requestor_id = excluded.requestor_id,
     timeslot_id = excluded.timeslot_id, holds_unit = excluded.holds_unit, confirmation = excluded.confirmation,
     confirmation_digest = excluded.confirmation_digest, rescheduling_digest = excluded.rescheduling_digest,
     overridden = excluded.overridden, released_units = excluded.released_units, task_id = excluded.task_id,
     activity_id = excluded.activity_id, expires_at = excluded.expires_at, updated_at = excluded.updated_at`,
);

/** Stores an appointment, new or changed. The caller holds its row. */
export function saveAppointment(tx: Transaction, appointment: StoredAppointment): void {
  tx.send(upsert, valuesOf(appointment));
}

const valuesOf = (appointment: StoredAppointment): unknown[] => [
  appointment.bookingId,
  appointment.state,
  appointment.scheduleId,
  appointment.workSupplierId,
  appointment.requestorId ?? null,
  appointment.timeslot?.timeslotId ?? null,
  appointment.holdsUnit,
  appointment.workType,
  appointment.areaType,
  appointment.location.locationId,
  appointment.location.locationIdType,
  appointment.campaignId ?? null,
  appointment.productId ?? null,
  appointment.externalReference ?? null,
  appointment.confirmation ? JSON.stringify(appointment.confirmation) : null,
  appointment.confirmationDigest ?? null,
  appointment.reschedulingDigest ?? null,
  appointment.overridden,
  appointment.releasedUnits,
  appointment.reservedByPartyId,
  appointment.taskId ?? null,
  appointment.activity?.id ?? null,
  appointment.expiresAt ?? null,
  appointment.createdAt,
  appointment.updatedAt,
];

const insertChange = prepared(
  'appointment-history-insert',
  `insert into appointment_history (appointment_id, sequence, at, action, party_id, state, timeslot_id, released_units)
   select $1, coalesce(max(sequence), 0) + 1, $2, $3, $4, $5, $6, $7
   from appointment_history where appointment_id = $1`,
);

/** Adds to the history of an appointment, whose row the caller holds. */
export function recordChange(tx: Transaction, bookingId: string, change: AppointmentChange): void {
  const { at, action, partyId, state, timeslotId, releasedUnits } = change;
  tx.send(insertChange, [bookingId, at, action, partyId, state, timeslotId, releasedUnits]);
}

const overdue = prepared<{ id: string }>(
  'appointments-overdue',
  `select id from appointment where state = 'Reserved' and expires_at is not null and expires_at <= $1
   order by expires_at, id limit $2`,
);

/** The ids of reservations whose time was over by `now`: the oldest, at most so many. */
export const overdueAppointments = async (db: Connection, now: Date, most: number): Promise<string[]> =>
  (await db.rows(overdue, [now, most])).map(({ id }) => id);

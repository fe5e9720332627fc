import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

export interface Release {
  bookingIds: readonly string[];
  /** Whose doing it is, for the history. */
  partyId: string;
  now: Date;
}

/** All who change a booking hold its row, and then its slot's, each in the order of the ids. */
const lockBookings = prepared(
  'bookings-release-lock',
  'select from appointment where id = any($1) order by id for no key update',
);
const lockSlots = prepared(
  'bookings-release-slots',
  `select from timeslot where id in (select timeslot_id from appointment where id = any($1) and holds_unit)
   order by id for no key update`,
);
const cancel = prepared(
  'bookings-release',
  `with released as (
     select id, timeslot_id, holds_unit from appointment where id = any($1) and state in ('Reserved', 'Confirmed')),
   given_back as (
     update timeslot set held_units = held_units - slot.units
     from (select timeslot_id, count(*) as units from released where holds_unit group by timeslot_id) slot
     where timeslot.id = slot.timeslot_id),
   cancelled as (
     update appointment set state = 'Cancelled', holds_unit = false, expires_at = null, updated_at = $2
     from released where appointment.id = released.id)
   insert into appointment_history (appointment_id, sequence, at, action, party_id, state, timeslot_id, released_units)
   select id, coalesce((select max(sequence) from appointment_history where appointment_id = id), 0) + 1,
     $2, 'cancel', $3, 'Cancelled', timeslot_id, holds_unit::int
   from released`,
);

/**
 * Cancels the bookings of work that ends before it began, or goes to another supplier: each gives its unit back, once.
 * One that is cancelled or expired already stays as it is.
 */
export function releaseBookings(tx: Transaction, { bookingIds, partyId, now }: Release): void {
  if (bookingIds.length === 0) return;
  tx.send(lockBookings, [bookingIds]);
  tx.send(lockSlots, [bookingIds]);
  tx.send(cancel, [bookingIds, now, partyId]);
}

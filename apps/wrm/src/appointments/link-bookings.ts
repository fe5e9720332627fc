import type { Transaction } from '@switchyard/db';
import type { BookingLink, KnownBooking } from '@switchyard/domain/wrm';
import { dateTimeOf, isOverdue, reservationEnd } from '@switchyard/domain/wrm';
import { bookingsOfActivities, lockAppointments } from './repository';
import type { StoredAppointment } from './row';
import { storeChange } from './store-change';

/**
 * What is known of these bookings, each held until the request commits, so that none can end while an event that names
 * it is decided. Unknown ones are left out; a reservation whose time is over counts as expired.
 */
export async function lockKnownBookings(
  tx: Transaction,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, KnownBooking>> {
  const bookings = await lockAppointments(tx, ids);
  return new Map(bookings.map((booking) => [booking.bookingId, known(booking, now)]));
}

const known = (booking: StoredAppointment, now: Date): KnownBooking => ({
  bookingId: booking.bookingId,
  scheduleId: booking.scheduleId,
  workSupplierId: booking.workSupplierId,
  reservedByPartyId: booking.reservedByPartyId,
  state: isOverdue(booking, dateTimeOf(now)) ? 'Expired' : booking.state,
  activityId: booking.activity?.id,
});

/** The task whose activities bookings come to serve, and who made it so. */
export interface Linking {
  taskId: string;
  requestorId: string;
  partyId: string;
  now: Date;
}

/**
 * Has bookings serve activities: their reservations end no more by themselves. What served one of these activities
 * before is free again, and a reservation of it ends in its usual time. The task is stored before.
 */
export async function linkBookings(tx: Transaction, links: readonly BookingLink[], linking: Linking): Promise<void> {
  if (links.length === 0) return;
  const wanted = new Map(links.map(({ bookingId, activityId }) => [bookingId, activityId]));
  const serving = await bookingsOfActivities(tx, [...wanted.values()]);
  const bookings = await lockAppointments(tx, [...new Set([...wanted.keys(), ...serving])]);
  for (const booking of bookings) if (!wanted.has(booking.bookingId)) unlink(tx, booking, linking);
  for (const booking of bookings) {
    const activityId = wanted.get(booking.bookingId);
    if (activityId !== undefined && activityId !== booking.activity?.id) link(tx, booking, activityId, linking);
  }
}

function link(tx: Transaction, booking: StoredAppointment, activityId: string, linking: Linking): void {
  const { taskId, requestorId, partyId, now } = linking;
  const linked = { ...booking, taskId, activity: { id: activityId }, requestorId, expiresAt: undefined };
  storeChange(tx, linked, { action: 'link', partyId, at: now });
}

function unlink(tx: Transaction, booking: StoredAppointment, { partyId, now }: Linking): void {
  const { requestorId, reservedByPartyId, state } = booking;
  const free: StoredAppointment = {
    ...booking,
    taskId: undefined,
    activity: undefined,
    requestorId: reservedByPartyId === requestorId ? requestorId : undefined,
    expiresAt: state === 'Reserved' ? reservationEnd(dateTimeOf(now)) : booking.expiresAt,
  };
  storeChange(tx, free, { action: 'unlink', partyId, at: now });
}

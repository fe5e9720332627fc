import type { Transaction } from '@switchyard/db';
import { allows } from '@switchyard/domain';
import { appointmentMachine, dateTimeOf, isOverdue } from '@switchyard/domain/wrm';
import type { Act } from '../shared/deps';
import { endBookings } from './end-bookings';
import { lockAppointment, lockAppointments } from './repository';
import type { StoredAppointment } from './row';

/** Cancels an appointment in the caller's sight. What has ended already stays as it is. */
export async function cancelAppointment({ tx, caller, now }: Act, bookingId: string): Promise<void> {
  const booking = await lockAppointment(tx, caller, bookingId);
  await cancelThose(tx, [booking], { partyId: caller.partyId, now });
}

/**
 * Cancels the bookings of work that is no more, each giving its unit back once, whosever they are: what a cancelled or
 * reallocated task decides. In the transaction of the event; `partyId` is who posted it.
 */
export async function releaseBookings(
  tx: Transaction,
  bookingIds: readonly string[],
  by: { partyId: string; now: Date },
): Promise<void> {
  await cancelThose(tx, await lockAppointments(tx, bookingIds), by);
}

async function cancelThose(
  tx: Transaction,
  bookings: readonly StoredAppointment[],
  { partyId, now }: { partyId: string; now: Date },
): Promise<void> {
  const live = bookings.filter(
    (booking) => allows(appointmentMachine, booking.state, 'cancel') && !isOverdue(booking, dateTimeOf(now)),
  );
  await endBookings(tx, live, { action: 'cancel', partyId, at: () => now });
}

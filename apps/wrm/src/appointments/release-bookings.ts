import type { Transaction } from '@switchyard/db';
import { allows } from '@switchyard/domain';
import { appointmentMachine, dateTimeOf, isOverdue } from '@switchyard/domain/wrm';
import { endBookings } from './end-bookings';
import { lockAppointments } from './repository';

export interface Release {
  bookingIds: readonly string[];
  /** Whose doing it is, for the history. */
  partyId: string;
  now: Date;
}

/**
 * Cancels bookings: those of work that ends before it began, or goes to another supplier, and those that a party gives
 * up. Each gives its unit back, once. One that is cancelled or expired already stays as it is.
 */
export async function releaseBookings(tx: Transaction, { bookingIds, partyId, now }: Release): Promise<void> {
  const bookings = await lockAppointments(tx, bookingIds);
  const live = bookings.filter(
    (booking) => allows(appointmentMachine, booking.state, 'cancel') && !isOverdue(booking, dateTimeOf(now)),
  );
  await endBookings(tx, live, { action: 'cancel', partyId, at: () => now });
}

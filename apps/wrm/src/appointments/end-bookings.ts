import type { Transaction } from '@switchyard/db';
import { nextState } from '@switchyard/domain';
import type { Capacity } from '@switchyard/domain/wrm';
import { appointmentMachine, giveBack } from '@switchyard/domain/wrm';
import { lockSlots, saveUnits } from '../timeslots/repository';
import type { StoredAppointment } from './row';
import { storeChange } from './store-change';

/** How a booking ends, by whom, and when. */
export interface Ending {
  action: 'cancel' | 'expire';
  partyId: string;
  at(booking: StoredAppointment): Date;
}

/** Ends bookings whose rows the caller holds, and gives back the unit of each that has one. */
export async function endBookings(
  tx: Transaction,
  bookings: readonly StoredAppointment[],
  { action, partyId, at }: Ending,
): Promise<void> {
  const left = bookings.flatMap(({ holdsUnit, timeslot }) => (holdsUnit && timeslot ? [timeslot.timeslotId] : []));
  const units = new Map<string, Capacity>(left.length === 0 ? [] : await lockSlots(tx, left));
  for (const id of left) units.set(id, giveBack(units.get(id)!));
  for (const [id, capacity] of units) saveUnits(tx, id, capacity);
  for (const booking of bookings) {
    const ended: StoredAppointment = {
      ...booking,
      state: nextState(appointmentMachine, booking.state, action),
      holdsUnit: false,
      expiresAt: action === 'expire' ? booking.expiresAt : undefined,
    };
    storeChange(tx, ended, { action, partyId, at: at(booking) });
  }
}

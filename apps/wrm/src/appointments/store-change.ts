import type { Transaction } from '@switchyard/db';
import { recordChange, saveAppointment } from './repository';
import type { AppointmentChange, StoredAppointment } from './row';

/** What was done to an appointment, by whom and when. */
export interface Doing extends Pick<AppointmentChange, 'action' | 'partyId' | 'at'> {
  releasedUnits?: number;
}

/** Stores an appointment as it is now, and what was done to it. The caller holds its row. */
export function storeChange(tx: Transaction, appointment: StoredAppointment, doing: Doing): void {
  const { bookingId, state, timeslot } = appointment;
  const { action, partyId, at, releasedUnits = null } = doing;
  saveAppointment(tx, { ...appointment, updatedAt: at });
  recordChange(tx, bookingId, {
    action,
    partyId,
    at,
    state,
    timeslotId: timeslot?.timeslotId ?? null,
    releasedUnits,
  });
}

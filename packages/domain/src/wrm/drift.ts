import type { Schedule } from './activity';
import type { Appointment } from './appointment';

/**
 * Whether an activity's schedule says the same as its booking: both are kept apart, and the supplier tells of each. A
 * confirmed slot must contain the appointment's time and the planned start, as far as they are given; without a
 * confirmed slot there must be neither.
 */
export function isInSync({ state, timeslot }: Appointment, { appointmentTime, scheduledStart }: Schedule): boolean {
  const times = [appointmentTime, scheduledStart].filter((time) => typeof time === 'string');
  if (state !== 'Confirmed' || !timeslot) return state === 'Reserved' || times.length === 0;
  return times.length > 0 && times.every((time) => time >= timeslot.startDateTime && time < timeslot.endDateTime);
}

import { nextState } from '@switchyard/domain';
import type { Capacity } from '@switchyard/domain/wrm';
import {
  appointmentMachine,
  availableUnits,
  checkRescheduling,
  dateTimeOf,
  leave,
  override,
  refuseFaults,
  rescheduling,
  unitsReleased,
} from '@switchyard/domain/wrm';
import { findSchedules } from '../schedules/repository';
import type { Act } from '../shared/deps';
import { findSlotOfWindow, lockSlots, saveUnits } from '../timeslots/repository';
import { digestOf, readNamedBody } from './named-body';
import { getAppointment, lockAppointment } from './repository';
import type { StoredAppointment } from './row';
import { storeChange } from './store-change';

/**
 * Moves a confirmed appointment to another slot of its schedule, or takes up a cancelled one again. Capacity never stands
 * in the way: without a free unit it overrides. The same body again changes nothing.
 */
export async function rescheduleAppointment(act: Act, bookingId: string, body: unknown): Promise<StoredAppointment> {
  const { tx, caller, now, config } = act;
  const booking = await lockAppointment(tx, caller, bookingId);
  const given = readNamedBody(rescheduling, body, bookingId, config);
  const digest = digestOf(given);
  if (booking.state === 'Confirmed' && booking.reschedulingDigest?.equals(digest)) return booking;
  const window = { start: given.requestedStartDateTime, end: given.requestedEndDateTime };
  const [[schedule], slot] = await Promise.all([
    findSchedules(tx, [booking.scheduleId]),
    findSlotOfWindow(tx, booking.scheduleId, window),
  ]);
  refuseFaults(checkRescheduling(booking, given, { schedule: schedule!, slot, now: dateTimeOf(now) }));
  const { releaseOriginalSlot: released } = given;
  const left = booking.holdsUnit ? booking.timeslot?.timeslotId : undefined;
  const overridden = await moveUnit(act, left, slot!.timeslotId, released);
  const releasedUnits = unitsReleased(released, booking.holdsUnit);
  const moved: StoredAppointment = {
    ...booking,
    state: nextState(appointmentMachine, booking.state, 'reschedule'),
    timeslot: slot,
    holdsUnit: true,
    reschedulingDigest: digest,
    overridden,
    releasedUnits,
  };
  storeChange(tx, moved, { action: 'reschedule', partyId: caller.partyId, at: now, releasedUnits });
  return getAppointment(tx, caller, bookingId);
}

/** Moves a unit between two slots, which may be one; gives whether there was none to take. */
async function moveUnit({ tx }: Act, left: string | undefined, taken: string, released: number): Promise<boolean> {
  const units = new Map<string, Capacity>(await lockSlots(tx, left === undefined ? [taken] : [left, taken]));
  if (left !== undefined) units.set(left, leave(units.get(left)!, released, true));
  const found = units.get(taken)!;
  units.set(taken, override(found));
  for (const [id, capacity] of units) saveUnits(tx, id, capacity);
  return availableUnits(found) < 1;
}

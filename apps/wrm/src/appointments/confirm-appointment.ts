import type { AssureConfirmation, Confirmation, Shape } from '@switchyard/domain/wrm';
import { nextState } from '@switchyard/domain';
import {
  appointmentMachine,
  checkConfirmable,
  checkConfirmation,
  checkSlotToConfirm,
  confirmations,
  dateTimeOf,
  refuseFaults,
  slotToConfirm,
  take,
  taskTypeOf,
} from '@switchyard/domain/wrm';
import type { Act } from '../shared/deps';
import type { SlotWindow } from '../timeslots/repository';
import { findSlotOfWindow, hasSlotInside, lockFirstFree, lockSlot, saveUnits } from '../timeslots/repository';
import type { StoredSlot } from '../timeslots/row';
import { digestOf, readNamedBody } from './named-body';
import { getAppointment, lockAppointment } from './repository';
import type { StoredAppointment } from './row';
import { storeChange } from './store-change';

/** An appointment, and whether it had been confirmed by the same body before. */
export interface Confirmed {
  appointment: StoredAppointment;
  repeated: boolean;
}

/**
 * Makes a reservation firm. Its unit is the one that it holds, or one of the slot that an assurance chooses here; of many
 * confirmations for one unit one succeeds. The same body again changes nothing.
 */
export async function confirmAppointment(act: Act, bookingId: string, body: unknown): Promise<Confirmed> {
  const { tx, caller, now, config } = act;
  const booking = await lockAppointment(tx, caller, bookingId);
  const form = confirmations[taskTypeOf(booking.workType)] as Shape<Confirmation>;
  const given = readNamedBody(form, body, bookingId, config);
  const digest = digestOf(given);
  if (booking.state === 'Confirmed' && booking.confirmationDigest?.equals(digest)) {
    return { appointment: booking, repeated: true };
  }
  refuseFaults([...checkConfirmable(booking, dateTimeOf(now)), ...checkConfirmation(booking, given)]);
  const confirmed: StoredAppointment = {
    ...booking,
    state: nextState(appointmentMachine, booking.state, 'confirm'),
    timeslot: booking.timeslot ?? (await takeSlot(act, booking, given as AssureConfirmation)),
    holdsUnit: true,
    expiresAt: undefined,
    confirmation: given,
    confirmationDigest: digest,
  };
  storeChange(tx, confirmed, { action: 'confirm', partyId: caller.partyId, at: now });
  return { appointment: await getAppointment(tx, caller, bookingId), repeated: false };
}

/** Takes a unit of the slot that the confirmation means, and gives the slot as it was before. */
async function takeSlot(act: Act, { scheduleId }: StoredAppointment, given: AssureConfirmation): Promise<StoredSlot> {
  const { tx, now } = act;
  const window = { start: given.requestedStartDateTime, end: given.requestedEndDateTime };
  const isExact = given.reservationType === 'DEFAULT';
  const found = isExact ? await lockExact(act, scheduleId, window) : await lockFirstFree(tx, scheduleId, window, now);
  const slot = found && slotToConfirm([found], given, dateTimeOf(now)) && found;
  const isOffered = !slot && !isExact && (await hasSlotInside(tx, scheduleId, window, now));
  refuseFaults(checkSlotToConfirm(slot, isOffered, dateTimeOf(now)));
  saveUnits(tx, slot!.timeslotId, take(slot!)!);
  return slot!;
}

async function lockExact({ tx }: Act, scheduleId: string, window: SlotWindow): Promise<StoredSlot | undefined> {
  const slot = await findSlotOfWindow(tx, scheduleId, window);
  return slot && lockSlot(tx, scheduleId, slot.timeslotId);
}

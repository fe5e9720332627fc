import type { Transaction } from '@switchyard/db';
import type { CapacitySchedule, Reservation } from '@switchyard/domain/wrm';
import {
  appointmentMachine,
  checkReservation,
  checkSlot,
  dateTimeOf,
  noUnits,
  refuseFaults,
  reservation,
  reservationEnd,
  take,
} from '@switchyard/domain/wrm';
import { findSchedule } from '../schedules/repository';
import type { Act } from '../shared/deps';
import { readBody } from '../shared/read-body';
import { findSlotOfWindow, lockSlot, saveUnits } from '../timeslots/repository';
import type { StoredSlot } from '../timeslots/row';
import { getAppointment, nextBookingId } from './repository';
import type { StoredAppointment } from './row';
import { storeChange } from './store-change';

/**
 * Reserves an appointment: with a unit of the slot that the body names, or without one where it names none. Refused, with
 * everything that is wrong, for a schedule that is out of sight or does not suit, and for a slot that has no unit.
 */
export async function reserveAppointment(act: Act, body: unknown): Promise<StoredAppointment> {
  const { tx, caller, now, config } = act;
  const given = readBody(reservation, body, 'appointment', config);
  const schedule = await findSchedule(tx, caller, given.scheduleId);
  const slot = schedule && (await lockNamedSlot(tx, given));
  const around = { campaign: schedule?.campaign, now: dateTimeOf(now) };
  refuseFaults([
    ...checkReservation(given, schedule, schedule?.campaign),
    ...(schedule && namesSlot(given) ? checkSlot(given, slot, around) : []),
  ]);
  if (slot) takeUnit(tx, slot);
  const appointment = reserved(act, await nextBookingId(tx), given, schedule!, slot);
  storeChange(tx, appointment, { action: 'reserve', partyId: caller.partyId, at: now });
  return getAppointment(tx, caller, appointment.bookingId);
}

const namesSlot = ({ timeslotId, requestedStartDateTime }: Reservation): boolean =>
  timeslotId !== undefined || requestedStartDateTime !== undefined;

async function lockNamedSlot(tx: Transaction, given: Reservation): Promise<StoredSlot | undefined> {
  const { scheduleId, requestedStartDateTime: start, requestedEndDateTime: end } = given;
  const window = start !== undefined && end !== undefined ? { start, end } : undefined;
  const timeslotId = given.timeslotId ?? (window && (await findSlotOfWindow(tx, scheduleId, window))?.timeslotId);
  return timeslotId === undefined ? undefined : lockSlot(tx, scheduleId, timeslotId);
}

function takeUnit(tx: Transaction, slot: StoredSlot): void {
  const taken = take(slot);
  refuseFaults(taken ? [] : [noUnits('WRM-409-20')]);
  saveUnits(tx, slot.timeslotId, taken!);
}

function reserved(
  { caller, now }: Act,
  bookingId: string,
  given: Reservation,
  schedule: CapacitySchedule,
  slot: StoredSlot | undefined,
): StoredAppointment {
  return {
    bookingId,
    state: appointmentMachine.initial,
    scheduleId: schedule.scheduleId,
    externalScheduleReference: schedule.externalScheduleReference,
    workSupplierId: schedule.workSupplierId,
    requestorId: caller.role === 'requestor' ? caller.partyId : undefined,
    workType: given.workType,
    areaType: given.areaType,
    location: given.location,
    campaignId: given.campaignId ?? schedule.campaignId,
    timeslot: slot,
    holdsUnit: slot !== undefined,
    expiresAt: reservationEnd(dateTimeOf(now)),
    productId: given.productId,
    externalReference: given.externalReference,
    overridden: false,
    releasedUnits: 0,
    reservedByPartyId: caller.partyId,
    createdAt: now,
    updatedAt: now,
    history: [],
  };
}

import { allows } from '../kernel';
import type { Appointment, CampaignWindow, CapacitySchedule, Timeslot } from './appointment';
import { appointmentMachine, isOverdue } from './appointment';
import type { AssureConfirmation, Confirmation, Rescheduling, Reservation } from './appointment-shapes';
import type { Location } from './attributes';
import type { DateTime } from './date-time';
import type { AreaType, ScheduleType, WorkType } from './enumerations';
import { taskTypeOf } from './enumerations';
import type { CodedFault } from './faults';
import { fault, faultsWhen } from './faults';

const about = 'appointment';

/** Whether this can be reserved on the schedule and in its campaign; undefined for one that does not exist. */
export function checkReservation(
  given: Reservation,
  schedule: CapacitySchedule | undefined,
  campaign: CampaignWindow | undefined,
): CodedFault[] {
  const isFulfil = taskTypeOf(given.workType) === 'Fulfil';
  const isTimed = given.timeslotId !== undefined || given.requestedStartDateTime !== undefined;
  return [
    ...(schedule ? checkServed(given, schedule) : [unknownSchedule(given.scheduleId)]),
    ...(schedule ? checkCampaign(given, schedule, campaign) : []),
    ...faultsWhen(
      isFulfil && !isTimed,
      fault(
        'WRM-422-21',
        about,
        'missing',
        ['timeslotId'],
        'A reservation for a Fulfil task names its timeslot or window.',
      ),
    ),
  ];
}

const unknownSchedule = (scheduleId: string): CodedFault =>
  fault('01018', about, 'reference', ['scheduleId'], `There is no schedule ${scheduleId}.`);

function checkServed(given: Reservation, schedule: CapacitySchedule): CodedFault[] {
  const { locations } = schedule;
  const differing = [
    ...(schedule.workTypes.includes(given.workType) ? [] : ['workType']),
    ...(schedule.areaType === given.areaType ? [] : ['areaType']),
    ...(locations.length === 0 || locations.some((each) => isSamePlace(each, given.location)) ? [] : ['location']),
  ];
  const message = `Schedule ${given.scheduleId} does not serve this ${differing.join(' and ')}.`;
  return faultsWhen(differing.length > 0, fault('WRM-422-22', about, 'reference', differing, message));
}

/** The confirmation of a fulfilment names its campaign, so that a schedule without one cannot serve it. */
function checkCampaign(
  { campaignId, workType }: Reservation,
  schedule: CapacitySchedule,
  campaign: CampaignWindow | undefined,
): CodedFault[] {
  const differs = campaignId !== undefined && campaignId !== schedule.campaignId;
  return [
    ...faultsWhen(
      differs,
      fault('01015', about, 'reference', ['campaignId', 'scheduleId'], 'The schedule does not belong to the campaign.'),
    ),
    ...faultsWhen(
      !differs && schedule.campaignId === undefined && taskTypeOf(workType) === 'Fulfil',
      fault('01015', about, 'reference', ['scheduleId'], 'The schedule of a Fulfil task must belong to a campaign.'),
    ),
    ...faultsWhen(
      !differs && campaign?.active === false,
      fault('01015', about, 'state', ['campaignId'], `Campaign ${schedule.campaignId} is not active.`),
    ),
  ];
}

/** Whether a slot that a reservation names is there, still to come, and within its campaign. */
export function checkSlot(
  given: Pick<Reservation, 'timeslotId'>,
  slot: Timeslot | undefined,
  { campaign, now }: { campaign?: CampaignWindow | undefined; now: DateTime },
): CodedFault[] {
  const attributes = given.timeslotId === undefined ? window : ['timeslotId'];
  if (!slot) return [fault('WRM-422-23', about, 'reference', attributes, 'The schedule has no such timeslot.')];
  const { startDateTime: start } = slot;
  return [
    ...faultsWhen(start < now, slotPassed(attributes.slice(0, 1))),
    ...faultsWhen(
      campaign !== undefined && (start < campaign.from || start >= campaign.to),
      fault('01015', about, 'range', attributes, `The timeslot is outside campaign ${campaign?.campaignId}.`),
    ),
  ];
}

const window = ['requestedStartDateTime', 'requestedEndDateTime'];

const slotPassed = (attributes: readonly string[]): CodedFault =>
  fault('WRM-422-24', about, 'range', attributes, 'The timeslot must not have begun.');

/** No unit of the slot is free: `WRM-409-20` where one was to be reserved, `WRM-409-21` where one was to be confirmed. */
export const noUnits = (code: 'WRM-409-20' | 'WRM-409-21'): CodedFault =>
  fault(code, about, 'state', ['availableUnits'], 'No unit of the timeslot is left.');

/** What a request says of a booking that exists; it must be what was reserved. */
export interface Identification {
  scheduleId: string;
  areaType: AreaType;
  workType?: WorkType | undefined;
  location: Location;
}

/** Whether a request means this booking: its schedule, its work, its area and its place. */
export function checkIdentification(booking: Appointment, given: Identification): CodedFault[] {
  const differing = [
    ...(given.scheduleId === booking.scheduleId ? [] : ['scheduleId']),
    ...(given.workType === undefined || given.workType === booking.workType ? [] : ['workType']),
    ...(given.areaType === booking.areaType ? [] : ['areaType']),
    ...(isSamePlace(given.location, booking.location) ? [] : ['location']),
  ];
  return faultsWhen(
    differing.length > 0,
    fault('WRM-422-22', about, 'reference', differing, `${differing.join(', ')} must be as reserved.`),
  );
}

const isSamePlace = (one: Location, other: Location): boolean =>
  one.locationId === other.locationId && one.locationIdType === other.locationIdType;

/** Whether a booking can be confirmed now; a repetition of the same confirmation is the caller's to tell apart. */
export function checkConfirmable(booking: Appointment, now: DateTime): CodedFault[] {
  const { state } = isOverdue(booking, now) ? ({ state: 'Expired' } as const) : booking;
  if (allows(appointmentMachine, state, 'confirm')) return [];
  const refusals = {
    Expired: ['WRM-409-22', 'The reservation has expired.'],
    Cancelled: ['WRM-409-24', 'The appointment is Cancelled: it can be rescheduled.'],
    Confirmed: ['WRM-409-23', 'The appointment is Confirmed otherwise: it can be rescheduled.'],
  } as const;
  const [code, message] = refusals[state as keyof typeof refusals];
  return [fault(code, about, 'state', ['state'], message)];
}

/**
 * Whether a confirmation is of what was reserved: for a fulfilment its slot's kind of day and its campaign too, for an
 * assurance that has its slot already that slot.
 */
export function checkConfirmation(booking: Appointment, given: Confirmation): CodedFault[] {
  const differing =
    'dayOfWeek' in given
      ? [
          ...(given.dayOfWeek === booking.timeslot?.dayOfWeek ? [] : ['dayOfWeek']),
          ...(given.campaignId === booking.campaignId ? [] : ['campaignId']),
        ]
      : !booking.timeslot || isMeant(booking.timeslot, given)
        ? []
        : window;
  return [
    ...checkIdentification(booking, given),
    ...faultsWhen(
      differing.length > 0,
      fault('WRM-422-22', about, 'reference', differing, `${differing.join(', ')} must be as reserved.`),
    ),
  ];
}

/** `DEFAULT` means the slot with exactly this window, `FIRST_AVAILABLE_TIMESLOT` any inside it. */
function isMeant({ startDateTime, endDateTime }: Timeslot, given: AssureConfirmation): boolean {
  const { requestedStartDateTime: start, requestedEndDateTime: end } = given;
  return given.reservationType === 'DEFAULT'
    ? startDateTime === start && endDateTime === end
    : startDateTime >= start && endDateTime <= end;
}

/**
 * The slot that an assurance confirmation takes, out of those of its schedule: the one that it means, or the earliest of
 * them that is still to come and has a unit; free or not, for `DEFAULT`. Undefined when there is none.
 */
export function slotToConfirm(
  slots: readonly Timeslot[],
  given: AssureConfirmation,
  now: DateTime,
): Timeslot | undefined {
  const meant = slots.filter((slot) => isMeant(slot, given));
  if (given.reservationType === 'DEFAULT') return meant[0];
  return meant
    .filter(({ startDateTime, availableUnits }) => startDateTime >= now && availableUnits >= 1)
    .sort((one, other) => (one.startDateTime < other.startDateTime ? -1 : 1))[0];
}

/**
 * What stands against taking this slot for an assurance confirmation. `isOffered` says whether a slot inside the window
 * is still to come, with a unit or without.
 */
export function checkSlotToConfirm(slot: Timeslot | undefined, isOffered: boolean, now: DateTime): CodedFault[] {
  if (!slot) return [isOffered ? noUnits('WRM-409-21') : noSuchSlot()];
  return [
    ...faultsWhen(slot.startDateTime < now, slotPassed(['requestedStartDateTime'])),
    ...faultsWhen(slot.availableUnits < 1, noUnits('WRM-409-21')),
  ];
}

export const noSuchSlot = (): CodedFault =>
  fault('WRM-422-23', about, 'reference', window, 'The schedule has no timeslot for this window.');

/** Whether a booking can be moved to this slot of its schedule; capacity is not asked, a rescheduling overrides. */
export function checkRescheduling(
  booking: Appointment,
  given: Rescheduling,
  { schedule, slot, now }: { schedule: CapacitySchedule; slot: Timeslot | undefined; now: DateTime },
): CodedFault[] {
  if (!allows(appointmentMachine, booking.state, 'reschedule')) {
    const message = `The appointment is ${booking.state}: only a Confirmed or a Cancelled one can be rescheduled.`;
    return [fault('WRM-409-25', about, 'state', ['state'], message)];
  }
  const type = rescheduleTypeOf(booking, schedule);
  return [
    ...faultsWhen(slot === undefined, noSuchSlot()),
    ...faultsWhen(
      given.requestedStartDateTime < now,
      fault(
        'WRM-422-24',
        about,
        'range',
        ['requestedStartDateTime'],
        'requestedStartDateTime must not be in the past.',
      ),
    ),
    ...faultsWhen(
      given.rescheduleType !== type,
      fault('WRM-422-25', about, 'enum', ['rescheduleType'], `rescheduleType must be ${type} for this appointment.`),
    ),
    ...faultsWhen(
      given.scheduleCode !== schedule.externalScheduleReference,
      fault(
        'WRM-422-26',
        about,
        'reference',
        ['scheduleCode'],
        'scheduleCode must be the externalScheduleReference of the schedule.',
      ),
    ),
  ];
}

/** A fulfilment has appointments; an assurance is between or by a date, as its activity says, or else its schedule. */
export function rescheduleTypeOf({ workType, activity }: Appointment, schedule: CapacitySchedule): ScheduleType {
  if (taskTypeOf(workType) === 'Fulfil') return 'APPOINTMENT';
  if (activity?.earliestStart !== undefined) return 'BETWEEN';
  return activity?.latestEnd !== undefined ? 'BY' : schedule.scheduleType;
}

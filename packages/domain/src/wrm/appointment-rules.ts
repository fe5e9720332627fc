import { allows } from '../kernel';
import type { Appointment, CapacitySchedule, Timeslot } from './appointment';
import { appointmentMachine, isOverdue } from './appointment';
import type { AssureConfirmation, Confirmation, Rescheduling, Reservation } from './appointment-shapes';
import type { Location } from './attributes';
import type { DateTime } from './date-time';
import type { AreaType, ScheduleType, WorkType } from './enumerations';
import { taskTypeOf } from './enumerations';
import type { CodedFault } from './faults';
import { fault, faultsWhen } from './faults';

const about = 'appointment';

/** Whether this can be reserved on the schedule; undefined for one that does not exist. */
export function checkReservation(given: Reservation, schedule: CapacitySchedule | undefined): CodedFault[] {
  if (!schedule)
    return [fault('01018', about, 'reference', ['scheduleId'], `There is no schedule ${given.scheduleId}.`)];
  const isTimed = given.timeslotId !== undefined || given.requestedStartDateTime !== undefined;
  const differing = [
    ...(schedule.workTypes.includes(given.workType) ? [] : ['workType']),
    ...(schedule.areaType === given.areaType ? [] : ['areaType']),
  ];
  return [
    ...faultsWhen(
      differing.length > 0,
      fault(
        'WRM-422-22',
        about,
        'reference',
        differing,
        `Schedule ${given.scheduleId} does not serve this ${differing.join(' and ')}.`,
      ),
    ),
    ...faultsWhen(
      given.campaignId !== undefined && given.campaignId !== schedule.campaignId,
      fault('01015', about, 'reference', ['campaignId', 'scheduleId'], 'The schedule does not belong to the campaign.'),
    ),
    ...faultsWhen(
      taskTypeOf(given.workType) === 'Fulfil' && !isTimed,
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

/** Whether a confirmation is of what was reserved: for a fulfilment its slot's kind of day and its campaign too. */
export function checkConfirmation(booking: Appointment, given: Confirmation): CodedFault[] {
  const differing =
    'dayOfWeek' in given
      ? [
          ...(given.dayOfWeek === booking.timeslot?.dayOfWeek ? [] : ['dayOfWeek']),
          ...(given.campaignId === booking.campaignId ? [] : ['campaignId']),
        ]
      : [];
  return [
    ...checkIdentification(booking, given),
    ...faultsWhen(
      differing.length > 0,
      fault('WRM-422-22', about, 'reference', differing, `${differing.join(', ')} must be as reserved.`),
    ),
  ];
}

/**
 * The slot that an assurance confirmation takes, out of those of its schedule: `DEFAULT` the one with exactly this
 * window, `FIRST_AVAILABLE_TIMESLOT` the earliest inside it that has a unit. Undefined when there is none.
 */
export function slotToConfirm(slots: readonly Timeslot[], given: AssureConfirmation): Timeslot | undefined {
  const { requestedStartDateTime: start, requestedEndDateTime: end } = given;
  if (given.reservationType === 'DEFAULT') return slotOfWindow(slots, start, end);
  return slots
    .filter((slot) => slot.startDateTime >= start && slot.endDateTime <= end && slot.availableUnits >= 1)
    .sort((one, other) => (one.startDateTime < other.startDateTime ? -1 : 1))[0];
}

export const slotOfWindow = (slots: readonly Timeslot[], start: DateTime, end: DateTime): Timeslot | undefined =>
  slots.find((slot) => slot.startDateTime === start && slot.endDateTime === end);

export const noSuchSlot = (): CodedFault =>
  fault(
    'WRM-422-23',
    about,
    'reference',
    ['requestedStartDateTime', 'requestedEndDateTime'],
    'The schedule has no timeslot for this window.',
  );

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

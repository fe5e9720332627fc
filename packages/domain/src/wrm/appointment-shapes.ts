import { location } from './attributes';
import type { TaskType } from './enumerations';
import type { Fault } from './faults';
import { faultsWhen } from './faults';
import type { ObjectRule, TypeOf } from './shape';
import { among, dateTime, number, object, oneOf, optional, required, text } from './shape';

/** What reserves an appointment: a slot by its id or by its window, or for assurance neither. */
export const reservation = object(
  {
    scheduleId: required(text()),
    workType: required(oneOf('workType')),
    areaType: required(oneOf('areaType')),
    location: required(location),
    campaignId: optional(text()),
    timeslotId: optional(text()),
    requestedStartDateTime: optional(dateTime),
    requestedEndDateTime: optional(dateTime),
    productId: optional(text()),
    externalReference: optional(text()),
  },
  slotOrWindow,
  endAfterStart,
);

const common = {
  bookingId: required(text()),
  scheduleId: required(text()),
  areaType: required(oneOf('areaType')),
  bookingType: required(oneOf('bookingType')),
  workType: required(oneOf('workType')),
  location: required(location),
};

/** What confirms an appointment of a fulfilment. */
export const fulfilConfirmation = object({
  ...common,
  campaignId: required(text()),
  customerSiteVisitRequired: required(oneOf('yesNo')),
  appointmentType: required(among('APPOINTMENT')),
  dayOfWeek: required(oneOf('dayOfWeek')),
});

/** What confirms an appointment of an assurance. */
export const assureConfirmation = object(
  {
    ...common,
    productId: required(text()),
    reservationCategory: required(oneOf('reservationCategory')),
    reservationType: required(oneOf('reservationType')),
    requestedStartDateTime: required(dateTime),
    requestedEndDateTime: required(dateTime),
    timeslotType: required(oneOf('timeslotType')),
  },
  endAfterStart,
);

export const confirmations = { Fulfil: fulfilConfirmation, Assure: assureConfirmation } as const satisfies Record<
  TaskType,
  unknown
>;

/** What moves an appointment to another slot. */
export const rescheduling = object(
  {
    bookingId: required(text()),
    releaseOriginalSlot: required(number({ integer: true, min: -99, max: 99 })),
    requestedStartDateTime: required(dateTime),
    requestedEndDateTime: required(dateTime),
    rescheduleType: required(oneOf('rescheduleType')),
    scheduleCode: required(text()),
  },
  endAfterStart,
);

export type Reservation = TypeOf<typeof reservation>;
export type FulfilConfirmation = TypeOf<typeof fulfilConfirmation>;
export type AssureConfirmation = TypeOf<typeof assureConfirmation>;
export type Confirmation = FulfilConfirmation | AssureConfirmation;
export type Rescheduling = TypeOf<typeof rescheduling>;

const start = 'requestedStartDateTime';
const end = 'requestedEndDateTime';

function slotOrWindow(value: Parameters<ObjectRule>[0]): Fault[] {
  const window = [start, end].filter((name) => value[name] !== undefined);
  const object = 'appointment';
  return [
    ...faultsWhen(window.length === 1, {
      object,
      reason: 'missing',
      message: `${start} and ${end} are given together.`,
      attributes: [start, end].filter((name) => !window.includes(name)),
    }),
    ...faultsWhen(window.length > 0 && value.timeslotId !== undefined, {
      object,
      reason: 'anyOf',
      message: 'The slot is named either by timeslotId or by its window.',
      attributes: ['timeslotId', ...window],
    }),
  ];
}

function endAfterStart(value: Parameters<ObjectRule>[0]): Fault[] {
  const { [start]: from, [end]: to } = value as Readonly<Record<string, string | undefined>>;
  return faultsWhen(from !== undefined && to !== undefined && to <= from, {
    object: 'appointment',
    reason: 'range',
    message: `${end} must be after ${start}.`,
    attributes: [end],
  });
}

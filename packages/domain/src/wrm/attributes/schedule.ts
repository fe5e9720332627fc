import type { Fault } from '../faults';
import type { ObjectRule, TypeOf } from '../shape';
import { dateTime, flag, note, nullable, object, oneOf, optional, text, withDefault } from '../shape';

/** The schedule of an activity that is created or added. */
export const newSchedule = object({
  scheduleId: optional(text()),
  siteVisitType: optional(oneOf('siteVisitType')),
  workDivision: optional(text()),
  areaSite: optional(text()),
  classOfWork: optional(text()),
  equipmentType: optional(text()),
  campaignId: optional(text()),
  allowAppointmentBroughtForward: withDefault(flag, false),
  appointmentBookingId: optional(text()),
  appointmentRequired: withDefault(flag, false),
  appointmentTime: optional(dateTime),
  chorusReschAllowed: withDefault(flag, true),
  earliestStart: optional(dateTime),
  latestEnd: optional(dateTime),
  externalScheduleReference: optional(text()),
  note: optional(note),
});

/** What a supplier may change of a schedule; a null time is cleared. */
export const supplierSchedule = object(
  {
    appointmentRequired: optional(flag),
    appointmentTime: nullable(dateTime),
    nextActionOwner: optional(text()),
    note: optional(note),
    rescheduleReason: optional(oneOf('rescheduleReason')),
    scheduledStart: nullable(dateTime),
    scheduledEnd: nullable(dateTime),
    workDivision: optional(text()),
  },
  mustChangeSomething,
);

/** What a requestor may change of a schedule; a null time is cleared. */
export const requestorSchedule = object(
  {
    scheduleId: optional(text()),
    campaignId: optional(text()),
    allowAppointmentBroughtForward: optional(flag),
    appointmentBookingId: optional(text()),
    appointmentRequired: optional(flag),
    appointmentTime: nullable(dateTime),
    earliestStart: optional(dateTime),
    latestEnd: optional(dateTime),
    nextActionOwner: optional(text()),
    note: optional(note),
    rescheduleReason: optional(oneOf('rescheduleReason')),
  },
  mustChangeSomething,
);

export type NewSchedule = TypeOf<typeof newSchedule>;
export type SupplierSchedule = TypeOf<typeof supplierSchedule>;
export type RequestorSchedule = TypeOf<typeof requestorSchedule>;

/** The attributes that only these work types carry. */
export const workTypeAttributes = ['workDivision', 'areaSite', 'classOfWork', 'equipmentType'] as const;

function mustChangeSomething(value: Parameters<ObjectRule>[0], path: string): Fault[] {
  if (Object.keys(value).length > 0) return [];
  return [{ object: path, reason: 'missing', message: 'schedule must name at least one attribute.', attributes: [] }];
}

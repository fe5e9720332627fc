import { location } from './attributes';
import type { Fault } from './faults';
import { faultsWhen } from './faults';
import { roles } from './party';
import type { ObjectRule, TypeOf } from './shape';
import {
  among,
  dateTime,
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  required,
  text,
  withDefault,
} from './shape';

const workTypes = list(oneOf('workType'));

export const newParty = object({
  id: required(text({ maxLength: 64 })),
  name: required(text({ maxLength: 255 })),
  role: required(among(...roles)),
  workTypes: withDefault(workTypes, []),
});

export const partyChange = object({ name: optional(text({ maxLength: 255 })), workTypes: optional(workTypes) });

export const newClient = object({
  clientId: required(text({ maxLength: 64 })),
  partyId: required(text()),
  expiresAt: optional(dateTime),
});

export const clientChange = object({ active: optional(flag), expiresAt: nullable(dateTime) });

const allocationRule = object({
  workType: required(oneOf('workType')),
  areaType: optional(oneOf('areaType')),
  workDivision: optional(text()),
  areaSite: optional(text()),
  classOfWork: optional(text()),
  supplierId: required(text()),
});

/** All the rules, in the order in which they are asked. */
export const allocationRuleList = object({ rules: required(list(allocationRule)) });

export const activityTypeChange = object({ workSupplierAllowedToCancel: required(flag) });

/** The places that a schedule serves; none named means all of its area. */
const locations = list(location, { distinctBy: ['locationId', 'locationIdType'] });

const scheduleAttributes = {
  workDivision: optional(text()),
  areaSite: optional(text()),
  classOfWork: optional(text()),
  equipmentType: optional(text()),
};

export const newCapacitySchedule = object({
  scheduleId: required(text({ maxLength: 64 })),
  workSupplierId: required(text()),
  externalScheduleReference: required(text({ maxLength: 255 })),
  workTypes: required(list(oneOf('workType'), { atLeast: 1 })),
  areaType: required(oneOf('areaType')),
  scheduleType: required(oneOf('scheduleType')),
  campaignId: optional(text()),
  locations: withDefault(locations, []),
  ...scheduleAttributes,
});

export const capacityScheduleChange = object({
  externalScheduleReference: optional(text({ maxLength: 255 })),
  workTypes: optional(list(oneOf('workType'), { atLeast: 1 })),
  campaignId: nullable(text()),
  locations: optional(locations),
});

const timeslot = object(
  {
    startDateTime: required(dateTime),
    endDateTime: required(dateTime),
    timeslotType: withDefault(oneOf('timeslotType'), 'APPOINTMENT'),
    dayOfWeek: withDefault(oneOf('dayOfWeek'), 'Business days'),
    totalUnits: required(number({ integer: true, min: 0, max: 10_000 })),
  },
  slotEndsAfterStart,
);

/** Slots of a schedule; one that exists for the same window gets these units. */
export const timeslotList = object({
  timeslots: required(list(timeslot, { atLeast: 1, distinctBy: ['startDateTime', 'endDateTime'] })),
});

export const newCampaign = object({
  campaignId: required(text({ maxLength: 64 })),
  name: required(text({ maxLength: 255 })),
  workTypes: required(list(oneOf('workType'), { atLeast: 1 })),
  workSupplierId: required(text()),
  from: required(dateTime),
  to: required(dateTime),
  active: withDefault(flag, true),
});

export const campaignChange = object({
  name: optional(text({ maxLength: 255 })),
  workTypes: optional(list(oneOf('workType'), { atLeast: 1 })),
  from: optional(dateTime),
  to: optional(dateTime),
  active: optional(flag),
});

export type NewParty = TypeOf<typeof newParty>;
export type NewClient = TypeOf<typeof newClient>;
export type NewCapacitySchedule = TypeOf<typeof newCapacitySchedule>;
export type NewTimeslot = TypeOf<typeof timeslot>;
export type NewCampaign = TypeOf<typeof newCampaign>;

/** Live secrets that a client may have, so that it can change one without a break. */
export const LIVE_SECRETS = 2;

function slotEndsAfterStart({ startDateTime, endDateTime }: Parameters<ObjectRule>[0], path: string): Fault[] {
  return faultsWhen((endDateTime as string) <= (startDateTime as string), {
    object: path,
    reason: 'range',
    message: 'endDateTime must be after startDateTime.',
    attributes: ['endDateTime'],
  });
}

import { enumerations } from './enumerations';
import { eventTypes, notifyTypes } from './event-catalogue';
import type { TypeOf } from './shape';
import { among, dateTime, object, oneOf, optional, required, text, withDefault } from './shape';

/** From an instant on, and until before another. */
export const period = { from: optional(dateTime), to: optional(dateTime) };

const yesOrNo = among('true', 'false');

/** Which appointments are listed; `from` and `to` speak of when they were reserved. */
export const appointmentFilters = object({
  state: optional(oneOf('appointmentState')),
  scheduleId: optional(text()),
  taskId: optional(text()),
  ...period,
});

const place = { locationId: text(), locationIdType: oneOf('locationIdType') };

const slotFilters = {
  areaType: required(oneOf('areaType')),
  scheduleId: required(text()),
  locationId: required(place.locationId),
  locationIdType: required(place.locationIdType),
  ...period,
  includeFull: optional(yesOrNo),
};

/** What is said to see the slots for a booking; an assurance says its type of work too. */
export const bookingSlotFilters = {
  Fulfil: object({ ...slotFilters, workType: optional(oneOf('workType')) }),
  Assure: object({ ...slotFilters, workType: required(oneOf('workType')) }),
} as const;

/** Which schedules are offered, and which of their slots. */
export const offerFilters = object({
  workType: optional(oneOf('workType')),
  areaType: optional(oneOf('areaType')),
  locationId: optional(place.locationId),
  locationIdType: optional(place.locationIdType),
  siteVisitType: optional(oneOf('siteVisitType')),
  campaignId: optional(text()),
  workDivision: optional(text()),
  areaSite: optional(text()),
  classOfWork: optional(text()),
  equipmentType: optional(text()),
  ...period,
});

/** Which campaigns are listed. */
export const campaignFilters = object({
  workType: optional(oneOf('workType')),
  areaType: optional(oneOf('areaType')),
  active: optional(yesOrNo),
});

/** What finds the channel for work. */
export const channelFilters = object({
  taskType: optional(oneOf('taskType')),
  workType: required(oneOf('workType')),
  areaType: optional(oneOf('areaType')),
  locationId: optional(place.locationId),
  locationIdType: optional(place.locationIdType),
  workDivision: optional(text()),
  areaSite: optional(text()),
  classOfWork: optional(text()),
});

/** The states of activities without their phases. */
const stateNames = [...enumerations.openState, ...enumerations.activeState, ...enumerations.closedState] as const;

/** Which tasks are listed, and in which order. */
export const taskFilters = object({
  status: optional(oneOf('taskStatus')),
  substate: optional(oneOf('taskSubstate')),
  taskType: optional(oneOf('taskType')),
  workType: optional(oneOf('workType')),
  workSupplierId: optional(text()),
  externalReference: optional(text()),
  productInstanceId: optional(text()),
  activityCategory: optional(oneOf('activityCategory')),
  activityState: optional(among(...stateNames)),
  createdFrom: optional(dateTime),
  createdTo: optional(dateTime),
  updatedSince: optional(dateTime),
  sort: withDefault(among('createdDateTime', '-updatedDateTime'), 'createdDateTime'),
});

/** Which notifications are listed; `after` is a sequence. */
export const notificationFilters = object({
  direction: optional(among('inbound', 'outbound')),
  notificationType: optional(among(...eventTypes, ...notifyTypes)),
  taskId: optional(text()),
  linkedNotificationId: optional(text()),
  subscriberId: optional(text()),
  ...period,
  after: optional(text({ format: 'count' })),
});

/** How a notification is posted. */
export const postingOptions = object({ dryRun: withDefault(yesOrNo, 'false') });

export const capacityScheduleFilters = object({ workSupplierId: optional(text()) });

export const periodFilter = object(period);

export type AppointmentFilters = TypeOf<typeof appointmentFilters>;
export type OfferFilters = TypeOf<typeof offerFilters>;
export type CampaignFilters = TypeOf<typeof campaignFilters>;
export type TaskFilters = TypeOf<typeof taskFilters>;
export type NotificationFilters = TypeOf<typeof notificationFilters>;

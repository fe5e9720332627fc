import type { TypeOf } from './shape';
import { among, dateTime, object, oneOf, optional, required, text } from './shape';

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

export const capacityScheduleFilters = object({ workSupplierId: optional(text()) });

export const periodFilter = object(period);

export type AppointmentFilters = TypeOf<typeof appointmentFilters>;
export type OfferFilters = TypeOf<typeof offerFilters>;
export type CampaignFilters = TypeOf<typeof campaignFilters>;

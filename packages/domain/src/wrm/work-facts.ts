import type { ScheduleType, ValueOf, WorkType } from './enumerations';
import type { Party } from './party';

/** A kind of activity, as configured. */
export interface ActivityType {
  name: string;
  /** Whether a supplier may cancel an activity of this kind that has never been active. */
  workSupplierAllowedToCancel: boolean;
}

export interface KnownSchedule {
  scheduleId: string;
  externalScheduleReference: string;
  workSupplierId: string;
  scheduleType: ScheduleType;
  workTypes: readonly WorkType[];
  campaignId?: string | undefined;
}

export interface KnownCampaign {
  campaignId: string;
  workTypes: readonly WorkType[];
}

export interface KnownBooking {
  bookingId: string;
  scheduleId: string;
  workSupplierId: string;
  reservedByPartyId: string;
  state: ValueOf<'appointmentState'>;
  /** The activity that it serves. */
  activityId?: string | undefined;
}

/** What is stored of everything that an event names: the caller loads it, and what it does not find is unknown. */
export interface WorkFacts {
  suppliers: ReadonlyMap<string, Party>;
  schedules: ReadonlyMap<string, KnownSchedule>;
  campaigns: ReadonlyMap<string, KnownCampaign>;
  bookings: ReadonlyMap<string, KnownBooking>;
  activityTypes: ReadonlyMap<string, ActivityType>;
}

/** For events that name none of it. */
export const noFacts: WorkFacts = {
  suppliers: new Map(),
  schedules: new Map(),
  campaigns: new Map(),
  bookings: new Map(),
  activityTypes: new Map(),
};

import type { StateMachine } from '../kernel';
import { addDays, instantOf, localDay } from '../kernel';
import type { Location } from './attributes';
import type { DateTime } from './date-time';
import type { AreaType, DayOfWeek, ScheduleType, TimeslotType, ValueOf, WorkType } from './enumerations';
import { enumerations } from './enumerations';
import { zone } from './schedule-slots';

export type AppointmentState = ValueOf<'appointmentState'>;

/** The capacity of a schedule between two instants. */
export interface Timeslot {
  timeslotId: string;
  scheduleId: string;
  startDateTime: DateTime;
  endDateTime: DateTime;
  timeslotType: TimeslotType;
  dayOfWeek: DayOfWeek;
  availableUnits: number;
}

/** Where units are found: the calendar of one supplier for some types of work. */
export interface CapacitySchedule {
  scheduleId: string;
  externalScheduleReference: string;
  workSupplierId: string;
  scheduleType: ScheduleType;
  workTypes: readonly WorkType[];
  areaType: AreaType;
  campaignId?: string | undefined;
  /** The places that it serves; none named means all of its area. */
  locations: readonly Location[];
}

/** A campaign as far as it opens its schedules: while it is active, for work within its time. */
export interface CampaignWindow {
  campaignId: string;
  active: boolean;
  from: DateTime;
  to: DateTime;
}

/** One booking, which is one unit once it has a slot. */
export interface Appointment {
  bookingId: string;
  state: AppointmentState;
  scheduleId: string;
  workType: WorkType;
  areaType: AreaType;
  location: Location;
  campaignId?: string | undefined;
  /** Undefined as long as an assurance reservation has no slot. */
  timeslot?: Timeslot | undefined;
  /** True as long as it has a unit of its slot. */
  holdsUnit: boolean;
  /** Undefined once it is confirmed, or linked to a task. */
  expiresAt?: DateTime | undefined;
  /** The activity that it serves, and the window that this leaves to a rescheduling. */
  activity?: { id: string; earliestStart?: DateTime | undefined; latestEnd?: DateTime | undefined } | undefined;
  reservedByPartyId: string;
}

export type AppointmentTrigger = 'confirm' | 'reschedule' | 'cancel' | 'expire';

/** The life of a booking. Cancelled is not the end: the same booking can be rescheduled. */
// prettier-ignore
export const appointmentMachine: StateMachine<AppointmentState, AppointmentTrigger> = {
  name: 'appointment',
  initial: 'Reserved',
  states: enumerations.appointmentState,
  transitions: {
    confirm:    { from: ['Reserved'],               to: 'Confirmed' },
    reschedule: { from: ['Confirmed', 'Cancelled'], to: 'Confirmed' },
    cancel:     { from: ['Reserved', 'Confirmed'],  to: 'Cancelled' },
    expire:     { from: ['Reserved'],               to: 'Expired' },
  },
};

/** Minutes for which a reservation is held unless it is linked to a task. */
export const RESERVATION_MINUTES = 30;

/** Calendar days ahead for which timeslots are offered. */
export const HORIZON_DAYS = 89;

const MS_PER_DAY = 86_400_000;
const END_OF_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Until before which instant slots are offered from this one on: the end of the last day, by the clocks of the country.
 * At the ends of the calendar, where there are no such days, by hours.
 */
export function offeredUntil(from: Date): Date {
  const year = from.getUTCFullYear();
  return year > 1 && year < 9999
    ? instantOf(addDays(localDay(from, zone), HORIZON_DAYS + 1), '00:00', zone)
    : new Date(Math.min(from.getTime() + HORIZON_DAYS * MS_PER_DAY, END_OF_TIME));
}

/** When a reservation made now ends, unless it is confirmed or linked before. */
export const reservationEnd = (now: DateTime): DateTime =>
  new Date(Date.parse(now) + RESERVATION_MINUTES * 60_000).toISOString();

/** True for a reservation whose time is over at this instant. */
export const isOverdue = ({ state, expiresAt }: Pick<Appointment, 'state' | 'expiresAt'>, now: DateTime): boolean =>
  state === 'Reserved' && expiresAt !== undefined && expiresAt <= now;

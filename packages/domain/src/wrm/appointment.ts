import type { StateMachine } from '../kernel';
import type { Location } from './attributes';
import type { DateTime } from './date-time';
import type { AreaType, DayOfWeek, ScheduleType, TimeslotType, ValueOf, WorkType } from './enumerations';
import { enumerations } from './enumerations';

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

/** When a reservation made now ends, unless it is confirmed or linked before. */
export const reservationEnd = (now: DateTime): DateTime =>
  new Date(Date.parse(now) + RESERVATION_MINUTES * 60_000).toISOString();

/** True for a reservation whose time is over at this instant. */
export const isOverdue = ({ state, expiresAt }: Pick<Appointment, 'state' | 'expiresAt'>, now: DateTime): boolean =>
  state === 'Reserved' && expiresAt !== undefined && expiresAt <= now;

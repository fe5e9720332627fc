import type {
  Alert,
  Assessment,
  Booking,
  Contact,
  CourtCase,
  Discharge,
  MovementCount,
  PersonalCareNeed,
  Prisoner,
  ReasonableAdjustment,
  RollCountUnit,
} from './records';

/** A register that is held in memory, indexed for the questions of the port. */
export interface Register {
  byPrisonNumber: ReadonlyMap<string, RegisteredPrisoner>;
  byBookingId: ReadonlyMap<number, RegisteredBooking>;
  prisons: ReadonlyMap<string, RegisteredPrison>;
  /** Names of courts and prisons by agency code. */
  agencyNames: ReadonlyMap<string, string>;
  /** E-mail addresses by user name. */
  userEmails: ReadonlyMap<string, string>;
}

export interface RegisteredPrisoner {
  prisoner: Prisoner;
  /** Active or not. */
  alerts: Alert[];
  careNeeds: PersonalCareNeed[];
}

export interface RegisteredBooking {
  booking: Booking;
  assessments: Assessment[];
  contacts: Contact[];
  adjustments: ReasonableAdjustment[];
  courtCases: CourtCase[];
  regime: readonly RegimeSession[];
  image: Uint8Array | undefined;
}

/** An activity that comes back every week. */
export interface RegimeSession {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  /** `HH:MM`, London time. */
  start: string;
  end: string;
  place: string;
  placeCode: string;
}

/** A prison's roll as it stands, and the traffic of each day of an ordinary week, Monday first. */
export interface RegisteredPrison {
  units: RollCountUnit[];
  movements: readonly MovementCount[];
  discharges: readonly Discharge[][];
}

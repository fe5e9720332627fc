import type { Day } from '@switchyard/domain/book-secure-move';
import type {
  Activity,
  Alert,
  Assessment,
  Booking,
  Contact,
  CourtCase,
  CourtHearing,
  Discharge,
  MovementCount,
  PersonalCareNeed,
  Prisoner,
  ReasonableAdjustment,
  RollCountUnit,
} from './records';

/**
 * The prison register: everything that this service asks of the prison systems. Unless an operation says otherwise it
 * rejects with a NomisUnavailable: NomisBadGateway when the register refused (an unknown booking is status 404 there),
 * NomisConnectionFailed or NomisTimeout when it could not be asked. It never answers with half a record.
 */
export interface Nomis {
  /** Whether asking it means waiting for another system. */
  readonly remote: boolean;
  /** The prisoner, or undefined: any refusal counts as not found, only a lost connection and a timeout reject. */
  getPrisoner(prisonNumber: string): Promise<Prisoner | undefined>;
  /** Where the prisoner is, in words, or null: it never rejects, a move is shown without it. */
  getLocationDescription(prisonNumber: string): Promise<string | null>;
  /** The active alerts, none of somebody unknown. They may carry an end date that has passed. */
  getAlerts(prisonNumber: string): Promise<Alert[]>;
  /** The care needs of these problem types, ended ones too. Nobody, or no type, gives none without a call. */
  getPersonalCareNeeds(prisonNumbers: readonly string[], types: readonly string[]): Promise<PersonalCareNeed[]>;

  getBooking(bookingId: number): Promise<Booking>;
  getAssessments(bookingId: number): Promise<Assessment[]>;
  /** Next of kin first, then the other contacts. */
  getContacts(bookingId: number): Promise<Contact[]>;
  /** The adjustments with these treatment codes. No code gives none without a call. */
  getReasonableAdjustments(bookingId: number, codes: readonly string[]): Promise<ReasonableAdjustment[]>;
  /** The face as JPEG bytes, or undefined when the booking has no image. */
  getImage(bookingId: number): Promise<Uint8Array | undefined>;

  /** Every case when `activeOnly` is left out or false, otherwise the active ones. */
  getCourtCases(bookingId: number, activeOnly?: boolean): Promise<CourtCase[]>;
  /** The hearings on the days from `from` to `to`, both included. */
  getCourtHearings(bookingId: number, from: Day, to: Day): Promise<CourtHearing[]>;
  /** The activities on the days from `from` to `to`, both included; at most a thousand. */
  getActivities(bookingId: number, from: Day, to: Day): Promise<Activity[]>;

  createCourtHearing(hearing: NewCourtHearing): Promise<Created>;
  createTransfer(transfer: NewTransfer): Promise<Created>;
  cancelTransfer(transfer: { bookingId: number; eventId: number }): Promise<void>;

  /** Who is where in the prison now, by living unit; empty when the register knows nothing of the prison. */
  getRollCount(agencyId: string): Promise<RollCountUnit[]>;
  getMovements(agencyId: string, day: Day): Promise<MovementCount>;
  getDischarges(agencyId: string, day: Day): Promise<Discharge[]>;

  /** The user's e-mail address, or null when the user has none or the user register refuses. An address is its own. */
  getUserEmail(username: string): Promise<string | null>;
}

export interface NewCourtHearing {
  bookingId: number;
  caseId: number;
  /** Agency codes. */
  fromPrisonLocation: string;
  toCourtLocation: string;
  startsAt: Date;
  comments: string | null;
}

export interface NewTransfer {
  bookingId: number;
  /** Agency codes. */
  fromPrisonLocation: string;
  toPrisonLocation: string;
  scheduledAt: Date;
}

/** The id of the event that the register made. */
export interface Created {
  id: number;
}

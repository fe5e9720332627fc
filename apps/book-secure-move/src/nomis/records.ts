import type { Day } from '@switchyard/domain/book-secure-move';

/**
 * What the prison systems hold, in their own words: member names are those of the upstream answers, members that this
 * service does not use are left out, and a missing member reads as null.
 */

/** `YYYY-MM-DDTHH:MM:SS` on a clock in London, as the prison systems write instants. `fromLondonTime` reads it. */
export type LondonTime = string;

/** A record of the prisoner search. */
export interface Prisoner {
  prisonerNumber: string;
  firstName: string;
  lastName: string;
  dateOfBirth: Day | null;
  /** A title such as `Male`, not a code. */
  gender: string | null;
  /** A title such as `White: Irish`, not a code. */
  ethnicity: string | null;
  croNumber: string | null;
  pncNumber: string | null;
  /** The latest booking; null for somebody who has none. */
  bookingId: number | null;
  /** The prison's agency code, or `OUT`. */
  prisonId: string | null;
  prisonName: string | null;
  /** Where the prisoner is, in a sentence; the prison's name for somebody inside. */
  locationDescription: string | null;
  currentFacialImageId: number | null;
}

export interface Alert {
  alertUuid: string;
  prisonNumber: string;
  alertCode: AlertCode;
  description: string | null;
  activeFrom: Day | null;
  activeTo: Day | null;
  isActive: boolean;
  createdAt: LondonTime;
}

export interface AlertCode {
  alertTypeCode: string;
  alertTypeDescription: string | null;
  code: string;
  description: string | null;
}

export interface PersonalCareNeed {
  /** The prison number. */
  offenderNo: string;
  /** `MATSTAT`, `PHY`, `PSYCH`, `DISAB` or `SC`. */
  problemType: string;
  problemCode: string;
  /** `ON` while the need lasts. */
  problemStatus: string | null;
  problemDescription: string | null;
  commentText: string | null;
  startDate: Day | null;
  endDate: Day | null;
}

export interface Booking {
  bookingId: number;
  offenderNo: string | null;
  agencyId: string | null;
  /** The category in words, for example `Cat B`. */
  category: string | null;
  /** The key of a category of the reference data, for example `B`. */
  categoryCode: string | null;
  csra: string | null;
}

export interface Assessment {
  assessmentCode: string;
  assessmentDescription: string | null;
  classification: string | null;
  assessmentComment: string | null;
  assessmentDate: Day | null;
  approvalDate: Day | null;
  nextReviewDate: Day | null;
}

export interface Contact {
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  relationshipDescription: string | null;
  commentText: string | null;
  activeFlag: boolean;
  /** True for those listed as next of kin, false for all other contacts. */
  nextOfKin: boolean;
  createDateTime: string | null;
  expiryDate: string | null;
}

export interface ReasonableAdjustment {
  treatmentCode: string;
  treatmentDescription: string | null;
  commentText: string | null;
  startDate: Day | null;
  endDate: Day | null;
  agencyId: string | null;
}

export interface Agency {
  agencyId: string;
  description: string | null;
}

export interface CourtHearing {
  id: number;
  dateTime: LondonTime;
  location: Agency | null;
}

export interface CourtCase {
  id: number;
  caseSeq: number | null;
  beginDate: Day | null;
  agency: Agency | null;
  caseType: string | null;
  /** `ACTIVE` or `CLOSED`. */
  caseStatus: string | null;
  caseInfoNumber: string | null;
  courtHearings: CourtHearing[];
}

export interface Activity {
  eventId: number;
  eventTypeDesc: string | null;
  startTime: LondonTime;
  endTime: LondonTime | null;
  /** Where in the prison, in words. */
  eventLocation: string | null;
  locationCode: string | null;
}

/** One living unit of a prison as it is now. */
export interface RollCountUnit {
  livingUnitDesc: string | null;
  bedsInUse: number;
  currentlyInCell: number;
  currentlyOut: number;
}

/** People who came into and went out of a prison on one day. */
export interface MovementCount {
  in: number;
  out: number;
}

/** Somebody who left a prison on release. */
export interface Discharge {
  offenderNo: string;
  reasonDescription: string | null;
}

import type { Day } from './day';

export interface Person {
  id: string;
  firstNames: string;
  lastName: string;
  dateOfBirth: Day | null;
  genderAdditionalInformation: string | null;
  prisonNumber: string | null;
  criminalRecordsOffice: string | null;
  policeNationalComputer: string | null;
  genderId: string | null;
  ethnicityId: string | null;
  /** The prison case-management system's current booking of this person. */
  latestNomisBookingId: number | null;
  createdAt: Date;
  updatedAt: Date;
}

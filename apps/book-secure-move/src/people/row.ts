import type { Person, Profile } from '@switchyard/domain/book-secure-move';
import type { WireAnswer } from './answers';
import { toAnswer } from './answers';

/** A row of `people`. */
export interface PersonRow {
  id: string;
  first_names: string;
  last_name: string;
  date_of_birth: string | null;
  gender_id: string | null;
  gender_additional_information: string | null;
  ethnicity_id: string | null;
  prison_number: string | null;
  criminal_records_office: string | null;
  police_national_computer: string | null;
  latest_nomis_booking_id: number | null;
  created_at: Date;
  updated_at: Date;
}

export const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  firstNames: row.first_names,
  lastName: row.last_name,
  dateOfBirth: row.date_of_birth,
  genderId: row.gender_id,
  genderAdditionalInformation: row.gender_additional_information,
  ethnicityId: row.ethnicity_id,
  prisonNumber: row.prison_number,
  criminalRecordsOffice: row.criminal_records_office,
  policeNationalComputer: row.police_national_computer,
  latestNomisBookingId: row.latest_nomis_booking_id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** A row of `profiles`. */
export interface ProfileRow {
  id: string;
  person_id: string;
  assessment_answers: readonly WireAnswer[];
  requires_youth_risk_assessment: boolean | null;
  csra: string | null;
  category_id: string | null;
  created_at: Date;
  updated_at: Date;
}

export const toProfile = (row: ProfileRow): Profile => ({
  id: row.id,
  personId: row.person_id,
  assessmentAnswers: row.assessment_answers.map(toAnswer),
  requiresYouthRiskAssessment: row.requires_youth_risk_assessment,
  csra: row.csra,
  categoryId: row.category_id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

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

/** A person without what is never shown. */
export type ShownPerson = Omit<Person, 'latestNomisBookingId' | 'createdAt' | 'updatedAt'>;
export type ShownPersonRow = Omit<PersonRow, 'id' | 'latest_nomis_booking_id' | 'created_at' | 'updated_at'>;

export const toShownPerson = (id: string, row: ShownPersonRow): ShownPerson => ({
  id,
  firstNames: row.first_names,
  lastName: row.last_name,
  dateOfBirth: row.date_of_birth,
  genderId: row.gender_id,
  genderAdditionalInformation: row.gender_additional_information,
  ethnicityId: row.ethnicity_id,
  prisonNumber: row.prison_number,
  criminalRecordsOffice: row.criminal_records_office,
  policeNationalComputer: row.police_national_computer,
});

export const toPerson = (row: PersonRow): Person => ({
  ...toShownPerson(row.id, row),
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

/** A profile without what is never shown. */
export type ShownProfile = Omit<Profile, 'createdAt' | 'updatedAt'>;
export type ShownProfileRow = Omit<ProfileRow, 'id' | 'person_id' | 'created_at' | 'updated_at'>;

export const toShownProfile = (id: string, personId: string, row: ShownProfileRow): ShownProfile => ({
  id,
  personId,
  assessmentAnswers: row.assessment_answers.map(toAnswer),
  requiresYouthRiskAssessment: row.requires_youth_risk_assessment,
  csra: row.csra,
  categoryId: row.category_id,
});

export const toProfile = (row: ProfileRow): Profile => ({
  ...toShownProfile(row.id, row.person_id, row),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

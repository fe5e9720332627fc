import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Person, Profile } from '@switchyard/domain/book-secure-move';
import { canonicalPnc } from '@switchyard/domain/book-secure-move';
import { uuidOf } from '../shared/uuid';
import type { PersonRow, ProfileRow } from './row';
import { toPerson, toProfile } from './row';

const profileById = prepared<ProfileRow>('profile-by-id', 'select * from profiles where id = $1');
const personById = prepared<PersonRow>('person-by-id', 'select * from people where id = $1');
const personLock = prepared<PersonRow>('person-lock', 'select * from people where id = $1 for no key update');
const personOfProfile = prepared<PersonRow>(
  'person-of-profile',
  'select pe.* from people pe join profiles p on p.person_id = pe.id where p.id = $1',
);
const profilesOf = prepared<ProfileRow>(
  'profiles-of-people',
  'select * from profiles where person_id = any($1::uuid[]) order by created_at, id',
);
const latestOf = prepared<ProfileRow>(
  'profiles-latest-of-people',
  `select distinct on (person_id) * from profiles where person_id = any($1::uuid[])
   order by person_id, created_at desc, id desc`,
);

export async function findProfile(db: Connection, id: string): Promise<Profile | undefined> {
  const row = await db.first(profileById, [id]);
  return row && toProfile(row);
}

export async function findPerson(db: Connection, id: string): Promise<Person | undefined> {
  const row = await db.first(personById, [id]);
  return row && toPerson(row);
}

/** The person of a path. Throws NotFound for an unknown or malformed id. */
export async function getPerson(db: Connection, id: string): Promise<Person> {
  const person = await findPerson(db, uuidOf('person', id));
  if (!person) throw new NotFound('person', id);
  return person;
}

/** The person, held until the request commits. Throws NotFound. */
export async function lockPerson(tx: Transaction, id: string): Promise<Person> {
  const row = await tx.first(personLock, [uuidOf('person', id)]);
  if (!row) throw new NotFound('person', id);
  return toPerson(row);
}

export async function findPersonOfProfile(db: Connection, profileId: string): Promise<Person | undefined> {
  const row = await db.first(personOfProfile, [profileId]);
  return row && toPerson(row);
}

/** All profiles of these people, oldest first. */
export async function profilesOfPeople(db: Connection, personIds: readonly string[]): Promise<Profile[]> {
  return personIds.length === 0 ? [] : (await db.rows(profilesOf, [personIds])).map(toProfile);
}

/** The latest profile of each of these people who has one, by the person's id. */
export async function latestProfiles(db: Connection, personIds: readonly string[]): Promise<Map<string, Profile>> {
  const rows = personIds.length === 0 ? [] : await db.rows(latestOf, [personIds]);
  return new Map(rows.map((row) => [row.person_id, toProfile(row)]));
}

const insert = prepared(
  'person-insert',
  `insert into people (id, first_names, last_name, date_of_birth, gender_id, gender_additional_information,
     ethnicity_id, prison_number, criminal_records_office, police_national_computer, pnc_canonical,
     latest_nomis_booking_id, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
);
const update = prepared(
  'person-update',
  `update people set first_names = $2, last_name = $3, date_of_birth = $4, gender_id = $5,
     gender_additional_information = $6, ethnicity_id = $7, prison_number = $8, criminal_records_office = $9,
     police_national_computer = $10, pnc_canonical = $11, updated_at = $12
   where id = $1`,
);

export function insertPerson(tx: Transaction, person: Person): void {
  tx.send(insert, [...described(person), person.latestNomisBookingId, person.createdAt, person.updatedAt]);
}

/** Stores a changed person; the booking is changed only by what the prison register says. */
export function savePerson(tx: Transaction, person: Person): void {
  tx.send(update, [...described(person), person.updatedAt]);
}

const described = (person: Person): unknown[] => [
  person.id,
  person.firstNames,
  person.lastName,
  person.dateOfBirth,
  person.genderId,
  person.genderAdditionalInformation,
  person.ethnicityId,
  person.prisonNumber,
  person.criminalRecordsOffice,
  person.policeNationalComputer,
  canonicalPnc(person.policeNationalComputer),
];

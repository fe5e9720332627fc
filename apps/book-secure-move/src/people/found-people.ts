import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { IdGenerator } from '@switchyard/domain';
import type { Person } from '@switchyard/domain/book-secure-move';
import { canonicalPnc } from '@switchyard/domain/book-secure-move';
import type { Prisoner } from '../nomis';
import type { ReferencePicture } from '../reference/reference-data';
import type { PersonRow } from './row';
import { toPerson } from './row';

const known = `first_names, last_name, date_of_birth, gender_id, ethnicity_id, criminal_records_office,
  police_national_computer, pnc_canonical, latest_nomis_booking_id`;
const qualified = (table: string): string => known.replace(/\w+/g, (column) => `${table}.${column}`);

// One at a time for each number, so that two lists cannot both add the same person.
const lockNumbers = prepared(
  'people-lock-numbers',
  `select pg_advisory_xact_lock(hashtextextended('people.prison_number ' || number, 0)) from unnest($1::text[]) number`,
);
const store = prepared(
  'people-store-found',
  `with found as (
     select * from jsonb_to_recordset($1::jsonb) as f (
       id uuid, prison_number text, first_names text, last_name text, date_of_birth date, gender_id uuid,
       ethnicity_id uuid, criminal_records_office text, police_national_computer text, pnc_canonical text,
       latest_nomis_booking_id integer)
   ), changed as (
     update people p set (${known}, updated_at) = (${qualified('f')}, $2)
     from found f
     where upper(p.prison_number) = f.prison_number and (${qualified('p')}) is distinct from (${qualified('f')})
   )
   insert into people (id, prison_number, ${known}, created_at, updated_at)
   select f.id, f.prison_number, ${qualified('f')}, $2, $2 from found f
   where not exists (select from people p where upper(p.prison_number) = f.prison_number)`,
);
const withNumber = prepared<PersonRow>(
  'people-with-prison-number',
  'select * from people where upper(prison_number) = $1 order by created_at, id',
);

/**
 * Stores what the prison register says of these prisoners: in every person with such a number, or, where there is
 * none, in a new one. Somebody of whom it says nothing new is not touched.
 */
export function storePrisoners(
  tx: Transaction,
  prisoners: readonly Prisoner[],
  { ids, now, reference }: { ids: IdGenerator; now: Date; reference: ReferencePicture },
): void {
  const found = new Map(prisoners.map((prisoner) => [prisoner.prisonerNumber.toUpperCase(), prisoner]));
  const numbers = [...found.keys()].sort();
  tx.send(lockNumbers, [numbers]);
  tx.send(store, [JSON.stringify(numbers.map((number) => describe(number, found.get(number)!))), now]);

  function describe(number: string, prisoner: Prisoner): Partial<PersonRow> & { pnc_canonical: string | null } {
    return {
      id: ids.uuid(),
      prison_number: number,
      first_names: prisoner.firstName,
      last_name: prisoner.lastName,
      date_of_birth: prisoner.dateOfBirth,
      gender_id: reference.genders.all.find(({ title }) => title === prisoner.gender)?.id ?? null,
      ethnicity_id: reference.ethnicities.all.find(({ title }) => title === prisoner.ethnicity)?.id ?? null,
      criminal_records_office: prisoner.croNumber,
      police_national_computer: prisoner.pncNumber,
      pnc_canonical: canonicalPnc(prisoner.pncNumber),
      latest_nomis_booking_id: prisoner.bookingId,
    };
  }
}

/** Every person with this prison number, which is in upper case. */
export async function peopleWithNumber(tx: Transaction, prisonNumber: string): Promise<Person[]> {
  return (await tx.rows(withNumber, [prisonNumber])).map(toPerson);
}

import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Nomis } from '../nomis';

const prisonNumberOf = prepared<{ prison_number: string | null }>(
  'prison-number-of-profile',
  'select pe.prison_number from people pe join profiles p on p.person_id = pe.id where p.id = $1',
);

/** Where the person of a profile is, in words; null without a person, a prison number or an answer. */
export async function prisonerLocation(db: Connection, nomis: Nomis, profileId: string | null): Promise<string | null> {
  if (profileId === null) return null;
  const person = await db.first(prisonNumberOf, [profileId]);
  return person?.prison_number ? nomis.getLocationDescription(person.prison_number) : null;
}

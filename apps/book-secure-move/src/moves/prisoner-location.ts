import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Nomis } from '../nomis';
import type { NamedProfile } from './named-profile';

const prisonNumberOf = prepared<{ prison_number: string | null }>(
  'prison-number-of-move',
  'select pe.prison_number from people pe join moves m on m.person_id = pe.id where m.id = $1',
);

/** Where the person of a move is, in words; null without a person, a prison number or an answer. */
export async function prisonerLocation(db: Connection, nomis: Nomis, moveId: string): Promise<string | null> {
  const person = await db.first(prisonNumberOf, [moveId]);
  return locationOfPrisoner(nomis, person?.prison_number);
}

/** Where the person is whose profile a request names; null for none. */
export const namedPrisonerLocation = (nomis: Nomis, named: NamedProfile): Promise<string | null> =>
  locationOfPrisoner(nomis, named && !(named instanceof NotFound) ? named.prisonNumber : null);

/** Where the person with a prison number is, in words. */
export const locationOfPrisoner = async (
  nomis: Nomis,
  prisonNumber: string | null | undefined,
): Promise<string | null> => (prisonNumber ? nomis.getLocationDescription(prisonNumber) : null);

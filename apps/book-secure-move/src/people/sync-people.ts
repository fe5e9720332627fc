import type { Nomis, Prisoner } from '../nomis';
import type { Deps } from '../shared/deps';
import { storePrisoners } from './found-people';

/** So many prisoners are asked for at once. */
const AT_ONCE = 8;

/**
 * Brings the people with these prison numbers, which are in upper case, up to date from the prison register; those whom
 * it does not know stay as they are. Rejects with NomisUnavailable before anything is stored.
 */
export async function syncPeople(
  { db, nomis, ids, reference }: Deps,
  numbers: readonly string[],
  now: Date,
): Promise<void> {
  const prisoners = await findPrisoners(nomis, numbers);
  if (prisoners.length === 0) return;
  await db.transaction(async (tx) => storePrisoners(tx, prisoners, { ids, now, reference: reference.current }));
}

async function findPrisoners(nomis: Nomis, numbers: readonly string[]): Promise<Prisoner[]> {
  const found: (Prisoner | undefined)[] = [];
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    found.push(...(await Promise.all(numbers.slice(from, from + AT_ONCE).map((number) => nomis.getPrisoner(number)))));
  }
  return found.filter((prisoner) => prisoner !== undefined);
}

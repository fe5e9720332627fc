import type { Profile } from '@switchyard/domain/book-secure-move';
import { withImports } from '@switchyard/domain/book-secure-move';
import { askBooking, askImports } from '../profiles/ask-register';
import { insertProfile, saveProfile } from '../profiles/repository';
import { undescribedProfile } from '../profiles/undescribed-profile';
import type { Deps } from '../shared/deps';
import { wireAnswer } from './answers';
import { peopleWithNumber, storePrisoners } from './found-people';
import { latestProfiles } from './repository';

/**
 * What version 1 does for a filter by prison number, which is in upper case: it brings the person up to date from the
 * prison register, makes a profile where there is none, and imports alerts and care needs into the latest. Somebody
 * unknown there stays as they are. Rejects with NomisUnavailable before anything is stored.
 */
export async function importPerson(deps: Deps, prisonNumber: string, now: Date): Promise<void> {
  const { db, nomis, ids } = deps;
  const reference = deps.reference.current;
  const prisoner = await nomis.getPrisoner(prisonNumber);
  if (!prisoner) return;
  const [booking, imports] = await Promise.all([
    askBooking(nomis, { latestNomisBookingId: prisoner.bookingId }, reference),
    askImports(nomis, prisonNumber, reference, now),
  ]);
  await db.transaction(async (tx) => {
    storePrisoners(tx, [prisoner], { ids, now, reference });
    const people = await peopleWithNumber(tx, prisonNumber);
    const latest = await latestProfiles(
      tx,
      people.map(({ id }) => id),
    );
    for (const { id } of people) {
      const before = latest.get(id);
      const base = before ?? undescribedProfile(ids.uuid(), id, now);
      const after = { ...base, ...booking, assessmentAnswers: withImports(base.assessmentAnswers, imports) };
      if (!before) insertProfile(tx, after);
      else if (!saysTheSame(before, after)) saveProfile(tx, { ...after, updatedAt: now });
    }
  });
}

const saysTheSame = (one: Profile, other: Profile): boolean => told(one) === told(other);

const told = ({ categoryId, csra, assessmentAnswers }: Profile): string =>
  JSON.stringify([categoryId, csra, assessmentAnswers.map(wireAnswer)]);

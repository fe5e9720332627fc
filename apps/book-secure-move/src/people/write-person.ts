import type { Person, Profile } from '@switchyard/domain/book-secure-move';
import { notifyMovesOfPerson } from '../moves/notify-moves';
import { sentAnswers } from '../profiles/sent-answers';
import { insertProfile, saveProfile } from '../profiles/repository';
import { undescribedProfile } from '../profiles/undescribed-profile';
import type { Act } from '../shared/deps';
import type { PersonData } from './describe-person';
import { describePerson } from './describe-person';
import { insertPerson, latestProfiles, lockPerson, savePerson } from './repository';

/** A stored person; version 1 also shows the latest profile. */
export interface WrittenPerson {
  person: Person;
  profile: Profile | undefined;
}

/** Creates a person, in version 1 along with a profile. Throws as `describePerson` and `sentAnswers` do. */
export function createPerson(act: Act, data: PersonData): WrittenPerson {
  const { tx, ids, now, caller } = act;
  const person = describePerson(act, unknownPerson(ids.uuid(), now), data);
  const profile = caller.version === 1 ? newProfile(act, person, data) : undefined;
  insertPerson(tx, person);
  if (profile) insertProfile(tx, profile);
  return { person, profile };
}

/**
 * Changes a person, in version 1 along with the latest profile, and tells the subscribers of all their moves, even when
 * nothing changed. Throws NotFound, and as `describePerson` and `sentAnswers` do.
 */
export async function updatePerson(act: Act, id: string, data: PersonData): Promise<WrittenPerson> {
  const { tx, caller } = act;
  const person = describePerson(act, await lockPerson(tx, id), data);
  const profile = caller.version === 1 ? await writeLatestProfile(act, person, data) : undefined;
  savePerson(tx, person);
  await notifyMovesOfPerson(act, person.id);
  return { person, profile };
}

async function writeLatestProfile(act: Act, person: Person, data: PersonData): Promise<Profile> {
  const { tx, now, reference } = act;
  const latest = (await latestProfiles(tx, [person.id])).get(person.id);
  if (!latest) {
    const made = newProfile(act, person, data);
    insertProfile(tx, made);
    return made;
  }
  const answers = sentAnswers(data, reference, now);
  if (!answers) return latest;
  const profile = { ...latest, assessmentAnswers: answers, updatedAt: now };
  saveProfile(tx, profile);
  return profile;
}

const newProfile = ({ ids, now, reference }: Act, { id }: Person, data: PersonData): Profile => ({
  ...undescribedProfile(ids.uuid(), id, now),
  assessmentAnswers: sentAnswers(data, reference, now) ?? [],
});

const unknownPerson = (id: string, now: Date) => ({
  id,
  firstNames: null,
  lastName: null,
  dateOfBirth: null,
  genderAdditionalInformation: null,
  prisonNumber: null,
  criminalRecordsOffice: null,
  policeNationalComputer: null,
  genderId: null,
  ethnicityId: null,
  latestNomisBookingId: null,
  createdAt: now,
  updatedAt: now,
});

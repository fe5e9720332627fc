import { many, one, relatedId, type Resource, withId } from '../reply';
import type { Api } from '../walkthrough';
import { authority } from './demo';
import { person1, person2, printedPerson } from './ipt-demo';
import { get, write } from './requests';
import { shownOf } from './shown';

/** Step 2, first call: both people have the prison number of the page. */
export async function findPeople(api: Api): Promise<void> {
  const call = get(authority, '/people?filter%5Bprison_number%5D=G8133UA');
  peopleAre(api, many(await api.send(call, { status: 200 })));
}

/** Step 2: a new profile, synchronised with the alerts of the prison register. Gives its id. */
export async function createProfile(api: Api, personId: string): Promise<string> {
  const call = write(api, authority, 'POST', `/people/${personId}/profiles`, { type: 'profiles' });
  const profile = one(await api.send(call, { status: 201 }));
  api.holds('person of the profile', relatedId(profile, 'person'), personId);
  alertsAreImported(api, profile);
  return profile.id;
}

/** Both people of the page are among these, as it shows them. */
export function peopleAre(api: Api, people: Resource[]): void {
  for (const id of [person1, person2])
    api.holds(`person ${id}`, shownOf(withId(people, id), printedPerson), printedPerson);
}

/** The profile has answers, and the register gave them all. */
export function alertsAreImported(api: Api, profile: Resource): void {
  const answers = profile.attributes['assessment_answers'] as { imported_from_nomis: boolean }[];
  api.holds('the profile has alerts', answers.length > 0, true);
  api.holds(
    'every alert comes from the prison register',
    answers.every((answer) => answer.imported_from_nomis),
    true,
  );
}

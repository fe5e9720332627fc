import type { Person, Profile } from '@switchyard/domain/book-secure-move';
import { createdText, okText, writeDocument } from '@switchyard/http';
import { getPerson } from '../people/repository';
import { presentPerson, presentProfile } from '../people/serializer';
import type { ReferencePicture } from '../reference/reference-data';
import { control } from '../shared/controls';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import type { Include } from '../shared/include';
import { Includable, checkIncludes } from '../shared/include';
import { askBooking } from './ask-register';
import { checkProfile } from './repository';
import { createProfile, gatherMaterial } from './create-profile';
import { updateProfile } from './update-profile';

const profileIncludes = new Includable('documents', 'person');

export function profileRoutes(api: Api, deps: Deps): void {
  const { reference, nomis } = deps;

  api.post(
    '/people/{person_id}/profiles',
    {
      before: checkIncludes(profileIncludes),
      prepare: ({ db, params, body, now }) => gatherMaterial(deps, db, params.person_id, body.data, now),
    },
    async (request) => {
      const act = actOf(request, deps);
      const profile = createProfile(act, request.body.data, request.prepared);
      const include = profileIncludes.read(control(request, 'include'));
      return createdText(profileDocument(profile, request.prepared.person, include, act.reference));
    },
  );

  api.patch(
    '/people/{person_id}/profiles/{profile_id}',
    {
      before: checkIncludes(profileIncludes),
      prepare: async ({ db, params }) => {
        const person = await getPerson(db, params.person_id);
        await checkProfile(db, person.id, params.profile_id);
        return { person, booking: await askBooking(nomis, person, reference.current) };
      },
    },
    async (request) => {
      const act = actOf(request, deps);
      const { person, booking } = request.prepared;
      const profile = await updateProfile(act, person, request.params.profile_id, request.body.data, booking);
      const include = profileIncludes.read(control(request, 'include'));
      return okText(profileDocument(profile, person, include, act.reference));
    },
  );
}

function profileDocument(profile: Profile, person: Person, include: Include, reference: ReferencePicture): string {
  const shown = include.tree.person && presentPerson(person, reference, include.tree.person);
  return writeDocument(presentProfile(profile, shown), { withIncluded: include.asked });
}

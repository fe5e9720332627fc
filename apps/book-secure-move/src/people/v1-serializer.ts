import type { Profile } from '@switchyard/domain/book-secure-move';
import { identifierOf, identifierTypes } from '@switchyard/domain/book-secure-move';
import type { Resource } from '@switchyard/http';
import type { ReferencePicture } from '../reference/reference-data';
import type { IncludeTree } from '../shared/include';
import { wireAnswer } from './answers';
import type { ShownPerson } from './row';
import { presentListedPerson } from './serializer';

/** A person as version 1 shows them: the numbers as one list, and the answers of the latest profile. */
export function presentPersonV1(
  person: ShownPerson,
  latest: Profile | undefined,
  reference: ReferencePicture,
  include: IncludeTree,
): Resource {
  return {
    ...presentListedPerson(person, reference, include),
    attributes: {
      first_names: person.firstNames,
      last_name: person.lastName,
      date_of_birth: person.dateOfBirth,
      assessment_answers: latest?.assessmentAnswers.map(wireAnswer) ?? [],
      identifiers: identifierTypes.flatMap((type) => {
        const value = identifierOf(person, type);
        return value === null ? [] : [{ value, identifier_type: type }];
      }),
      gender_additional_information: person.genderAdditionalInformation,
    },
  };
}

import { NotFound, refuse } from '@switchyard/domain';
import type { Identifiers, Person } from '@switchyard/domain/book-secure-move';
import { checkPerson, readIdentifier, readIdentifiers } from '@switchyard/domain/book-secure-move';
import type { ApiVersion } from '../caller';
import type { Attributes } from '../shared/attributes';
import { attributesOf, relatedId } from '../shared/attributes';
import type { Act } from '../shared/deps';

/** The `data` of a request about a person. */
export interface PersonData {
  attributes?: unknown;
  relationships?: unknown;
}

/** A person as described so far: the names may still be missing. */
export type UnnamedPerson = Omit<Person, 'firstNames' | 'lastName'> & {
  firstNames: string | null;
  lastName: string | null;
};

/**
 * The person with what a request says of them: absent members stay, null clears. Throws NotFound for an unknown gender
 * or ethnicity, RulesBroken with every rule that the result breaks.
 */
export function describePerson({ reference, caller, now }: Act, before: UnnamedPerson, data: PersonData): Person {
  const attributes = attributesOf(data);
  const or = <T>(sent: T | undefined, current: T): T => (sent === undefined ? current : sent);
  const after: UnnamedPerson = {
    ...before,
    ...identifiersIn(attributes, caller.version),
    firstNames: or(attributes.text('first_names'), before.firstNames),
    lastName: or(attributes.text('last_name'), before.lastName),
    dateOfBirth: or(attributes.day('date_of_birth'), before.dateOfBirth),
    genderAdditionalInformation: or(
      attributes.text('gender_additional_information'),
      before.genderAdditionalInformation,
    ),
    genderId: or(knownId('gender', reference.genders), before.genderId),
    ethnicityId: or(knownId('ethnicity', reference.ethnicities), before.ethnicityId),
    updatedAt: now,
  };
  refuse(checkPerson(after));
  return after as Person;

  function knownId(name: string, values: { find(id: string): { id: string } | undefined }): string | null | undefined {
    const sent = relatedId(data, name);
    if (!sent) return sent === '' ? null : sent;
    const value = values.find(sent);
    if (!value) throw new NotFound(name, sent);
    return value.id;
  }
}

/** Version 1 sends the numbers as one list, version 2 each as an attribute. */
function identifiersIn(attributes: Attributes, version: ApiVersion): Partial<Identifiers> {
  if (version === 1) return readIdentifiers(attributes.raw('identifiers'));
  const named = (name: string) => (attributes.has(name) ? readIdentifier(attributes.text(name)) : undefined);
  const sent = {
    prisonNumber: named('prison_number'),
    criminalRecordsOffice: named('criminal_records_office'),
    policeNationalComputer: named('police_national_computer'),
  };
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
}

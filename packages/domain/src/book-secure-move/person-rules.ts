import { when } from '../kernel';
import type { Violation } from '../kernel';
import type { Day } from './day';
import { blank, isBlank, plainText } from './standard-violations';

/** The attributes of a person that have rules, as they would be saved. */
export interface UncheckedPerson {
  firstNames: string | null;
  lastName: string | null;
  dateOfBirth: Day | null;
  prisonNumber: string | null;
}

/** The rules of a person. The date of birth is reported under a name of its own. */
export function checkPerson({ firstNames, lastName, dateOfBirth, prisonNumber }: UncheckedPerson): Violation[] {
  return [
    ...when(isBlank(lastName), blank('last_name')),
    ...when(isBlank(firstNames), blank('first_names')),
    ...when(
      prisonNumber !== null && prisonNumber.includes(':'),
      plainText('prison_number', 'is not a valid prison number'),
    ),
    ...when(dateOfBirth !== null && dateOfBirth < '1900', plainText('birth_date', 'must be after 1900-01-01.')),
  ];
}

/** What a person is known by elsewhere, by the names that the wire gives those numbers. */
const identifierNames = {
  police_national_computer: 'policeNationalComputer',
  prison_number: 'prisonNumber',
  criminal_records_office: 'criminalRecordsOffice',
} as const;

export type IdentifierType = keyof typeof identifierNames;
export type Identifiers = Record<(typeof identifierNames)[IdentifierType], string | null>;
export const identifierTypes = Object.keys(identifierNames) as IdentifierType[];

/** The number of one type, or null. */
export const identifierOf = (person: Identifiers, type: IdentifierType): string | null => person[identifierNames[type]];

/** The numbers that a list of `{identifier_type, value}` names; types that a person does not have are ignored. */
export function readIdentifiers(sent: unknown): Partial<Identifiers> {
  const named: Partial<Identifiers> = {};
  for (const each of Array.isArray(sent) ? (sent as unknown[]) : []) {
    const { identifier_type: type, value } = (each ?? {}) as Record<string, unknown>;
    if (typeof type === 'string' && Object.hasOwn(identifierNames, type)) {
      named[identifierNames[type as IdentifierType]] = readIdentifier(value);
    }
  }
  return named;
}

/** An identifier without surrounding blanks; nothing, or nothing but blanks, is null. */
export function readIdentifier(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

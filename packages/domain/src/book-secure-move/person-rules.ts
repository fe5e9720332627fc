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

/** An identifier without surrounding blanks; nothing, or nothing but blanks, is null. */
export function readIdentifier(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

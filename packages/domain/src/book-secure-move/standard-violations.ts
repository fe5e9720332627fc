import { violation } from '../kernel';
import type { Violation } from '../kernel';

/** The words that many fields share. Codes and messages are published; each maker takes the wire's field name. */
export const blank = (field: string): Violation => violation(field, 'blank', "can't be blank");
export const mustExist = (field: string): Violation => violation(field, 'blank', 'must exist');
export const notInList = (field: string): Violation => violation(field, 'inclusion', 'is not included in the list');
export const reserved = (field: string): Violation => violation(field, 'exclusion', 'is reserved');
export const mustBeBlank = (field: string): Violation => violation(field, 'present', 'must be blank');
export const invalid = (field: string): Violation => violation(field, 'invalid', 'is invalid');
export const notANumber = (field: string): Violation => violation(field, 'not_a_number', 'is not a number');
export const tooLong = (field: string, maximum: number): Violation =>
  violation(field, 'too_long', `is too long (maximum is ${maximum} characters)`);
export const taken = (field: string, existingId?: string): Violation =>
  violation(
    field,
    'taken',
    'has already been taken',
    existingId === undefined ? undefined : { existing_id: existingId },
  );

/** A rule that has no symbol: its message is its code. */
export const plainText = (field: string, message: string): Violation => violation(field, message, message);

export const notIsoDateTime = (field: string): Violation =>
  plainText(field, 'must be formatted as a valid ISO-8601 date-time');
export const notIsoDate = (field: string): Violation => plainText(field, 'must be formatted as a valid ISO-8601 date');

/** Whether a value counts as absent: null, undefined, false, an empty list or object, or only blanks. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0;
}

/** The same violations with each field's together, fields in order of first failure: the order of the wire. */
export function groupedByField(violations: readonly Violation[]): Violation[] {
  const fields = [...new Set(violations.map(({ field }) => field))];
  return fields.flatMap((field) => violations.filter((each) => each.field === field));
}

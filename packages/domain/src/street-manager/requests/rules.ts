import { violation } from '../../kernel';
import type { Violation } from '../../kernel';

/** Sent in the name of a user of the client's own system; kept on the history entry that the call writes. */
export interface DelegatedUser {
  internal_user_identifier?: string | null;
  internal_user_name?: string | null;
}

/** What every rule may ask of the moment. */
export interface RequestContext {
  now: Date;
}

/** False for what is absent or null, for blank text and for an empty list: none of them answers a question. */
export function isGiven<T>(value: T | null | undefined): value is T {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}

/** One broken rule. The field is a path such as `permit_conditions[1].comment`; the value received travels in `meta`. */
export function broken(field: string, code: string, message: string, value: unknown): Violation {
  return violation(field, code, message, { value: value ?? null });
}

/** One violation for each of the members that is not given. The reason completes "is required when …". */
export function requireMembers<R extends object>(
  request: R,
  members: readonly (keyof R & string)[],
  reason: string,
): Violation[] {
  return members
    .filter((member) => !isGiven(request[member]))
    .map((member) => broken(member, 'required', `is required when ${reason}`, request[member]));
}

/** As `requireMembers`, but only when the condition holds. */
export function requireWhen<R extends object>(
  condition: boolean,
  request: R,
  members: readonly (keyof R & string)[],
  reason: string,
): Violation[] {
  return condition ? requireMembers(request, members, reason) : [];
}

/** A value that the contract lists but that this call does not take. Nothing for what is absent. */
export function allowOnly<T>(field: string, value: T | null | undefined, allowed: readonly T[]): Violation[] {
  if (value === null || value === undefined || allowed.includes(value)) return [];
  return [broken(field, 'not_allowed', `must be ${inWords(allowed.map(String))}`, value)];
}

/** At most so many digits after the point; a number that JSON carried exactly is judged by its shortest notation. */
export function hasDecimals(value: number, atMost: number): boolean {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return (mantissa.split('.')[1]?.length ?? 0) - Number(exponent) <= atMost;
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

import type { Violation } from '../kernel';

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A record's error as one sentence: underscores become blanks, everything is lower-cased, the first letter is
 * upper-cased and a final " id" goes. The lower-casing reaches into the message too, as the real service does.
 */
export function humanise(fieldPlusMessage: string): string {
  const words = fieldPlusMessage.replaceAll('_', ' ').trim().toLowerCase();
  return capitalised(words.endsWith(' id') ? words.slice(0, -3) : words);
}

/** The `detail` of one broken rule of a record. */
export const recordDetail = ({ field, message }: Violation): string => humanise(`${field} ${message}`);

/** One wrong parameter as a sentence: only the attribute's name is humanised, the message stays as it is. */
export function parameterMessage({ field, message }: Violation): string {
  return `${capitalised(field.replace(/_id$/, '').replaceAll('_', ' '))} ${message}`;
}

/** The `title` for wrong parameters: every attribute once, in order of failure. */
export function parametersTitle(violations: readonly Violation[]): string {
  return `Invalid ${[...new Set(violations.map(({ field }) => field))].join(', ')}`;
}

/** The `detail` for wrong parameters: every message, in order of failure. */
export function parametersDetail(violations: readonly Violation[]): string {
  return `Validation failed: ${violations.map(parameterMessage).join(', ')}`;
}

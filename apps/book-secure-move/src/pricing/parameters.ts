import type { Month } from '@switchyard/domain/book-secure-move/pricing';
import { isMonth } from '@switchyard/domain/book-secure-move/pricing';
import { InvalidInput } from './refusals';

/** A contractual year of the query; null when it is not there. Throws InvalidInput. */
export function yearParameter(text: string | undefined, parameter: string): number | null {
  if (text === undefined) return null;
  if (!/^[12]\d{3}$/.test(text)) throw new InvalidInput(400, { parameter }, 'invalid', `${parameter} is not a year`);
  return Number(text);
}

/** A month of the address. Throws InvalidInput for anything but `YYYY-MM`. */
export function monthParameter(text: string, parameter = 'month'): Month {
  if (!isMonth(text)) {
    throw new InvalidInput(400, { parameter }, 'invalid', `${parameter} must be a month such as 2026-10`);
  }
  return text;
}

/** A whole number above zero of the query; undefined when it is not there. Throws InvalidInput. */
export function countParameter(text: string | undefined, parameter: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new InvalidInput(400, { parameter }, 'invalid', `${parameter} must be a whole number above zero`);
  }
  return Number(text);
}

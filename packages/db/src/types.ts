import { types } from 'pg';

const DATE = 1082;
const INT8 = 20;
const TIMESTAMPTZ = 1184;

/**
 * How columns become values: a `date` stays the text `YYYY-MM-DD`, for a calendar day has no time zone, and an `int8`
 * is a number, for all of ours are counts.
 */
export const columnTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return Number;
    if (oid === TIMESTAMPTZ) return toInstant;
    return types.getTypeParser(oid, format as 'text');
  }) as typeof types.getTypeParser,
};

const parseAny = types.getTypeParser(TIMESTAMPTZ, 'text') as (text: string) => Date;
const ZERO = 48;

/**
 * An instant as our sessions write it, in UTC with a year of four digits; anything else is left to the driver, which
 * takes ten times as long. Every row has several. What is finer than a millisecond is cut off, as the driver does.
 */
export function toInstant(text: string): Date {
  const end = text.length - 3;
  if (end < 19 || end > 26 || end === 20 || !text.endsWith('+00') || text[4] !== '-') return parseAny(text);
  const two = (at: number): number => (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
  let milliseconds = 0;
  for (let at = 20, worth = 100; at < end && worth >= 1; at += 1, worth /= 10)
    milliseconds += (text.charCodeAt(at) - ZERO) * worth;
  const year = two(0) * 100 + two(2);
  if (year < 100) return parseAny(text);
  return new Date(Date.UTC(year, two(5) - 1, two(8), two(11), two(14), two(17), milliseconds));
}

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

const ordinary = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00$/;
const parseAny = types.getTypeParser(TIMESTAMPTZ, 'text') as (text: string) => Date;

/** An instant as our sessions write it, in UTC, is ISO 8601 but for two characters; anything else is left to the driver. */
export function toInstant(text: string): Date {
  return ordinary.test(text) ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : parseAny(text);
}

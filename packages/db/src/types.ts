import { types } from 'pg';

const DATE = 1082;
const INT8 = 20;

/**
 * How columns become values: a `date` stays the text `YYYY-MM-DD`, for a calendar day has no time zone, and an `int8`
 * is a number, for all of ours are counts.
 */
export const columnTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return Number;
    return types.getTypeParser(oid, format as 'text');
  }) as typeof types.getTypeParser,
};

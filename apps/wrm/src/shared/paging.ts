import type { Fault } from '@switchyard/domain/wrm';
import { RequestRefused, parseDateTime } from '@switchyard/domain/wrm';

type Query = Readonly<Record<string, string | undefined>>;

/** Where a page starts: after the row with this sort key and id. */
export interface Cursor {
  key: string;
  id: string;
}

export interface PageRequest {
  limit: number;
  after: Cursor | undefined;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

const MOST = 200;
const USUAL = 50;

/** A query parameter that is wrong. */
export const queryFault = (attribute: string, message: string): Fault => ({
  object: 'query',
  reason: 'format',
  message,
  attributes: [attribute],
});

/** Throws RequestRefused for the faults of a query; nothing when there is none. */
export function refuseQuery(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new RequestRefused('WRM-400-03', faults);
}

const cursorFault = queryFault('cursor', 'cursor is not one of this list.');

/** Throws RequestRefused, 400: a cursor of another list. */
export const refuseCursor = (): never => {
  throw new RequestRefused('WRM-400-03', [cursorFault]);
};

/** Reads `limit` and `cursor`. Throws RequestRefused, 400, for a limit out of bounds and a cursor that is not ours. */
export function readPage(query: Query): PageRequest {
  const { page, faults } = pageIn(query);
  refuseQuery(faults);
  return page;
}

/** As `readPage`, with what is wrong in place of an error. `key` says what the list is sorted by. */
export function pageIn(
  { limit = String(USUAL), cursor }: Query,
  key: 'text' | 'instant' = 'text',
): { page: PageRequest; faults: Fault[] } {
  const count = /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
  const given = cursor === undefined ? undefined : decode(cursor);
  const after = given && (key === 'text' || parseDateTime(given.key) !== undefined) ? given : undefined;
  return {
    page: { limit: count, after },
    faults: [
      ...(count >= 1 && count <= MOST ? [] : [queryFault('limit', `limit must be from 1 to ${MOST}.`)]),
      ...(cursor !== undefined && !after ? [cursorFault] : []),
    ],
  };
}

/** Makes a page of one row more than was asked for, which tells whether there is another page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
  present: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(present), nextCursor: rows.length > limit && last ? encode(cursorOf(last)) : null };
}

const encode = ({ key, id }: Cursor): string => Buffer.from(JSON.stringify([key, id])).toString('base64url');

function decode(text: string): Cursor | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 2 || !parts.every((part) => typeof part === 'string'))
      return undefined;
    const [key, id] = parts as [string, string];
    return { key, id };
  } catch {
    return undefined;
  }
}

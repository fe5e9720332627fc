import { violation } from '@switchyard/domain';
import { refuseRequest } from '@switchyard/domain/street-manager';

/** Rows of a page, everywhere. */
export const PAGE_SIZE = 25;

/** Counting stops here: 501 says "501 or more". */
export const MOST_COUNTED = 501;

export interface Pagination {
  total_rows: number;
  has_next_page: boolean;
}

/** The offset that a query names, 0 when it names none. Throws InvalidRequest unless it is a whole number from 0. */
export function offsetOf(query: Readonly<Record<string, string | undefined>>): number {
  const { offset } = query;
  if (offset === undefined || offset === '') return 0;
  const value = Number(offset);
  const valid = /^\d+$/.test(offset) && value <= 2_147_483_647;
  refuseRequest(
    valid ? [] : [violation('offset', 'not_an_offset', 'must be a whole number from 0', { value: offset })],
  );
  return value;
}

/** A page out of the rows that were fetched, one more than it holds; `counted` is at most `MOST_COUNTED`. */
export const page = <Row>(rows: readonly Row[], counted: number): { pagination: Pagination; rows: readonly Row[] } => ({
  pagination: { total_rows: counted, has_next_page: rows.length > PAGE_SIZE },
  rows: rows.slice(0, PAGE_SIZE),
});

/** Rows of a page, everywhere. */
export const PAGE_SIZE = 25;

/** Counting stops here: 501 says "501 or more". */
export const MOST_COUNTED = 501;

export interface Pagination {
  total_rows: number;
  has_next_page: boolean;
}

/** A page out of the rows that were fetched, one more than it holds; `counted` is at most `MOST_COUNTED`. */
export const page = <Row>(rows: readonly Row[], counted: number): { pagination: Pagination; rows: readonly Row[] } => ({
  pagination: { total_rows: counted, has_next_page: rows.length > PAGE_SIZE },
  rows: rows.slice(0, PAGE_SIZE),
});

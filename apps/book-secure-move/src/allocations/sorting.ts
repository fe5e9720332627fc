import type { Sql } from '@switchyard/db';
import { literal, sql } from '@switchyard/db';
import type { Violation } from '@switchyard/domain';
import { when } from '@switchyard/domain';
import { blank, notInList } from '@switchyard/domain/book-secure-move';

/** How a list of allocations is ordered: the join that the key needs, and the key itself, over `a`. */
export interface AllocationSorting {
  joins: Sql;
  order: Sql;
}

/** `sort[by]` and `sort[direction]`, as sent. */
export interface SortParameters {
  by: string | undefined;
  direction: string | undefined;
}

const keys: Readonly<Record<string, { joins: Sql; column: string }>> = {
  from_location: { joins: sql`join locations place on place.id = a.from_location_id`, column: 'place.title' },
  to_location: { joins: sql`join locations place on place.id = a.to_location_id`, column: 'place.title' },
  moves_count: { joins: sql``, column: 'a.moves_count' },
  date: { joins: sql``, column: 'a.date' },
};

/** What is wrong with the sorting that is asked for. */
export function checkSorting({ by, direction }: SortParameters): Violation[] {
  return [
    ...when(direction !== undefined && by === undefined, blank('sort_by')),
    ...when(by !== undefined && !Object.hasOwn(keys, by), notInList('sort_by')),
    ...when(direction !== undefined && direction !== 'asc' && direction !== 'desc', notInList('sort_direction')),
  ];
}

/** The sorting that is asked for, once checkSorting found nothing; without any the latest date comes first. */
export function sortingOf({ by, direction }: SortParameters): AllocationSorting {
  const { joins, column } = keys[by ?? 'date']!;
  const way = by === undefined || direction === 'desc' ? 'desc' : 'asc';
  // The tie-break runs the same way, so that one index serves both directions.
  return { joins, order: literal(`${column} ${way}, a.id ${way}`) };
}

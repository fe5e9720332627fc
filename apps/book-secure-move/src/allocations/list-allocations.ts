import type { Connection } from '@switchyard/db';
import { all, prepared, sql } from '@switchyard/db';
import type { Allocation, MoveTally } from '@switchyard/domain/book-secure-move';
import { InvalidFilter } from '@switchyard/domain/book-secure-move';
import type { ReferencePicture } from '../reference/reference-data';
import type { Page } from '../shared/paging';
import type { AllocationFilters, AllocationSearch } from './list-query';
import { checkAllocationFilters, conditionsOf } from './list-query';
import type { AllocationRow } from './repository';
import { toAllocation } from './repository';
import type { SortParameters } from './sorting';
import { checkSorting, sortingOf } from './sorting';

/** An allocation in a list, with the numbers of its moves. */
export interface ListedAllocation {
  allocation: Allocation;
  tally: MoveTally;
}

export interface AllocationsQuestion {
  filters: AllocationFilters;
  search: AllocationSearch;
  sort: SortParameters;
  page: Page;
}

interface TallyRow extends MoveTally {
  allocation_id: string;
}

const tallies = prepared<TallyRow>(
  'allocation-tallies',
  `select allocation_id, count(*) as "all", count(*) filter (where status <> 'cancelled') as kept,
     count(profile_id) filter (where status <> 'cancelled') as filled
   from moves where allocation_id = any($1::uuid[]) group by allocation_id`,
);

const noMoves: MoveTally = { all: 0, kept: 0, filled: 0 };

/**
 * One page of allocations and how many there are: three statements, whatever the page's size. Throws InvalidFilter for
 * filters or a sorting that cannot be read.
 */
export async function listAllocations(
  db: Connection,
  reference: ReferencePicture,
  { filters, search, sort, page }: AllocationsQuestion,
): Promise<{ allocations: ListedAllocation[]; total: number }> {
  const faults = [...checkAllocationFilters(filters), ...checkSorting(sort)];
  if (faults.length > 0) throw new InvalidFilter(faults);
  const matching = all(conditionsOf(filters, search, reference));
  const { joins, order } = sortingOf(sort);
  const [rows, counted] = await Promise.all([
    db.rows<AllocationRow>(
      sql`select a.* from allocations a ${joins} where ${matching} order by ${order}
          limit ${page.size} offset ${page.offset}`,
    ),
    db.first<{ total: number }>(sql`select count(*) as total from allocations a where ${matching}`),
  ]);
  const byId = new Map<string, MoveTally>();
  for (const { allocation_id, ...tally } of await db.rows(tallies, [rows.map(({ id }) => id)])) {
    byId.set(allocation_id, tally);
  }
  return {
    allocations: rows.map((row) => ({ allocation: toAllocation(row), tally: byId.get(row.id) ?? noMoves })),
    total: counted?.total ?? 0,
  };
}

import type { Connection, Sql } from '@switchyard/db';
import { all, sql } from '@switchyard/db';
import type { Caller } from '../caller';
import type { MoveFilters } from './list-query';

const tallied = new Set(['status', 'supplier_id']);

/** True when the running tallies alone can say how many moves match. */
const canTally = (filters: MoveFilters): boolean =>
  Object.entries(filters).every(
    ([name, sent]) => sent === undefined || (tallied.has(name) && !/(^|,)(,|$)/.test(sent)),
  );

/**
 * How many moves match, exactly: from the tallies where they suffice, else, or when `mustCount` says that the filters
 * are not all, by counting what the conditions select.
 */
export async function countMoves(
  db: Connection,
  { supplierId }: Caller,
  filters: MoveFilters,
  conditions: readonly Sql[],
  mustCount: boolean,
): Promise<number> {
  const row = await db.first<{ total: number }>(
    canTally(filters) && !mustCount
      ? tallyOf(supplierId, filters)
      : sql`select count(*)::int as total from moves m where ${all(conditions)}`,
  );
  return row?.total ?? 0;
}

function tallyOf(supplierId: string | null, filters: MoveFilters): Sql {
  const conditions = [
    sql`relation = 'moves'`,
    ...(supplierId === null ? [] : [sql`visible_to @> array[${supplierId}::uuid]`]),
    ...(filters.status === undefined ? [] : [sql`status = any(${filters.status.split(',')})`]),
    ...(filters.supplier_id === undefined
      ? []
      : [sql`supplier_id::text = any(${filters.supplier_id.toLowerCase().split(',')})`]),
  ];
  return sql`select coalesce(sum(delta), 0)::int as total from tallies where ${all(conditions)}`;
}

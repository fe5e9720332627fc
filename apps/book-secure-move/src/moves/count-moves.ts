import type { Connection, Sql } from '@switchyard/db';
import { all, join, sql } from '@switchyard/db';
import type { Caller } from '../caller';
import type { MoveFilters } from './list-query';

const tallied = new Set(['status', 'supplier_id']);

/** True when the running tallies alone can say how many moves match. */
const canTally = (filters: MoveFilters): boolean =>
  Object.entries(filters).every(
    ([name, sent]) => sent === undefined || (tallied.has(name) && !/(^|,)(,|$)/.test(sent)),
  );

/**
 * How many moves match, exactly, as a scalar to select beside a page: from the running tallies, which costs next to
 * nothing. Undefined where they do not suffice, and `countMoves` is needed.
 */
export const tallyMoves = ({ supplierId }: Caller, filters: MoveFilters): Sql | undefined =>
  canTally(filters) ? tallyOf(supplierId, filters) : undefined;

/** How many moves the branches select, of which no two select the same, by counting each by itself. */
export async function countMoves(db: Connection, branches: readonly (readonly Sql[])[]): Promise<number> {
  const counts = branches.map((conditions) => sql`(select count(*) from moves m where ${all(conditions)})`);
  const row = await db.first<Total>(sql`select (${join(counts, ' + ')})::int as total`);
  return row?.total ?? 0;
}

/** The value of a tally by itself. */
export async function readTally(db: Connection, tally: Sql): Promise<number> {
  return (await db.first<Total>(tally))?.total ?? 0;
}

interface Total {
  total: number;
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

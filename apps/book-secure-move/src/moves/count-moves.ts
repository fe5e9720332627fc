import type { Connection, Sql } from '@switchyard/db';
import { all, join, sql } from '@switchyard/db';
import type { Caller } from '../caller';
import type { MoveFilters } from './list-query';
import { conditionsOf } from './list-query';

const tallied = new Set(['status', 'supplier_id']);
const days = new Set(['date_from', 'date_to']);

/** True when nothing but these filters was sent. */
const onlyOf = (names: ReadonlySet<string>, filters: MoveFilters): boolean =>
  Object.entries(filters).every(([name, sent]) => sent === undefined || names.has(name));

/** True when the tallies know how many moves match; and nothing narrows a list to a few moves. */
export const isTallied = (filters: MoveFilters): boolean =>
  onlyOf(tallied, filters) && Object.values(filters).every((sent) => sent === undefined || !/(^|,)(,|$)/.test(sent));

/**
 * How many moves match, exactly, as a scalar to select beside a page: from the running tallies, less the few that do not
 * meet the demands. Undefined where they do not suffice, and `countMoves` is needed.
 * @param demands what nearly every move meets; that it has no allocation counts as one too
 */
export function tallyMoves(caller: Caller, filters: MoveFilters, demands: readonly Sql[]): Sql | undefined {
  const { has_relationship_to_allocation: allocated, ...others } = filters;
  if (!isTallied(others) || (allocated !== undefined && allocated !== 'false')) return undefined;
  const tally = tallyOf(caller.supplierId, others);
  const common = allocated === 'false' ? [...demands, sql`m.allocation_id is null`] : demands;
  if (common.length === 0) return tally;
  const exceptions = [...conditionsOf(others, caller), sql`not (${all(common)})`];
  return sql`select (${tally}) - (select count(*) from moves m where ${all(exceptions)})::int as total`;
}

/** How many moves keep to a day in the range that is asked for. Undefined when anything else is asked for as well. */
export function tallyDays({ supplierId }: Caller, filters: MoveFilters): Sql | undefined {
  if (!onlyOf(days, filters)) return undefined;
  const { date_from: first, date_to: last } = filters;
  const conditions = [
    sql`(relation = 'moves by day' or relation = 'moves' and not folded)`,
    ...(first ? [sql`day >= ${first}::date`] : []),
    ...(last ? [sql`day <= ${last}::date`] : []),
    ...visibleTo(supplierId),
  ];
  return sql`select coalesce(sum(delta), 0) from tallies where ${all(conditions)}`;
}

/**
 * How many moves the branches select, of which no two select the same, by counting each by itself.
 * @param first how many the first one selects, where that is known
 */
export async function countMoves(
  db: Connection,
  branches: readonly (readonly Sql[])[],
  first: Sql | undefined,
): Promise<number> {
  const counts = branches.map((conditions, index) =>
    index === 0 && first ? sql`(${first})` : sql`(select count(*) from moves m where ${all(conditions)})`,
  );
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
    ...visibleTo(supplierId),
    ...(filters.status === undefined ? [] : [sql`status = any(${filters.status.split(',')})`]),
    ...(filters.supplier_id === undefined
      ? []
      : [sql`supplier_id::text = any(${filters.supplier_id.toLowerCase().split(',')})`]),
  ];
  return sql`select coalesce(sum(delta), 0)::int as total from tallies where ${all(conditions)}`;
}

const visibleTo = (supplierId: string | null): Sql[] =>
  supplierId === null ? [] : [sql`visible_to @> array[${supplierId}::uuid]`];

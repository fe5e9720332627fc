import type { Connection, Sql } from '@switchyard/db';
import { all, prepared, sql } from '@switchyard/db';
import type { Caller } from '../../caller';
import { hasUnreadableDay } from '../check-filters';
import type { ListedMove } from '../list-moves';
import { listedMovesByIds } from '../listed-by-ids';
import type { MoveFilters } from '../list-query';
import { branchesOf, conditionsOf, wanders } from '../list-query';

/** A move as the export needs it. */
export interface ExportedMove extends ListedMove {
  /** The last cancellation or rejection of its log. */
  cancelled: { at: Date; by: string | null } | null;
  /** True when any of its journeys is, a cancelled one too. */
  billable: boolean;
}

const PAGE = 500;

/**
 * The moves that match and that the caller may see, in the order of their ids, a page at a time: three statements a
 * page, and no more than one page in memory. A day that cannot be read matches nothing.
 */
export async function* exportedMoves(
  db: Connection,
  caller: Caller,
  filters: MoveFilters,
): AsyncGenerator<ExportedMove[]> {
  if (hasUnreadableDay(filters)) return;
  const conditions = conditionsOf(filters, caller);
  if (wanders(filters)) {
    const { settled, wandering } = branchesOf(filters);
    conditions.push(sql`((${settled}) or (${wandering}))`);
  }
  for (let ids = await idsAfter(db, conditions, null); ids.length > 0;) {
    yield await detailed(db, ids);
    ids = ids.length < PAGE ? [] : await idsAfter(db, conditions, ids.at(-1)!);
  }
}

async function idsAfter(db: Connection, conditions: readonly Sql[], last: string | null): Promise<string[]> {
  const beyond = last === null ? conditions : [...conditions, sql`m.id > ${last}`];
  const rows = await db.rows<{ id: string }>(
    sql`select m.id from moves m where ${all(beyond)} order by m.id limit ${PAGE}`,
  );
  return rows.map(({ id }) => id);
}

interface FactsRow {
  id: string;
  billable: boolean;
  cancelled_at: Date | null;
  cancelled_by: string | null;
}

const factsOfMoves = prepared<FactsRow>(
  'export-facts',
  `select ids.id, last.occurred_at as cancelled_at, last.created_by as cancelled_by,
     exists (select from journeys j where j.move_id = ids.id and j.billable) as billable
   from unnest($1::uuid[]) ids(id)
   left join lateral (
     select occurred_at, created_by from generic_events e
     where e.eventable_id = ids.id and e.event_type in ('MoveCancel', 'MoveReject')
     order by occurred_at desc, created_at desc, id desc limit 1) last on true`,
);

async function detailed(db: Connection, ids: readonly string[]): Promise<ExportedMove[]> {
  const [moves, facts] = await Promise.all([listedMovesByIds(db, ids), db.rows(factsOfMoves, [ids])]);
  const factsById = new Map(facts.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const listed = moves.get(id);
    const own = factsById.get(id);
    if (!listed) return [];
    return [
      {
        ...listed,
        billable: own?.billable ?? false,
        cancelled: own?.cancelled_at ? { at: own.cancelled_at, by: own.cancelled_by } : null,
      },
    ];
  });
}

import type { Sql } from '@switchyard/db';
import { literal, sql } from '@switchyard/db';
import { violation } from '@switchyard/domain';
import { InvalidParameters, blank, notInList } from '@switchyard/domain/book-secure-move';

/** How a list of moves is ordered: the joins that the key needs, and the key itself. */
export interface Sorting {
  joins: Sql;
  /** For the page's subquery, over `m`. */
  order: Sql;
  /** What a move must have to be sorted by this key at all: without it, it is not in the list. */
  demands: readonly Sql[];
  byReason: boolean;
}

/** For keys that a move has itself. */
export const noJoins = sql``;

const keys: Readonly<Record<string, { joins: Sql; columns: readonly string[]; demands?: readonly Sql[] }>> = {
  name: {
    joins: sql`join people person on person.id = m.person_id`,
    columns: ['person.last_name', 'person.first_names'],
    demands: [sql`m.person_id is not null`],
  },
  from_location: { joins: sql`join locations place on place.id = m.from_location_id`, columns: ['place.title'] },
  to_location: {
    joins: sql`join locations place on place.id = m.to_location_id`,
    columns: ['place.title'],
    demands: [sql`m.to_location_id is not null`],
  },
  prison_transfer_reason: {
    joins: sql`left join prison_transfer_reasons reason on reason.id = m.prison_transfer_reason_id`,
    columns: ['reason.title'],
  },
  created_at: { joins: noJoins, columns: ['m.created_at'] },
  date_from: { joins: noJoins, columns: ['m.date_from'] },
  date: { joins: noJoins, columns: ['m.date'] },
};

/** Reads `sort[by]` and `sort[direction]`; without them the latest date comes first. Throws InvalidParameters. */
export function sortingOf(by: unknown, direction: unknown): Sorting {
  const faults = [
    ...(direction !== undefined && by === undefined ? [blank('sort_by')] : []),
    ...(by !== undefined && !Object.hasOwn(keys, String(by)) ? [notInList('sort_by')] : []),
    ...(direction !== undefined && direction !== 'asc' && direction !== 'desc' ? [notInList('sort_direction')] : []),
  ];
  if (faults.length > 0)
    throw new InvalidParameters(faults.map(({ field, code, message }) => violation(field, code, message)));
  const { joins, columns, demands = [] } = keys[by === undefined ? 'date' : String(by)]!;
  const way = by === undefined ? 'desc' : (direction ?? 'asc');
  return {
    joins,
    demands,
    byReason: by === 'prison_transfer_reason',
    order: literal([...columns.map((column) => `${column} ${String(way)}`), 'm.id'].join(', ')),
  };
}

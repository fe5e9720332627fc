import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Month } from '@switchyard/domain/book-secure-move/pricing';
import { daysOf, instantsOf } from '@switchyard/domain/book-secure-move/pricing';

/**
 * The ids of a supplier's ended moves that may belong to a month, dated in it or started in it; which do, their price
 * tells. Takes the values of `monthValues`.
 */
export const ofMonth = `
  select m.id from moves m
  where m.supplier_id = $1 and m.date >= $2 and m.date < $3 and m.status in ('completed', 'cancelled')
  union
  select m.id from generic_events e join moves m on m.id = e.eventable_id
  where e.event_type = 'MoveStart' and e.occurred_at >= $4 and e.occurred_at < $5
    and m.supplier_id = $1 and m.status in ('completed', 'cancelled')`;

export function monthValues(supplierId: string, month: Month): readonly unknown[] {
  const { first, next } = daysOf(month);
  const { begin, end } = instantsOf(month);
  return [supplierId, first, next, begin, end];
}

const count = prepared<{ n: number }>('priced-month-count', `select count(*) as n from (${ofMonth}) chosen`);

/** How many moves may belong to a month. */
export async function countOfMonth(db: Connection, supplierId: string, month: Month): Promise<number> {
  return (await db.first(count, monthValues(supplierId, month)))!.n;
}

const page = prepared<{ id: string }>(
  'priced-month-page',
  `select id from (${ofMonth}) chosen where id > $6 order by id limit $7`,
);

/** The ids of moves that may belong to a month, in their order, after one of these. */
export async function pageOfMonth(
  db: Connection,
  supplierId: string,
  month: Month,
  after: string,
  most: number,
): Promise<string[]> {
  const rows = await db.rows(page, [...monthValues(supplierId, month), after, most]);
  return rows.map(({ id }) => id);
}

import type { Sql } from '@switchyard/db';
import { all, literal, sql } from '@switchyard/db';

/**
 * The first moves in the order of the titles of their transfer reasons, without one included: the first of each reason
 * come from an index, and the page is cut from these few, where a join would sort all moves.
 * @param order over `reason` and `m`
 * @param limit of the page, with its offset
 * @param end how many moves there are up to the page's end
 */
export function firstByReason(conditions: readonly Sql[], order: Sql, limit: Sql, end: number): Sql {
  const firstOf = (reason: string): Sql =>
    sql`(select * from moves m where ${literal(reason)} and ${all(conditions)}
         order by m.prison_transfer_reason_id, m.id limit ${end})`;
  return sql`select m.* from (select id, title from prison_transfer_reasons union all select null, null) reason
    cross join lateral (
      ${firstOf('m.prison_transfer_reason_id = reason.id')}
      union all
      ${firstOf('reason.id is null and m.prison_transfer_reason_id is null')}) m
    order by ${order} ${limit}`;
}

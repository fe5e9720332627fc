import type { Sql } from '@switchyard/db';
import { all, sql } from '@switchyard/db';
import type { Page } from '../shared/paging';
import { isTallied } from './count-moves';
import type { MoveFilters } from './list-query';
import { firstByReason } from './reason-by-reason';
import type { Sorting } from './sorting';
import { noJoins } from './sorting';

interface PageQuestion {
  filters: MoveFilters;
  sorting: Sorting;
  page: Page;
}

/** Beyond this many skipped rows only ids are skipped. */
const DEEP = 1_000;

/** The moves of a page, from the union of the branches. Each branch is cut to the page's end by itself, then their union. */
export function cutPage(question: PageQuestion, [first = [], second]: readonly (readonly Sql[])[]): Sql {
  const { sorting, page } = question;
  const whole = sql`limit ${page.size} offset ${page.offset}`;
  const end = page.offset + page.size;
  if (second) {
    const upToEnd = sql`limit ${end}`;
    return sql`select m.* from (
                 (${cut(question, first, upToEnd)})
                 union all
                 (${cutIds(sorting, second, upToEnd)})) m
               ${sorting.joins} order by ${sorting.order} ${whole}`;
  }
  if (page.offset > DEEP) return cutIds(sorting, first, whole);
  if (sorting.byReason && isTallied(question.filters)) return firstByReason(first, sorting.order, whole, end);
  return cut(question, first, whole);
}

function cut({ filters, sorting }: PageQuestion, conditions: readonly Sql[], limit: Sql): Sql {
  const { joins, order } = sorting;
  return selectsFew(filters, sorting)
    ? sql`select m.* from (select * from moves m where ${all(conditions)} offset 0) m ${joins} order by ${order} ${limit}`
    : sql`select m.* from moves m ${joins} where ${all(conditions)} order by ${order} ${limit}`;
}

/** Finds ids and reads their moves after: where the index that finds them knows all that is asked of them. */
const cutIds = ({ joins, order }: Sorting, conditions: readonly Sql[], limit: Sql): Sql =>
  sql`select m.* from (
        select m.id from moves m ${joins} where ${all(conditions)} order by ${order} ${limit}) cut
      join moves m on m.id = cut.id`;

/**
 * Few moves lie between two days, or have people born between two: unless these are found first, the planner walks all
 * moves in the order of the list until it has met a page of them.
 */
function selectsFew(filters: MoveFilters, { joins }: Sorting): boolean {
  const { date_from: from, date_to: to, date_of_birth_from: bornFrom, date_of_birth_to: bornTo } = filters;
  return Boolean((from && to && joins !== noJoins) || (bornFrom && bornTo));
}

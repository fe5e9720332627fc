import type { Connection, Sql } from '@switchyard/db';
import { all, prepared, sql } from '@switchyard/db';
import type { Person } from '@switchyard/domain/book-secure-move';
import type { Page } from '../shared/paging';
import type { PersonRow } from './row';
import { toPerson } from './row';

const tallied = prepared<{ total: number }>(
  'people-tallied',
  `select coalesce(sum(delta), 0)::int as total from tallies where relation = 'people'`,
);

/** One page of the people who meet the conditions, in the order in which they came, and how many there are in all. */
export async function listPeople(
  db: Connection,
  conditions: readonly Sql[],
  { size, offset }: Page,
): Promise<{ people: Person[]; total: number }> {
  const [rows, count] = await Promise.all([
    // Only ids are skipped on the way to a far page.
    db.rows<PersonRow>(sql`
      select p.* from (select p.id from people p where ${all(conditions)}
                       order by p.created_at, p.id limit ${size} offset ${offset}) page
      join people p on p.id = page.id order by p.created_at, p.id`),
    conditions.length === 0
      ? db.first(tallied)
      : db.first<{ total: number }>(sql`select count(*)::int as total from people p where ${all(conditions)}`),
  ]);
  return { people: rows.map(toPerson), total: count?.total ?? 0 };
}

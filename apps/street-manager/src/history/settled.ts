import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';

const latest = prepared<{ id: number }>(
  'latest-update-id',
  'select last_value - case when is_called then 0 else 1 end as id from update_id',
);
const announced = prepared<{ id: number | null }>(
  'announced-update-id',
  `select min(((classid::bigint & 65535) << 32) | objid::bigint) as id
   from pg_locks
   where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 16 = 4302
     and database = (select oid from pg_database where datname = current_database())`,
);

/**
 * The highest number up to which the history is complete: nothing with a number at or below it will appear later. A
 * writer announces, before it takes a number, that it takes one above the present; so what no announcement covers was
 * either committed before this question or takes a number above `latest`. The order of the two questions matters.
 */
export async function settledUpdateId(primary: Connection): Promise<number> {
  const { id } = (await primary.first(latest))!;
  const open = (await primary.first(announced))!.id;
  return open === null ? id : Math.min(id, open);
}

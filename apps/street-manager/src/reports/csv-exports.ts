import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Caller } from '../caller';
import type { Deps } from '../shared/deps';
import { MOST_COUNTED, PAGE_SIZE, page } from '../shared/paging';
import type { QueryRequest } from '../shared/query-reader';
import { QueryReader } from '../shared/query-reader';
import { jsonRow } from './row';
import { promoterOf } from './scope';

const exports = prepared<{ row: object }>(
  'exports-of',
  `select ${jsonRow(
    ['csv_export_id', 'c.id'],
    ['filename', 'c.filename'],
    ['date_created', 'c.date_created', 'date'],
    ['csv_export_status', 'c.status', 'named'],
    ['username', 'c.username'],
  )} as row
   from csv_export c
   where c.username = $1 and ($2::text is null or c.on_behalf_of = $2)
   order by c.date_created desc, c.id desc limit ${PAGE_SIZE + 1} offset $3`,
);
const exportsCounted = prepared<{ counted: number }>(
  'exports-counted',
  `select count(*) as counted from (select from csv_export c where c.username = $1 and ($2::text is null or c.on_behalf_of = $2)
     limit ${MOST_COUNTED}) as matching`,
);

/** The exports that the caller has asked for, newest first; a contractor names the promoter that it did so for. */
export async function csvExports(
  db: Connection,
  caller: Caller,
  query: QueryRequest,
  { directory }: Pick<Deps, 'directory'>,
): Promise<object> {
  const reader = new QueryReader(query);
  const promoter = caller.roles.includes('Contractor') ? promoterOf(caller, reader, directory) : null;
  const offset = reader.offset();
  reader.check();
  const [rows, counted] = await Promise.all([
    db.rows(exports, [caller.id, promoter, offset]),
    db.first(exportsCounted, [caller.id, promoter]),
  ]);
  return page(
    rows.map(({ row }) => row),
    counted!.counted,
  );
}

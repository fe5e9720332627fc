import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Caller } from '../caller';
import { mayRead, sideOrganisation } from '../shared/parties';
import { MOST_COUNTED, PAGE_SIZE, page } from '../shared/paging';
import { findWork } from './repository';
import { historyRow } from './summaries';

const visible = 'work_reference = $1 and (only_for is null or only_for = $2)';
const rows = prepared<{ row: object }>(
  'history-page',
  `select json_strip_nulls(${historyRow}) as row from history h where ${visible}
   order by h.update_id desc limit ${PAGE_SIZE + 1} offset $3`,
);
const count = prepared<{ counted: number }>(
  'history-count',
  `select count(*) as counted from (select from history where ${visible} limit ${MOST_COUNTED}) as matching`,
);

/** A page of what happened to a work, newest first. Throws NotFound, or AccessRestricted. */
export async function workHistory(db: Connection, caller: Caller, reference: string, offset: number): Promise<object> {
  const work = await findWork(db, reference);
  mayRead(caller, work);
  const values = [work.reference, sideOrganisation(caller, work)];
  const [found, counted] = await Promise.all([db.rows(rows, [...values, offset]), db.first(count, values)]);
  return page(
    found.map(({ row }) => row),
    counted!.counted,
  );
}

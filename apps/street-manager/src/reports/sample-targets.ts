import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Caller } from '../caller';
import { MOST_COUNTED, PAGE_SIZE, page } from '../shared/paging';
import type { QueryRequest } from '../shared/query-reader';
import { QueryReader } from '../shared/query-reader';
import { jsonRow } from './row';

const numbers = (kind: string) =>
  ['a', 'b', 'c'].map((category, index) => [`${kind}_category_${category}`, `t.${kind}[${index + 1}]`] as const);

const targets = prepared<{ row: object }>(
  'sample-targets-of',
  `select ${jsonRow(
    ['sample_inspection_target_reference_number', 't.reference'],
    ['promoter_name', 'upper(o.name)'],
    ['promoter_org_ref', 't.promoter'],
    ...numbers('agreed'),
    ...numbers('cap'),
    ...numbers('actual'),
  )} as row
   from sample_target t join organisation o on o.reference = t.promoter
   where t.highway_authority = $1 and t.is_active
   order by o.name, t.reference`,
);

/** The active sample inspection targets of the caller's authority, at most thirty, by the promoter's name. */
export async function sampleTargets(db: Connection, caller: Caller, query: QueryRequest): Promise<object> {
  const reader = new QueryReader(query);
  const offset = reader.offset();
  reader.check();
  const rows = (await db.rows(targets, [caller.organisation])).map(({ row }) => row);
  return page(rows.slice(offset, offset + PAGE_SIZE + 1), Math.min(rows.length, MOST_COUNTED));
}

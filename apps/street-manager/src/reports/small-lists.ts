import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { withStrings, workstreamStatuses } from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import type { Deps } from '../shared/deps';
import { MOST_COUNTED, PAGE_SIZE, page } from '../shared/paging';
import { QueryReader } from './query-reader';
import type { ReportQuery } from './query-reader';
import { jsonRow } from './row';
import { promoterOf } from './scope';

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

const areas = prepared<{ row: object }>(
  'areas-of',
  `select ${jsonRow(
    ['geographical_area_reference_number', 'a.reference::text'],
    ['area_name', 'a.name'],
    ['file_id', 'a.file_id'],
    ['number_of_usrns', 'cardinality(a.usrns)'],
    ['date_modified', 'a.date_modified', 'date'],
  )} as row
   from geographical_area a where a.organisation_reference = $1 order by a.reference`,
);

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

/** The active sample inspection targets of the caller's authority, at most thirty, by the promoter's name. */
export async function sampleTargets(db: Connection, caller: Caller, query: ReportQuery): Promise<object> {
  const reader = new QueryReader(query);
  const offset = reader.offset();
  reader.check();
  const rows = (await db.rows(targets, [caller.organisation])).map(({ row }) => row);
  return page(rows.slice(offset, offset + PAGE_SIZE + 1), Math.min(rows.length, MOST_COUNTED));
}

/** The geographical areas of the caller's authority: a bare list. */
export async function geographicalAreas(db: Connection, caller: Caller): Promise<object[]> {
  return (await db.rows(areas, [caller.organisation])).map(({ row }) => row);
}

/** The exports that the caller has asked for, newest first; a contractor names the promoter that it did so for. */
export async function csvExports(
  db: Connection,
  caller: Caller,
  query: ReportQuery,
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

/** All workstreams of the caller's organisation, by prefix. */
export function workstreams(caller: Caller, query: ReportQuery, { directory }: Pick<Deps, 'directory'>): object {
  const reader = new QueryReader(query);
  const statuses = reader.among('status', workstreamStatuses);
  const offset = reader.offset();
  reader.check();
  const rows = directory
    .workstreamsOf(caller.organisation)
    .filter(({ status }) => statuses.length === 0 || statuses.includes(status))
    .map(({ prefix, name, description, status }) =>
      withStrings({ prefix, name, description, status, swa_code: caller.organisation }, ['status']),
    );
  return page(rows.slice(offset, offset + PAGE_SIZE + 1), Math.min(rows.length, MOST_COUNTED));
}

import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { ReinstatementType } from '@switchyard/domain/street-manager';
import type { LinkedFile } from '../files/link-files';
import type { ReinstatementRow } from './row';
import { reinstatementColumns } from './row';

export type ShownReinstatement = ReinstatementRow & { files: LinkedFile[] };

const list = reinstatementColumns.join(', ');
const measured = list.replace('depth, width, length', 'depth::float8, width::float8, length::float8');

const addSite = prepared(
  'insert-site',
  'insert into site (work_reference, number, reinstatement_type) values ($1, $2, $3)',
);
const insert = prepared<{ id: number }>(
  'insert-reinstatement',
  `insert into reinstatement (${list}) select ${list} from jsonb_populate_record(null::reinstatement, $1::jsonb) returning id`,
);
const supersede = prepared(
  'supersede-reinstatement',
  'update reinstatement set is_latest = false where work_reference = $1 and site_number = $2 and is_latest',
);
const latest = prepared<ReinstatementRow>(
  'latest-reinstatement',
  `select id, ${measured} from reinstatement where work_reference = $1 and site_number = $2::bigint and is_latest`,
);
const ofSite = prepared<ShownReinstatement>(
  'reinstatements-of-site',
  `select id, ${measured},
     (select coalesce(json_agg(json_build_object('file_id', f.id, 'name', f.name) order by f.id), '[]')
      from file f where f.linked_kind = 'reinstatement' and f.linked_reference = r.id::text) as files
   from reinstatement r where work_reference = $1 and site_number = $2::bigint order by id desc`,
);
const dates = prepared<{ earliest_start: Date | null }>(
  'earliest-start',
  'select min(actual_start_date) as earliest_start from permit where work_reference = $1',
);

/** Adds a site; it takes its state from its reinstatements. */
export const insertSite = (tx: Transaction, work: string, number: number, type: ReinstatementType): void =>
  tx.send(addSite, [work, number, type]);

/** Adds a reinstatement, which is the newest of its site from now on; gives its number. */
export async function insertReinstatement(
  tx: Transaction,
  row: Omit<ReinstatementRow, 'id' | 'is_latest'>,
): Promise<number> {
  tx.send(supersede, [row.work_reference, row.site_number]);
  return (await tx.first(insert, [JSON.stringify({ ...row, is_latest: true })]))!.id;
}

/** The newest reinstatement of a site, whose state is the site's. Throws NotFound. */
export async function latestReinstatement(db: Connection, work: string, site: number): Promise<ReinstatementRow> {
  const row = await db.first(latest, [work, site]);
  if (!row) throw new NotFound('site', String(site));
  return row;
}

/** The reinstatements of a site with their files, newest first. Throws NotFound. */
export async function reinstatementsOf(
  db: Connection,
  work: string,
  site: number,
): Promise<[ShownReinstatement, ...ShownReinstatement[]]> {
  const [newest, ...earlier] = await db.rows(ofSite, [work, site]);
  if (!newest) throw new NotFound('site', String(site));
  return [newest, ...earlier];
}

/** The earliest actual start of any permit of the work; null where none was logged. */
export const earliestStart = async (db: Connection, work: string): Promise<Date | null> =>
  (await db.first(dates, [work]))!.earliest_start;

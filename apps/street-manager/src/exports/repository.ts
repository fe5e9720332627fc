import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Caller } from '../caller';
import type { ExportRequest } from './asked';
import type { ExportPath } from './kinds';

export type ExportStatus = 'queued' | 'in_progress' | 'ready' | 'failed';

/** An export, with all that it takes to write it. */
export interface ExportRow {
  id: number;
  filename: string;
  status: ExportStatus;
  username: string;
  kind: ExportPath;
  request: ExportRequest;
  /** Who asked, with what it could see then. */
  caller: Caller;
}

const hasQueued = prepared<{ found: boolean }>(
  'export-queued',
  `select exists (select from csv_export where username = $1 and status = 'queued') as found`,
);
const insert = prepared<{ id: number }>(
  'insert-export',
  `insert into csv_export (filename, status, username, on_behalf_of, date_created, kind, request, caller)
   values ($1, 'queued', $2, $3, $4, $5, $6::jsonb, $7::jsonb) returning id`,
);
const find = prepared<ExportRow>('export', 'select * from csv_export where id = $1');
const part = prepared<{ lines: string }>(
  'export-part',
  'select lines from csv_export_part where export_id = $1 and number = $2',
);
/** Of whatever nobody else writes, the first after this one; the lock holds until the transaction ends, or its process. */
const claim = prepared<{ id: number }>(
  'claim-export',
  `select id from csv_export
   where status in ('queued', 'in_progress') and id > $1 and pg_try_advisory_xact_lock(4303, id::integer)
   order by id limit 1`,
);
const unwritten = prepared<ExportRow>(
  'unwritten-export',
  `select * from csv_export where id = $1 and status in ('queued', 'in_progress')`,
);
const start = prepared<{ tries: number }>(
  'start-export',
  `update csv_export set status = 'in_progress', tries = tries + 1 where id = $1 returning tries`,
);
const finish = prepared('finish-export', 'update csv_export set status = $2 where id = $1');
const addPart = prepared(
  'add-export-part',
  'insert into csv_export_part (export_id, number, lines) values ($1, $2, $3)',
);

/** Whether the user has an export that nobody has begun to write. */
export const isQueued = async (db: Connection, username: string): Promise<boolean> =>
  (await db.first(hasQueued, [username]))!.found;

/** Puts an export into the queue; gives its number. */
export async function queueExport(
  tx: Transaction,
  { filename, username, kind, request, caller }: Omit<ExportRow, 'id' | 'status'>,
  onBehalfOf: string | null,
  now: Date,
): Promise<number> {
  const values = [filename, username, onBehalfOf, now, kind, JSON.stringify(request), JSON.stringify(caller)];
  return (await tx.first(insert, values))!.id;
}

export const findExport = (db: Connection, id: number): Promise<ExportRow | undefined> => db.first(find, [id]);

/** The lines of an export, a part at a time. */
export async function* partsOf(db: Connection, id: number): AsyncGenerator<string> {
  for (let number = 0; ; number += 1) {
    const found = await db.first(part, [id, number]);
    if (!found) return;
    yield found.lines;
  }
}

/** Takes the next export that is still to be written, after this number: nobody else does so until the transaction ends. */
export const claimExport = (tx: Transaction, after: number): Promise<{ id: number } | undefined> =>
  tx.first(claim, [after]);

/** The claimed export as it now is; undefined where another process has written it in the meantime. */
export const unwrittenExport = (tx: Transaction, id: number): Promise<ExportRow | undefined> =>
  tx.first(unwritten, [id]);

/** Shows that the export is being written, at once; gives how many times that has begun. */
export const startExport = async (db: Connection, id: number): Promise<number> => (await db.first(start, [id]))!.tries;

export const endExport = (tx: Transaction, id: number, status: 'ready' | 'failed'): void =>
  tx.send(finish, [id, status]);

/** Stores the next lines, and waits until they are stored: memory holds one part at a time. */
export const storePart = (tx: Transaction, id: number, number: number, lines: string): Promise<unknown> =>
  tx.rows(addPart, [id, number, lines]);

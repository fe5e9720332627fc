import { Readable } from 'node:stream';
import type { Connection } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { AccessRestricted } from '@switchyard/domain/street-manager';
import type { Reply } from '@switchyard/http';
import type { Caller } from '../caller';
import { attachment } from '../files/content-disposition';
import { findExport, partsOf } from './repository';

/** The largest number that the database counts exports by. */
const LARGEST = 2_147_483_647;

/** The file of an export. Throws NotFound for one that is unknown or not ready, AccessRestricted for somebody else's. */
export async function downloadExport(db: Connection, caller: Caller, id: number): Promise<Reply<200>> {
  const found = id > LARGEST ? undefined : await findExport(db, id);
  if (!found) throw new NotFound('export', String(id));
  if (found.username !== caller.id) throw new AccessRestricted('the export is of another user');
  if (found.status !== 'ready') throw new NotFound('export', String(id));
  return csvReply(found.filename, Readable.from(partsOf(db, id)));
}

/** A file of CSV under its name. */
export const csvReply = (filename: string, raw: Buffer | Readable): Reply<200> => ({
  status: 200,
  raw,
  type: 'text/csv; charset=utf-8',
  headers: { 'Content-Disposition': attachment(filename) },
});

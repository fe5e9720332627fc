import type { Connection } from '@switchyard/db';
import { actsFor } from '@switchyard/domain/street-manager';
import { AccessRestricted } from '@switchyard/domain/street-manager';
import type { Reply } from '@switchyard/http';
import { noContent } from '@switchyard/http';
import type { Caller } from '../caller';
import type { Deps } from '../shared/deps';
import { mayRead } from '../shared/parties';
import { findWork } from '../works/repository';
import { attachment } from './content-disposition';
import type { FileRow } from './repository';
import { findFile } from './repository';

/**
 * The bytes of a file for who may read it, or nothing where they are gone. Throws NotFound, or AccessRestricted. The
 * published rules for files: those of its organisation, and whoever may read the work that it belongs to.
 */
export async function downloadFile(
  db: Connection,
  caller: Caller,
  id: number,
  { files }: Pick<Deps, 'files'>,
): Promise<Reply<200 | 204>> {
  const file = await findFile(db, id);
  await mayReadFile(db, caller, file);
  const raw = await files.read(file.stored_as);
  if (!raw) return noContent();
  const headers = { 'Content-Disposition': attachment(file.name), 'Content-Length': String(file.size) };
  return { status: 200, raw, type: file.type, headers };
}

async function mayReadFile(
  db: Connection,
  caller: Caller,
  { organisation_reference, work_reference }: FileRow,
): Promise<void> {
  if (actsFor(caller, organisation_reference)) return;
  if (work_reference === null) throw new AccessRestricted('the file is of another organisation');
  mayRead(caller, await findWork(db, work_reference));
}

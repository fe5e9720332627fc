import { createHash } from 'node:crypto';
import type { SentFile } from '../shared/form';
import type { Act } from '../shared/deps';
import { deleteRow, insertFile } from './repository';

/** A file that has passed the rules, and the name that its bytes get. */
export interface AcceptedFile extends SentFile {
  /** Media type. */
  type: string;
  /** Drawn once for each request, so that an attempt that the database makes again writes over the first. */
  storedAs: string;
}

/**
 * Records a file of this organisation and stores its bytes; gives its number. The bytes are written before the commit: a
 * transaction that fails leaves them without a record, for the sweep to find. Throws StoreFull.
 */
export async function storeFile(
  { tx, caller, now, files }: Act,
  file: AcceptedFile,
  organisation: string,
): Promise<number> {
  const id = await insertFile(tx, {
    stored_as: file.storedAs,
    name: file.name,
    type: file.type,
    size: file.bytes.length,
    digest: createHash('sha256').update(file.bytes).digest(),
    organisation_reference: organisation,
    uploaded_by: caller.id,
    created_at: now,
  });
  await files.write(file.storedAs, file.bytes, now);
  return id;
}

/** Forgets a file, and removes its bytes once that is certain. Should that fail, the sweep finds them. */
export async function dropFile({ tx, files, log }: Act, id: number): Promise<void> {
  const names = await deleteRow(tx, id);
  tx.afterCommit(() => {
    files.remove(names).catch((error: unknown) => log.warn({ err: error }, 'the bytes of a file could not be removed'));
  });
}

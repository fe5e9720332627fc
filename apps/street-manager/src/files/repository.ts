import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';

/** A file as the database knows it; its bytes are in the store, under `stored_as`. */
export interface FileRow {
  id: number;
  stored_as: string;
  name: string;
  type: string;
  size: number;
  organisation_reference: string;
  linked_kind: string | null;
  work_reference: string | null;
}

export interface NewFile extends Pick<FileRow, 'stored_as' | 'name' | 'type' | 'size' | 'organisation_reference'> {
  digest: Buffer;
  uploaded_by: string;
  created_at: Date;
}

const columns = 'id, stored_as, name, type, size, organisation_reference, linked_kind, work_reference';
const find = prepared<FileRow>('file', `select ${columns} from file where id = $1`);
const lock = prepared<FileRow>('lock-file', `select ${columns} from file where id = $1 for update`);
const insert = prepared<{ id: number }>(
  'insert-file',
  `insert into file (stored_as, name, type, size, digest, organisation_reference, uploaded_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
);
const remove = prepared<{ stored_as: string }>('delete-file', 'delete from file where id = $1 returning stored_as');
const known = prepared<{ stored_as: string }>(
  'stored-files',
  'select stored_as from file where stored_as = any($1::uuid[])',
);
const all = prepared<{ stored_as: string }>('all-stored-files', 'select stored_as from file');

/** Throws NotFound. */
export const findFile = (db: Connection, id: number): Promise<FileRow> => one(db.first(find, [id]), id);

/** The same, for this transaction alone: nobody links or deletes it meanwhile. Throws NotFound. */
export const lockFile = (tx: Transaction, id: number): Promise<FileRow> => one(tx.first(lock, [id]), id);

/** Gives the number of the new file. */
export async function insertFile(tx: Transaction, file: NewFile): Promise<number> {
  const { stored_as, name, type, size, digest, organisation_reference, uploaded_by, created_at } = file;
  const row = await tx.first(insert, [
    stored_as,
    name,
    type,
    size,
    digest,
    organisation_reference,
    uploaded_by,
    created_at,
  ]);
  return row!.id;
}

/** Gives the names that the bytes of what is deleted have: one, or none where there is no such file. */
export const deleteRow = async (tx: Transaction, id: number): Promise<string[]> =>
  (await tx.rows(remove, [id])).map(({ stored_as }) => stored_as);

/** Those of the names that a file has. */
export async function namesInUse(db: Connection, names: readonly string[]): Promise<Set<string>> {
  return new Set((await db.rows(known, [names])).map(({ stored_as }) => stored_as));
}

/** The names of all that is stored. */
export async function everyName(db: Connection): Promise<string[]> {
  return (await db.rows(all)).map(({ stored_as }) => stored_as);
}

async function one(found: Promise<FileRow | undefined>, id: number): Promise<FileRow> {
  const row = await found;
  if (!row) throw new NotFound('file', String(id));
  return row;
}

import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { normaliseReference } from '@switchyard/domain/street-manager';
import type { WorkRow } from './row';

const find = prepared<WorkRow>('work', 'select * from work where reference = $1');
const lock = prepared<WorkRow>('lock-work', 'select * from work where reference = $1 for update');
const taken = prepared<{ taken: boolean }>(
  'work-taken',
  'select exists (select from work where reference = $1) as taken',
);

/** The work with this reference, in any case. Throws NotFound. */
export const findWork = (db: Connection, reference: string): Promise<WorkRow> =>
  one(db.first(find, [normaliseReference(reference)]), reference);

/**
 * The same, and nobody else changes anything of this work until the transaction ends: every write on a work begins here,
 * so that whatever happens to one work happens in turn. Throws NotFound.
 */
export const lockWork = (tx: Transaction, reference: string): Promise<WorkRow> =>
  one(tx.first(lock, [normaliseReference(reference)]), reference);

export async function isWorkReferenceTaken(db: Connection, reference: string): Promise<boolean> {
  return (await db.first(taken, [normaliseReference(reference)]))!.taken;
}

async function one(found: Promise<WorkRow | undefined>, reference: string): Promise<WorkRow> {
  const row = await found;
  if (!row) throw new NotFound('work', reference);
  return row;
}

import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { normaliseReference } from '@switchyard/domain/street-manager';
import type { AlterationRow } from './row';

/** An alteration whose deadline has passed without an answer. */
export interface DueAlteration {
  reference: string;
  permit_reference: string;
  work_reference: string;
  deadline_date: Date;
}

const find = prepared<AlterationRow>(
  'alteration',
  'select * from alteration where permit_reference = $1 and reference = $2',
);
const pending = prepared<{ reference: string }>(
  'pending-alteration',
  'select reference from alteration where permit_reference = $1 and is_pending',
);
const due = prepared<DueAlteration>(
  'due-alterations',
  `select reference, permit_reference, work_reference, deadline_date
   from alteration where is_pending and deadline_date < $1 order by deadline_date, reference limit $2`,
);

/** The alteration of this permit, in any case of its letters. Throws NotFound. Whoever changes it has locked the work. */
export async function findAlteration(db: Connection, permit: string, reference: string): Promise<AlterationRow> {
  const row = await db.first(find, [permit, normaliseReference(reference)]);
  if (!row) throw new NotFound('alteration', reference);
  return row;
}

/** The reference of the alteration of this permit that awaits assessment now; undefined where none does. */
export async function pendingAlterationOf(db: Connection, permit: string): Promise<string | undefined> {
  return (await db.first(pending, [normaliseReference(permit)]))?.reference;
}

/** The alterations that their deadline has decided by this instant, the oldest first, at most so many. */
export const dueAlterationsAt = (db: Connection, now: Date, most: number): Promise<DueAlteration[]> =>
  db.rows(due, [now, most]);

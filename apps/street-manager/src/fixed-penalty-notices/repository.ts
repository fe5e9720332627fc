import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { normaliseReference } from '@switchyard/domain/street-manager';
import type { NoticeRow } from './row';

const find = prepared<NoticeRow>(
  'fixed-penalty-notice',
  'select * from fixed_penalty_notice where work_reference = $1 and reference = $2',
);
const permits = prepared<{ reference: string }>(
  'permit-references',
  'select reference from permit where work_reference = $1 order by number',
);

/** The notice of this work, in any case of its letters. Throws NotFound. */
export async function findNotice(db: Connection, work: string, reference: string): Promise<NoticeRow> {
  const row = await db.first(find, [work, normaliseReference(reference)]);
  if (!row) throw new NotFound('fixed penalty notice', reference);
  return row;
}

/** The references of a work's permits, which a notice can name. */
export async function permitReferencesOf(db: Connection, work: string): Promise<string[]> {
  return (await db.rows(permits, [work])).map(({ reference }) => reference);
}

import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { normaliseReference } from '@switchyard/domain/street-manager';
import type { Section74Row } from './row';

const find = prepared<Section74Row>(
  'section-74',
  'select * from section_74 where work_reference = $1 and reference = $2',
);

/** The section 74 of this work. Throws NotFound. */
export async function findSection74(db: Connection, work: string, reference: string): Promise<Section74Row> {
  const row = await db.first(find, [work, normaliseReference(reference)]);
  if (!row) throw new NotFound('section 74', reference);
  return row;
}

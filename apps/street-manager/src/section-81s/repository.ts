import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { normaliseReference } from '@switchyard/domain/street-manager';
import type { Section81Row } from './row';

export interface LinkedPermit {
  work_reference_number: string;
  permit_reference_number: string;
}

const find = prepared<Section81Row>(
  'section-81',
  'select * from section_81 where work_reference = $1 and reference = $2',
);
const permit = prepared<LinkedPermit>(
  'permit-linked-to-section-81',
  `select work_reference as work_reference_number, reference as permit_reference_number
   from permit where section_81_reference = $1`,
);

/** The section 81 of this work. Throws NotFound. */
export async function findSection81(db: Connection, work: string, reference: string): Promise<Section81Row> {
  const row = await db.first(find, [work, normaliseReference(reference)]);
  if (!row) throw new NotFound('section 81', reference);
  return row;
}

/** The permit that puts it right, if one is linked. */
export const linkedPermitOf = (db: Connection, reference: string): Promise<LinkedPermit | undefined> =>
  db.first(permit, [reference]);

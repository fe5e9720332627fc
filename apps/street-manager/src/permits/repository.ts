import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { normaliseReference } from '@switchyard/domain/street-manager';
import type { EarlierPermit } from '@switchyard/domain/street-manager';
import type { AlterationSummary, PermitSurroundings } from './response';
import type { PermitRow } from './row';

const find = prepared<PermitRow>('permit', 'select * from permit where work_reference = $1 and reference = $2');
const surroundings = prepared<{
  files: PermitSurroundings['files'];
  alterations: AlterationSummary[];
  linked: PermitSurroundings['linkedSection81'];
}>(
  'permit-surroundings',
  `select
     (select coalesce(json_agg(json_build_object('file_id', f.id, 'name', f.name) order by f.id), '[]')
      from file f where f.linked_kind = 'permit' and f.linked_reference = $1) as files,
     (select coalesce(json_agg(json_build_object('reference', a.reference, 'date_created', a.date_created,
        'deadline_date', a.deadline_date, 'status', a.status, 'type', a.type) order by a.number), '[]')
      from alteration a where a.permit_reference = $1) as alterations,
     (select json_build_object('work_reference_number', s.work_reference, 'section_81_reference_number', s.reference)
      from section_81 s where s.reference = $2) as linked`,
);
const earlier = prepared<EarlierPermit>(
  'earlier-permits',
  'select work_category as category, status from permit where work_reference = $1 order by number',
);

/** The permit of this work, in any case of its letters. Throws NotFound. Whoever changes it has locked the work. */
export async function findPermit(db: Connection, work: string, reference: string): Promise<PermitRow> {
  const row = await db.first(find, [work, normaliseReference(reference)]);
  if (!row) throw new NotFound('permit', reference);
  return row;
}

/** The records around a permit that it shows. */
export async function surroundingsOf(db: Connection, permit: PermitRow): Promise<PermitSurroundings> {
  const found = (await db.first(surroundings, [permit.reference, permit.section_81_reference]))!;
  return { files: found.files, alterations: found.alterations, linkedSection81: found.linked };
}

/** The permits of a work as its next one's category depends on them, in the order in which they were added. */
export const earlierPermits = (db: Connection | Transaction, work: string): Promise<EarlierPermit[]> =>
  db.rows(earlier, [work]);

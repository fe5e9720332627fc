import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { normaliseReference } from '@switchyard/domain/street-manager';
import type { ForwardPlanRow } from './row';

const find = prepared<ForwardPlanRow>(
  'forward-plan',
  'select * from forward_plan where work_reference = $1 and reference = $2',
);

/** The plan of this work. Throws NotFound. */
export async function findPlan(db: Connection, work: string, reference: string): Promise<ForwardPlanRow> {
  const row = await db.first(find, [work, normaliseReference(reference)]);
  if (!row) throw new NotFound('forward plan', reference);
  return row;
}

import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { InspectionCategory, SampleCategory } from '@switchyard/domain/street-manager';
import { countedCategory, reopenSample, sampleCategories, sampleExpiresAt } from '@switchyard/domain/street-manager';
import type { Happening } from '../history/record';
import type { Act } from '../shared/deps';
import { londonDay } from '../shared/london';
import type { WorkRow } from '../works/row';
import type { SampleInspectionRow } from './row';
import { sampleInspections } from './row';

const raise = prepared<{ reference: string }>(
  'raise-sample-count',
  `update sample_target set actual[$3] = actual[$3] + 1
   where highway_authority = $1 and promoter = $2 and is_active returning reference`,
);
const lower = prepared(
  'lower-sample-count',
  'update sample_target set actual[$2] = actual[$2] - 1 where reference = $1',
);
const complete = prepared<{ reference: string }>(
  'complete-sample',
  `update sample_inspection set status = 'completed', inspection_reference = $3
   where work_reference = $1 and category = $2 and status = 'issued' returning reference`,
);
const completedBy = prepared<SampleInspectionRow & { target_is_active: boolean }>(
  'sample-completed-by',
  `select s.*, t.is_active as target_is_active from sample_inspection s join sample_target t on t.reference = s.target_reference
   where s.inspection_reference = $1 for update of s, t`,
);

/** Arrays of the database count from 1. */
const placeOf = (category: SampleCategory): number => sampleCategories.indexOf(category) + 1;

/**
 * Counts an inspection of this category towards the target that the authority has for the promoter. Gives the target's
 * reference; null where there is none or the category is not counted.
 */
export async function raiseCount(
  tx: Transaction,
  { highway_authority, promoter }: WorkRow,
  category: InspectionCategory | null,
): Promise<string | null> {
  const counted = countedCategory(category);
  if (!counted) return null;
  return (await tx.first(raise, [highway_authority, promoter, placeOf(counted)]))?.reference ?? null;
}

/** Completes the work's open sample of the inspection's category. Gives what there is to say of that, if anything. */
export async function completeSample(
  tx: Transaction,
  work: WorkRow,
  category: InspectionCategory | null,
  inspection: string,
): Promise<Happening[]> {
  const counted = countedCategory(category);
  if (!counted) return [];
  const sample = await tx.first(complete, [work.reference, counted, inspection]);
  return sample ? [{ event: 'sample_inspection_completed', object: sample.reference, automatic: true }] : [];
}

/** Undoes both for an inspection that is withdrawn. */
export async function reverseProgress(
  { tx, now }: Pick<Act, 'tx' | 'now'>,
  inspection: { reference: string; category: InspectionCategory | null; target_reference: string | null },
): Promise<Happening[]> {
  const counted = countedCategory(inspection.category);
  if (!counted) return [];
  if (inspection.target_reference) tx.send(lower, [inspection.target_reference, placeOf(counted)]);
  const sample = await tx.first(completedBy, [inspection.reference]);
  if (!sample) return [];
  const { status, events } = reopenSample({ targetIsActive: sample.target_is_active });
  sampleInspections.change(tx, sample.reference, {
    status,
    inspection_reference: null,
    expires_at: sampleExpiresAt(londonDay(sample.expiry_date), now),
  });
  return events.map((event) => ({ event, object: sample.reference, automatic: true }));
}

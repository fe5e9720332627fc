import type { Batch } from '@switchyard/db';
import { batch } from '@switchyard/db';

/** The types of activity that every deployment starts with. */
export const referenceData: readonly Batch[] = [
  batch(
    'activity_type',
    ['Scope', 'Install', 'Repair', 'Maintenance', 'Verification'].map((name) => ({
      name,
      work_supplier_allowed_to_cancel: name === 'Verification',
    })),
  ),
];

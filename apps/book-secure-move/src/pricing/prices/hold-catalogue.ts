import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

const lockSupplier = {
  shared: prepared('pricing-supplier-share', 'select id from suppliers where id = $1 for share'),
  alone: prepared('pricing-supplier-lock', 'select id from suppliers where id = $1 for no key update'),
};
const running = prepared<{ running: boolean }>(
  'pricing-adjustment-running',
  `select exists (select from pricing_adjustments where supplier_id = $1 and status = 'in_progress') as running`,
);

/**
 * Holds a supplier's catalogue until the request commits: together with others that change single prices, or alone.
 * Tells whether an adjustment is running.
 */
export async function holdCatalogue(tx: Transaction, supplierId: string, how: 'shared' | 'alone'): Promise<boolean> {
  tx.send(lockSupplier[how], [supplierId]);
  return (await tx.first(running, [supplierId]))!.running;
}

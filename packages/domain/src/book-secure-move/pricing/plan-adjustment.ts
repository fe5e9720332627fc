import type { AdjustmentPass } from './adjustment';
import { adjusted } from './adjustment';
import type { PriceChange, StoredPrice, StoredPrices } from './price-changes';

/**
 * What a pass changes: each price of the base year, times the multiplier, becomes the year's price for the same way. A
 * price that is there already is overwritten unless it is equal. Exceptions are not carried over.
 */
export function planPass(
  base: Iterable<StoredPrice>,
  present: StoredPrices,
  { multiplier }: AdjustmentPass,
): PriceChange[] {
  const changes: PriceChange[] = [];
  for (const { fromAgency, toAgency, amount: old } of base) {
    const amount = adjusted(old, multiplier);
    const existing = present.find({ fromAgency, toAgency });
    if (existing?.amount === amount) continue;
    changes.push({ fromAgency, toAgency, priceId: existing?.id ?? null, amount, oldAmount: old });
  }
  return changes;
}

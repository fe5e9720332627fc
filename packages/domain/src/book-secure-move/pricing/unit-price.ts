import type { Pence } from '../../kernel';
import type { Month } from './effective-year';
import { monthNumber } from './effective-year';
import type { PricedPlace } from './facts';

/** A supplier's agreed price from one site to another in one contractual year. */
export interface CataloguePrice {
  id: string;
  amount: Pence;
  /** What replaces it in a month, by the month's number, 1 to 12. */
  exceptions: ReadonlyMap<number, Pence>;
}

/** One supplier's catalogue as far as prices are looked up in it. */
export interface PriceBook {
  /** Whether an agency is mapped to a site of the contract. */
  isMapped(agencyId: string): boolean;
  find(fromAgency: string, toAgency: string, effectiveYear: number): CataloguePrice | undefined;
}

/** What a journey costs before it is asked whether it is billable; an amount of zero is a price. */
export type UnitPrice =
  | { found: true; amount: Pence; priceId: string; exception: boolean }
  | { found: false; reason: 'location_not_mapped' | 'price_missing' };

const unmapped: UnitPrice = { found: false, reason: 'location_not_mapped' };
const missing: UnitPrice = { found: false, reason: 'price_missing' };

/**
 * The price from one place to another by the prices of a contractual year. An exception for the statement's month, also
 * when the journey itself ran in another, comes before the price.
 */
export function unitPriceOf(
  book: PriceBook,
  from: PricedPlace,
  to: PricedPlace,
  effectiveYear: number,
  month: Month | null,
): UnitPrice {
  if (from.agencyId === null || to.agencyId === null) return unmapped;
  if (!book.isMapped(from.agencyId) || !book.isMapped(to.agencyId)) return unmapped;
  const price = book.find(from.agencyId, to.agencyId, effectiveYear);
  if (!price) return missing;
  const exception = month === null ? undefined : price.exceptions.get(monthNumber(month));
  return exception === undefined
    ? { found: true, amount: price.amount, priceId: price.id, exception: false }
    : { found: true, amount: exception, priceId: price.id, exception: true };
}

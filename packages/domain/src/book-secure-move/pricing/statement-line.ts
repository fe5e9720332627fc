import type { PaidCategory } from './category';
import type { Month } from './effective-year';
import type { MoveFacts } from './facts';
import type { MovePrice, PricingTerms } from './move-price';
import { priceMove } from './move-price';
import { needsReconciliation, standingOf } from './standing';
import { endOf } from './timeline';
import type { PriceBook } from './unit-price';

/** One move on a statement. */
export interface StatementLine {
  move: MoveFacts;
  category: PaidCategory;
  price: MovePrice;
  /** When the move was completed or cancelled: it orders the lines of a sheet. */
  endedAt: Date;
}

/** What a statement makes of a move: a line, a move to be reconciled, or nothing of its own. */
export type OnStatement = { line: StatementLine } | { reconcile: MoveFacts } | undefined;

/** Prices a move for the statement of a month. */
export function statementLineOf(move: MoveFacts, month: Month, book: PriceBook, terms: PricingTerms): OnStatement {
  const price = priceMove(move, book, terms);
  const standing = standingOf(move, price);
  if (standing.month !== month) return undefined;
  const endedAt = endOf(move);
  if (standing.on && endedAt && price.category !== 'unpriced') {
    return { line: { move, category: price.category, price, endedAt } };
  }
  return needsReconciliation(move, standing) ? { reconcile: move } : undefined;
}

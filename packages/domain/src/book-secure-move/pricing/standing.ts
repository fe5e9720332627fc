import type { CancellationFault } from './cancellation';
import type { Month } from './effective-year';
import type { MoveFacts } from './facts';
import type { MovePrice } from './move-price';
import { endOf } from './timeline';

/** Where a move stands: on one month's statement, or on none for these reasons. */
export type Standing =
  | { on: true; month: Month }
  | {
      on: false;
      month: Month | null;
      reasons: readonly ('not_ended' | 'end_not_recorded' | 'no_month' | CancellationFault)[];
    };

/**
 * A move is on the statement of its month once it has a category and its end has been recorded. Every other move says
 * why it is on none.
 */
export function standingOf(
  move: MoveFacts,
  { category, reasons, month }: Pick<MovePrice, 'category' | 'reasons' | 'month'>,
): Standing {
  if (category === 'unpriced') return { on: false, month, reasons };
  if (endOf(move) === null) return { on: false, month, reasons: ['end_not_recorded'] };
  if (month === null) return { on: false, month, reasons: ['no_month'] };
  return { on: true, month };
}

/** Whether a move might be payable and is missing a fact: completed, but nobody recorded its completion. */
export const needsReconciliation = ({ status }: MoveFacts, standing: Standing): boolean =>
  status === 'completed' && !standing.on && standing.month !== null;

import type { StatementTotals } from '@switchyard/domain/book-secure-move/pricing';
import type { Row } from '../workbook/cells';
import { labels, shownOrder } from './labels';

/** Part of all moves; nothing of nothing. */
export const shareOf = (moves: number, all: number): number => (all === 0 ? 0 : moves / all);

/** Three rows per category from row 10, the totals in rows 28 and 29. */
export function summaryRows({ categories, moves, withoutPrices, amount }: StatementTotals): Row[] {
  const blocks = shownOrder.flatMap((category): Row[] => {
    const total = categories.find((each) => each.category === category)!;
    return [
      [
        labels[category].name,
        { share: shareOf(total.moves, moves) },
        total.moves,
        total.withoutPrices,
        { pence: total.amount },
      ],
      [labels[category].meaning],
      [],
    ];
  });
  return [
    ...blocks,
    ['Totals', 'Percentage', 'Move volume', 'Move volume without prices', 'Price'],
    [
      withoutPrices > 0 ? 'Pending price' : null,
      { share: moves === 0 ? 0 : 1 },
      moves,
      withoutPrices,
      { pence: amount },
    ],
  ];
}

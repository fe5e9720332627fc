import type { Month, MultiJourneyBasis, StatementTotals } from '@switchyard/domain/book-secure-move/pricing';
import type { Resource } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import { wireTime } from '../../shared/wire-time';
import { labels, shownOrder } from './labels';
import type { WireLine } from './line';
import { shareOf } from './summary-sheet';

/** A statement as it is shown: computed now, or issued as a version. */
export interface ShownStatement {
  supplierKey: string;
  month: Month;
  version: number | null;
  provisional: boolean;
  generatedAt: Date;
  issuedBy: string | null;
  multiJourneyBasis: MultiJourneyBasis;
  totals: StatementTotals;
}

/** `serco.2026-10`, and with its version `serco.2026-10.2`. */
export const statementId = (supplierKey: string, month: Month, version: number | null): string =>
  [supplierKey, month, ...(version === null ? [] : [version])].join('.');

/** The document's data; links stand in the resource, which is why it is written by hand. */
export function presentStatement(statement: ShownStatement): object {
  const { supplierKey, month, version, totals } = statement;
  const path = `/pricing/statements/${supplierKey}/${month}`;
  const query = version === null ? '' : `?version=${version}`;
  return {
    id: statementId(supplierKey, month, version),
    type: 'statements',
    attributes: {
      supplier: supplierKey,
      month,
      version,
      provisional: statement.provisional,
      generated_at: wireTime(statement.generatedAt),
      issued_by: statement.issuedBy,
      multi_journey_basis: statement.multiJourneyBasis,
      pending_price: totals.withoutPrices > 0,
      moves: totals.moves,
      moves_without_prices: totals.withoutPrices,
      total_in_pence: totals.amount,
      categories: shownOrder.map((category) => {
        const total = totals.categories.find((each) => each.category === category)!;
        return {
          category,
          label: labels[category].name,
          share: shareOf(total.moves, totals.moves),
          moves: total.moves,
          moves_without_prices: total.withoutPrices,
          total_in_pence: total.amount,
        };
      }),
      journeys: {
        ways: totals.journeys.ways,
        without_locations: totals.journeys.withoutLocations,
        without_prices: totals.journeys.withoutPrices,
        total_in_pence: totals.journeys.amount,
      },
      moves_to_reconcile: totals.toReconcile,
    },
    links: {
      self: path + query,
      workbook: `${path}.xlsx${query}`,
      csv: `${path}.csv${query}`,
      statement_lines: `${path}/statement-lines${query}`,
    },
  };
}

export const presentLine = (moveId: string, line: WireLine, statement: string): Resource => ({
  type: 'statement-lines',
  id: moveId,
  attributes: line,
  relationships: { move: identifier('moves', moveId), statement: identifier('statements', statement) },
});

import type { Connection } from '@switchyard/db';
import type { Month, PricingTerms, StatementLine } from '@switchyard/domain/book-secure-move/pricing';
import { statementLineOf } from '@switchyard/domain/book-secure-move/pricing';
import type { Supplier } from '../../reference/reference-data';
import { KnownPrices } from '../recorded/known-prices';
import type { RecordedMove } from '../recorded/assemble';
import type { SiteBook } from '../sites/repository';

/** A line with the move as it is recorded. */
export interface RecordedLine extends StatementLine {
  move: RecordedMove;
}

/** Takes what a month is made of, as it is priced. */
export interface MonthSink {
  line(line: RecordedLine): void;
  reconcile(move: RecordedMove): void;
  /** A batch has been priced, and so many moves that may belong to the month in all; the next waits for this. */
  batchDone?(priced: number): void | Promise<void>;
}

export interface MonthOfSupplier extends PricingTerms {
  supplier: Supplier;
  month: Month;
}

/** Prices moves for the statement of a month, batch by batch; memory holds a batch and the prices of the ways met. */
export async function priceMoves(
  db: Connection,
  batches: AsyncIterable<readonly RecordedMove[]> | Iterable<readonly RecordedMove[]>,
  { supplier, month, ...terms }: MonthOfSupplier,
  sites: SiteBook,
  sink: MonthSink,
): Promise<void> {
  const prices = new KnownPrices(db, supplier.id, sites);
  let done = 0;
  for await (const moves of batches) {
    await prices.learn(moves);
    for (const move of moves) {
      const made = statementLineOf(move, month, prices, terms);
      if (made === undefined) continue;
      if ('line' in made) sink.line({ ...made.line, move });
      else sink.reconcile(move);
    }
    done += moves.length;
    await sink.batchDone?.(done);
  }
}

import type { Database, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { londonDay } from '@switchyard/domain/book-secure-move';
import type { JourneyGroup, Month, PaidCategory, StatementTotals } from '@switchyard/domain/book-secure-move/pricing';
import {
  StatementTally,
  effectiveYearOfMonth,
  isOver,
  paidCategories,
} from '@switchyard/domain/book-secure-move/pricing';
import type { ReferencePicture, Supplier } from '../../reference/reference-data';
import type { PricingSettings } from '../deps';
import { basisFor } from '../deps';
import { countOfMonth } from '../recorded/months';
import type { RecordedMove } from '../recorded/assemble';
import { Places } from '../recorded/places';
import { streamMonth } from '../recorded/stream-month';
import type { SiteBook } from '../sites/repository';
import { readSites } from '../sites/repository';
import type { WireLine } from './line';
import { wireLine } from './line';
import { sheetRows } from './move-sheets';
import type { BookRow } from './price-book';
import { priceBookOf } from './price-book';
import type { MonthOfSupplier, MonthSink, RecordedLine } from './price-month';
import { priceMoves } from './price-month';
import { Spool } from './spool';

/** What makes a statement: whose, of which month, by which terms, and when it was made. */
export interface StatementHead extends MonthOfSupplier {
  generatedAt: Date;
  /** Whether the month was not over. */
  provisional: boolean;
}

export interface ComputedStatement {
  head: StatementHead;
  totals: StatementTotals;
}

/** A statement with all that its sheets show; some hundred bytes for each move. */
export interface FullStatement extends ComputedStatement {
  /** The rows of the moves of each category as JSON, in the order of its sheet. */
  rows: ReadonlyMap<PaidCategory, Spool>;
  groups: readonly JourneyGroup[];
  toReconcile: readonly RecordedMove[];
  priceBook: readonly BookRow[];
  sites: SiteBook;
}

export function headOf(settings: PricingSettings, supplier: Supplier, month: Month, now: Date): StatementHead {
  const today = londonDay(now);
  return {
    supplier,
    month,
    multiJourneyBasis: basisFor(settings, supplier.key),
    today,
    generatedAt: now,
    provisional: !isOver(month, today),
  };
}

/** The totals of a statement; its lines are forgotten as soon as they are added up. */
export async function computeTotals(
  tx: Transaction,
  reference: ReferencePicture,
  head: StatementHead,
  progress?: (done: number, of: number) => void,
): Promise<ComputedStatement> {
  const tally = new StatementTally();
  const all = progress ? await countOfMonth(tx, head.supplier.id, head.month) : 0;
  progress?.(0, all);
  await overMonth(tx, reference, head, () => ({
    line: (line) => tally.add(line),
    reconcile: () => tally.addToReconcile(),
    ...(progress && { batchDone: (done: number) => progress(done, all) }),
  }));
  return { head, totals: tally.totals() };
}

/** Takes the lines of a batch, for whoever wants them besides the sheets. */
type TakeLines = (lines: readonly { moveId: string; line: WireLine }[]) => Promise<unknown>;

/** A statement with its sheets. `takeLines` is given the lines themselves, batch by batch. */
export async function computeFull(
  tx: Transaction,
  reference: ReferencePicture,
  head: StatementHead,
  takeLines?: TakeLines,
): Promise<FullStatement> {
  const tally = new StatementTally();
  const rows = new Map(paidCategories.map((category) => [category, new Spool()]));
  const toReconcile: RecordedMove[] = [];
  let batch: { moveId: string; line: WireLine }[] = [];
  const sites = await overMonth(tx, reference, head, (sites) => ({
    line: (recorded: RecordedLine) => {
      tally.add(recorded);
      const line = wireLine(recorded, sites);
      rows.get(line.category)!.add(recorded.endedAt.getTime(), JSON.stringify(sheetRows(line)));
      if (takeLines) batch.push({ moveId: recorded.move.id, line });
    },
    reconcile: (move) => {
      tally.addToReconcile();
      toReconcile.push(move);
    },
    batchDone: async () => {
      const taken = batch;
      batch = [];
      if (taken.length > 0) await takeLines?.(taken);
    },
  }));
  const year = effectiveYearOfMonth(head.month);
  return {
    head,
    totals: tally.totals(),
    rows,
    groups: tally.journeyGroups(),
    toReconcile,
    priceBook: await priceBookOf(tx, head.supplier.id, year, head.month),
    sites,
  };
}

async function overMonth(
  tx: Transaction,
  reference: ReferencePicture,
  head: StatementHead,
  sinkOf: (sites: SiteBook) => MonthSink,
): Promise<SiteBook> {
  const sites = await readSites(tx);
  const batches = streamMonth(tx, head.supplier.id, head.month, new Places(reference));
  await priceMoves(tx, batches, head, sites, sinkOf(sites));
  return sites;
}

const oneSnapshot = prepared('one-snapshot', 'set transaction isolation level repeatable read, read only');

/** Reads by many statements what is recorded at one instant. */
export function atOneInstant<T>(db: Database, read: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction((tx) => {
    tx.send(oneSnapshot);
    return read(tx);
  });
}

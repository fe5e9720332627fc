import type { Database, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { londonDay } from '@switchyard/domain/book-secure-move';
import type { JourneyGroup, Month, StatementTotals } from '@switchyard/domain/book-secure-move/pricing';
import { StatementTally, byEnd, effectiveYearOfMonth, isOver } from '@switchyard/domain/book-secure-move/pricing';
import type { ReferencePicture, Supplier } from '../../reference/reference-data';
import type { PricingSettings } from '../deps';
import { basisFor } from '../deps';
import { countOfMonth } from '../recorded/months';
import type { RecordedMove } from '../recorded/read-moves';
import { Places } from '../recorded/read-moves';
import { streamMonth } from '../recorded/stream-month';
import type { SiteBook } from '../sites/repository';
import { readSites } from '../sites/repository';
import type { WireLine } from './line';
import { wireLine } from './line';
import type { BookRow } from './price-book';
import { priceBookOf } from './price-book';
import type { MonthOfSupplier, MonthSink, RecordedLine } from './price-month';
import { priceMoves } from './price-month';

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

/** A statement with all that its sheets show; some kilobytes for each move. */
export interface FullStatement extends ComputedStatement {
  lines: readonly { moveId: string; line: WireLine }[];
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
    ...(progress && { progress: (done: number) => progress(done, all) }),
  }));
  return { head, totals: tally.totals() };
}

/** A statement with its lines in the order of the sheets. */
export async function computeFull(
  tx: Transaction,
  reference: ReferencePicture,
  head: StatementHead,
): Promise<FullStatement> {
  const tally = new StatementTally();
  const kept: { endedAt: Date; move: { id: string }; line: WireLine }[] = [];
  const toReconcile: RecordedMove[] = [];
  const sites = await overMonth(tx, reference, head, (sites) => ({
    line: (line: RecordedLine) => {
      tally.add(line);
      kept.push({ endedAt: line.endedAt, move: { id: line.move.id }, line: wireLine(line, sites) });
    },
    reconcile: (move) => {
      tally.addToReconcile();
      toReconcile.push(move);
    },
  }));
  const year = effectiveYearOfMonth(head.month);
  return {
    head,
    totals: tally.totals(),
    lines: kept.sort(byEnd).map(({ move, line }) => ({ moveId: move.id, line })),
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

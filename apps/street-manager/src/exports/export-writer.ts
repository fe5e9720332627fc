import type { Transaction } from '@switchyard/db';
import { all, literal, prepared, sql } from '@switchyard/db';
import type { Member } from '../reports/row';
import { jsonRow } from '../reports/row';
import { conditionsOf, orderOf } from '../reports/report';
import { scopeOf } from '../reports/scope';
import type { Deps } from '../shared/deps';
import { QueryReader } from '../shared/query-reader';
import { askedOf } from './asked';
import type { CsvStyle } from './csv';
import { headingLine, rowLines } from './csv';
import type { ExportKind } from './kinds';
import { kindOf } from './kinds';
import type { ExportRow } from './repository';
import { claimExport, endExport, startExport, storePart, unwrittenExport } from './repository';

/** What has been begun so often and never ended is given up: it may be what ends the process. */
const MOST_TRIES = 3;
/** Sorting comes before the first row, however many there are. */
const unhurried = prepared('unhurried-export', 'set local statement_timeout = 0');
const fetch = prepared<{ row: Record<string, unknown> }>('fetch-export-rows', 'fetch 500 from export_rows');

/**
 * Writes what is in the queue, one export at a time in each process. However many processes there are, each export is
 * written once: its lines and that it is ready commit together, and one whose process dies is written anew by another.
 */
export class ExportWriter {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly deps: Pick<Deps, 'config' | 'db' | 'directory' | 'log'>) {}

  /** Done when everything that was in the queue has been written, or has failed for now. */
  write(): Promise<void> {
    const run = this.last.then(() => this.writeAll());
    this.last = run.catch(() => undefined);
    return run;
  }

  private async writeAll(): Promise<void> {
    for (let last: number | undefined = 0; last !== undefined;) last = await this.writeAfter(last);
  }

  /** Writes the next export after this number; gives its number, undefined where there is none. */
  private async writeAfter(last: number): Promise<number | undefined> {
    const { db, log } = this.deps;
    let claimed: number | undefined;
    try {
      await db.transaction(async (tx) => {
        claimed = (await claimExport(tx, last))?.id;
        const wanted = claimed === undefined ? undefined : await unwrittenExport(tx, claimed);
        if (wanted) await this.writeOnce(tx, wanted);
      });
    } catch (error) {
      if (claimed === undefined) throw error;
      log.error({ err: error, export: claimed }, 'an export could not be written');
    }
    return claimed;
  }

  private async writeOnce(tx: Transaction, wanted: ExportRow): Promise<void> {
    const { db, config } = this.deps;
    const tries = await startExport(db.reader(), wanted.id);
    if (tries > MOST_TRIES) return endExport(tx, wanted.id, 'failed');
    const kind = kindOf(wanted.kind);
    const members = [...kind.report.members, ...(kind.report.exported ?? [])];
    const style = { guardsFormulas: config.csvFormulaGuard };
    await this.openRows(tx, wanted, kind, members);
    await storePart(tx, wanted.id, 0, headingLine(members, style));
    await storeRows(tx, wanted.id, members, style);
    endExport(tx, wanted.id, 'ready');
  }

  /** All rows as they are at this moment, to be fetched in their order. */
  private async openRows(
    tx: Transaction,
    { caller, request }: ExportRow,
    kind: ExportKind,
    members: readonly Member[],
  ): Promise<void> {
    const { directory } = this.deps;
    const { report } = kind;
    const reader = new QueryReader(askedOf(kind, request));
    const scope = await scopeOf(tx, caller, reader, directory);
    const conditions = conditionsOf(report, reader, scope, directory);
    const order = orderOf(report, reader);
    reader.check();
    tx.send(unhurried);
    await tx.rows(sql`
      declare export_rows no scroll cursor for
      select ${literal(jsonRow(...members))} as row
      from ${literal(report.table)} r ${literal(report.joins)} where ${all(conditions)} order by ${order}`);
  }
}

async function storeRows(tx: Transaction, id: number, members: readonly Member[], style: CsvStyle): Promise<void> {
  for (let number = 1; ; number += 1) {
    const rows = await tx.rows(fetch);
    if (rows.length === 0) return;
    await storePart(
      tx,
      id,
      number,
      rowLines(
        members,
        rows.map(({ row }) => row),
        style,
      ),
    );
  }
}

import { Readable } from 'node:stream';
import type { Connection } from '@switchyard/db';
import type { Reply } from '@switchyard/http';
import { formatLondon } from '@switchyard/domain/book-secure-move';
import type { Caller } from '../../caller';
import { usernameOf } from '../access';
import type { AuditEventType } from '../audit';
import { recordChanges } from '../audit';
import type { PricingApi, PricingDeps } from '../deps';
import { InvalidInput } from '../refusals';
import type { SheetPart } from '../workbook/cells';
import { writeCsv } from '../workbook/write-csv';
import { writeXlsx } from '../workbook/write-xlsx';
import { atOneInstant, computeFull } from './compute-statement';
import { storedSheets } from './repository';
import type { AskedStatement } from './routes';
import { sheetNames, sheetsOf } from './sheets';
import { unpackSheets } from './stored-sheets';

interface Request {
  db: Connection;
  caller: Caller;
  params: { supplier: string; month: string };
  query: Readonly<Record<string, string | undefined>>;
  now: Date;
}

type Ask = (db: Connection, request: Request) => Promise<AskedStatement>;

/** Statements as files, written while they are sent. */
export function downloadRoutes(api: PricingApi, deps: PricingDeps, asked: Ask): void {
  const { db: database, reference, pricing } = deps;

  api.get('/statements/{supplier}/{month}.xlsx', async (request): Promise<Reply<200>> => {
    const { parts, name } = await sheets(request);
    return file(writeXlsx(parts), 'application/vnd.ms-excel', `${name}.xlsx`);
  });

  api.get('/statements/{supplier}/{month}.csv', async (request): Promise<Reply<200>> => {
    const { sheet } = request.query;
    if (sheet !== undefined && !sheetNames.some((name) => name === sheet)) {
      const detail = `sheet must be one of ${sheetNames.join(', ')}`;
      throw new InvalidInput(400, { parameter: 'sheet' }, 'inclusion', detail);
    }
    const { parts, name } = await sheets(request);
    return file(Readable.from(writeCsv(parts, sheet)), 'text/csv; charset=utf-8', `${name}.csv`);
  });

  /** The sheets that a request asks for, and the name of their file. Who downloads what is remembered. */
  async function sheets(request: Request): Promise<{
    parts: Iterable<SheetPart> | AsyncIterable<SheetPart>;
    name: string;
  }> {
    const { supplier, head, issued } = await asked(request.db, request);
    const remember = (type: AuditEventType): Promise<void> =>
      database.transaction(async (tx) => {
        const author = { username: usernameOf(request.caller), at: request.now };
        recordChanges(tx, author, type, [{ metadata: { month: head.month, supplier: supplier.key }, key: null }]);
      });
    try {
      const parts = issued
        ? unpackSheets(await storedSheets(request.db, issued))
        : sheetsOf(
            await atOneInstant(database, (db) => computeFull(db, reference.current, head)),
            pricing.reconciliationSheet,
          );
      await remember('DOWNLOAD_SPREADSHEET');
      const made = formatLondon(issued?.generatedAt ?? head.generatedAt);
      const minute = made.slice(0, 16).replace(/[T:]/g, '_');
      return { parts, name: `Journey_Variable_Payment_Output_${supplier.key.toUpperCase()}_${minute}` };
    } catch (error) {
      await remember('DOWNLOAD_SPREADSHEET_FAILURE').catch(() => undefined);
      throw error;
    }
  }
}

const file = (raw: Readable, type: string, name: string): Reply<200> => ({
  status: 200,
  raw,
  type,
  headers: { 'Content-Disposition': `attachment; filename="${name}"` },
});

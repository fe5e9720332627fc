import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Month, MultiJourneyBasis, StatementTotals } from '@switchyard/domain/book-secure-move/pricing';
import { effectiveYearOfMonth } from '@switchyard/domain/book-secure-move/pricing';
import type { WireLine } from './line';

/** A statement as it was issued; nothing of it changes any more. */
export interface IssuedStatement {
  id: string;
  supplierId: string;
  month: Month;
  version: number;
  generatedAt: Date;
  issuedBy: string;
  multiJourneyBasis: MultiJourneyBasis;
  totals: StatementTotals;
}

interface StatementRow {
  id: string;
  supplier_id: string;
  month: string;
  version: number;
  generated_at: Date;
  issued_by: string;
  multi_journey_basis: MultiJourneyBasis;
  totals: StatementTotals;
}

const columns = 'id, supplier_id, month, version, generated_at, issued_by, multi_journey_basis, totals';

const issuedMonth = prepared<{ month: string }>(
  'pricing-issued-month',
  'select month from pricing_statements where supplier_id = $1 and effective_year = $2 order by month limit 1',
);

/** The first month of a contractual year of which a statement was issued; undefined for none. */
export async function findIssuedMonth(db: Connection, supplierId: string, year: number): Promise<Month | undefined> {
  return (await db.first(issuedMonth, [supplierId, year]))?.month;
}

const lastVersion = prepared<{ version: number | null }>(
  'pricing-last-version',
  'select max(version) as version from pricing_statements where supplier_id = $1 and month = $2',
);

/** The number of the next version of a month. Two that take the same are held apart by its uniqueness. */
export async function nextVersion(db: Connection, supplierId: string, month: Month): Promise<number> {
  return ((await db.first(lastVersion, [supplierId, month]))?.version ?? 0) + 1;
}

const insert = prepared(
  'pricing-statement-insert',
  `insert into pricing_statements (${columns}, effective_year, sheets)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const insertSome = prepared(
  'pricing-statement-lines-insert',
  `insert into pricing_statement_lines (statement_id, move_id, line)
   select $1, (line ->> 'moveId')::uuid, line -> 'line' from jsonb_array_elements($2::jsonb) line`,
);

/** Stores a snapshot with its packed sheets. */
export function insertStatement(tx: Transaction, statement: IssuedStatement, sheets: Buffer): void {
  tx.send(insert, [
    statement.id,
    statement.supplierId,
    statement.month,
    statement.version,
    statement.generatedAt,
    statement.issuedBy,
    statement.multiJourneyBasis,
    JSON.stringify(statement.totals),
    effectiveYearOfMonth(statement.month),
    sheets,
  ]);
}

/** Stores lines of a snapshot, which itself may be stored after them. */
export async function insertLines(
  tx: Transaction,
  statementId: string,
  lines: readonly { moveId: string; line: WireLine }[],
): Promise<void> {
  await tx.rows(insertSome, [statementId, JSON.stringify(lines)]);
}

const find = prepared<StatementRow>(
  'pricing-statement',
  `select ${columns} from pricing_statements where supplier_id = $1 and month = $2 and version = $3`,
);

export async function findIssued(
  db: Connection,
  supplierId: string,
  month: Month,
  version: number,
): Promise<IssuedStatement | undefined> {
  const row = await db.first(find, [supplierId, month, version]);
  return row && toIssued(row);
}

const list = prepared<StatementRow>(
  'pricing-statements',
  `select ${columns} from pricing_statements
   where ($1::uuid is null or supplier_id = $1) and ($2::text is null or month = $2)
   order by month desc, supplier_id, version desc limit $3`,
);

/** The latest snapshots of a supplier and a month, or of all. */
export async function listIssued(
  db: Connection,
  supplierId: string | null,
  month: Month | null,
  most: number,
): Promise<IssuedStatement[]> {
  return (await db.rows(list, [supplierId, month, most])).map(toIssued);
}

const sheetsOfIssued = prepared<{ sheets: Buffer }>(
  'pricing-statement-sheets',
  'select sheets from pricing_statements where id = $1',
);

/** The packed sheets of a snapshot. */
export async function storedSheets(db: Connection, { id }: IssuedStatement): Promise<Buffer> {
  return (await db.first(sheetsOfIssued, [id]))!.sheets;
}

const linesPage = prepared<{ move_id: string; line: WireLine }>(
  'pricing-statement-lines',
  `select move_id, line from pricing_statement_lines
   where statement_id = $1 and move_id > $2 order by move_id limit $3`,
);

/** Lines of a snapshot by the ids of their moves, after one of these. */
export async function storedLines(
  db: Connection,
  { id }: IssuedStatement,
  after: string,
  most: number,
): Promise<{ moveId: string; line: WireLine }[]> {
  return (await db.rows(linesPage, [id, after, most])).map(({ move_id, line }) => ({ moveId: move_id, line }));
}

const toIssued = (row: StatementRow): IssuedStatement => ({
  id: row.id,
  supplierId: row.supplier_id,
  month: row.month,
  version: row.version,
  generatedAt: row.generated_at,
  issuedBy: row.issued_by,
  multiJourneyBasis: row.multi_journey_basis,
  totals: row.totals,
});

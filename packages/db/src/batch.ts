import type { Transaction } from './transaction';
import { query } from './statement';

/** Rows for one table, stored by one statement. All name the same columns. */
export interface Batch {
  table: string;
  rows: readonly object[];
}

/** Pairs rows with their table. */
export const batch = <Row extends object>(table: string, rows: readonly Row[]): Batch => ({ table, rows });

/**
 * Stores the batches in their order, pipelined. A row whose key or other uniqueness is taken already stays as it is.
 * Throws the first failure as the database kit names it.
 */
export async function storeBatches(tx: Transaction, batches: readonly Batch[]): Promise<void> {
  await Promise.all(batches.filter(({ rows }) => rows.length > 0).map((each) => tx.rows(insertion(each))));
}

/** PostgreSQL reads the rows out of one JSON text, by the types of the table's own columns. */
function insertion({ table, rows }: Batch): ReturnType<typeof query.raw> {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map(() => '??').join(', ');
  return query.raw(
    `insert into ?? (${names}) select ${names} from jsonb_populate_recordset(null::??, ?::jsonb) on conflict do nothing`,
    [table, ...columns, ...columns, table, JSON.stringify(rows)],
  );
}

import type { Prepared, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

/** Whole rows in, changed columns in: two fixed statements for a table, however wide it is. */
export interface Table<Row extends object> {
  /**
   * Adds a row; columns that are left out take null, so every column without a null must be there. It travels in one
   * statement with what else is added next to it.
   */
  insert(tx: Transaction, row: Row): void;
  /** Changes these columns of the row with this key. */
  change(tx: Transaction, key: string | number, changes: Partial<Row>): void;
}

/**
 * A table that is written row by row. The values travel as one JSON object, whose members take the types of the columns.
 * `columns` are those that a row carries; `key` is the column that finds one.
 */
export function table<Row extends object>(
  name: string,
  key: string,
  columns: readonly (keyof Row & string)[],
): Table<Row> {
  const list = columns.join(', ');
  const insert: Prepared = prepared(
    `insert-${name}`,
    `insert into ${name} (${list}) select ${list} from jsonb_populate_record(null::${name}, $1::jsonb)`,
  );
  const change: Prepared = prepared(
    `change-${name}`,
    `update ${name} as changed set (${list}) =
       (select ${columns.map((column) => `given.${column}`).join(', ')} from jsonb_populate_record(changed, $2::jsonb) as given)
     where ${key} = $1`,
  );
  return {
    insert: (tx, row) => tx.append(insert, [JSON.stringify(row)]),
    change: (tx, value, changes) => tx.send(change, [value, JSON.stringify(changes)]),
  };
}

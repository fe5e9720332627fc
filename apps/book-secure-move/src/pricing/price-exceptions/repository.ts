import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Pence } from '@switchyard/domain';

/** What replaces a price in one month of its contractual year. */
export interface PriceException {
  id: string;
  priceId: string;
  /** 1 for January to 12 for December. */
  month: number;
  amount: Pence;
  addedAt: Date;
}

interface ExceptionRow {
  id: string;
  price_id: string;
  month: number;
  price_in_pence: number;
  added_at: Date;
}

const ofPrice = prepared<ExceptionRow>(
  'pricing-exceptions-of-price',
  // From September, as the year runs.
  'select * from pricing_price_exceptions where price_id = $1 order by (month + 3) % 12',
);

/** The exceptions of a price in the order of its year. */
export async function exceptionsOf(db: Connection, priceId: string): Promise<PriceException[]> {
  return (await db.rows(ofPrice, [priceId])).map((row) => ({
    id: row.id,
    priceId: row.price_id,
    month: row.month,
    amount: row.price_in_pence as Pence,
    addedAt: row.added_at,
  }));
}

const insert = prepared(
  'pricing-exception-insert',
  'insert into pricing_price_exceptions (id, price_id, month, price_in_pence, added_at) values ($1, $2, $3, $4, $5)',
);

/** Stores a new exception. */
export function insertException(tx: Transaction, { id, priceId, month, amount, addedAt }: PriceException): void {
  tx.send(insert, [id, priceId, month, amount, addedAt]);
}

const remove = prepared('pricing-exception-delete', 'delete from pricing_price_exceptions where id = $1');

/** Removes an exception. */
export function deleteException(tx: Transaction, { id }: PriceException): void {
  tx.send(remove, [id]);
}

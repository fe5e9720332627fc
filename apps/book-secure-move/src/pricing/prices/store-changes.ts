import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { IdGenerator } from '@switchyard/domain';
import type { PriceChange } from '@switchyard/domain/book-secure-move/pricing';
import { poundsText } from '@switchyard/domain/book-secure-move/pricing';
import type { Supplier } from '../../reference/reference-data';
import type { Author } from '../audit';
import { recordChanges, wayHistoryKey } from '../audit';

const CHUNK = 5_000;

const insert = prepared(
  'pricing-prices-insert',
  `insert into pricing_prices (id, supplier_id, from_agency_id, to_agency_id, effective_year, price_in_pence, added_at)
   select id, $1, from_agency, to_agency, $2, amount, $3
   from unnest($4::uuid[], $5::text[], $6::text[], $7::integer[]) fresh(id, from_agency, to_agency, amount)`,
);
const update = prepared(
  'pricing-prices-update',
  `update pricing_prices p set price_in_pence = changed.amount
   from unnest($1::uuid[], $2::integer[]) changed(id, amount) where p.id = changed.id`,
);

export interface Catalogue {
  supplier: Supplier;
  effectiveYear: number;
}

/**
 * Stores changes of one catalogue and remembers each, in chunks, so that a hundred thousand need little memory.
 * `multiplier` is what an adjustment used. New prices are given their ids.
 */
export async function storeChanges(
  tx: Transaction,
  { supplier, effectiveYear }: Catalogue,
  changes: readonly PriceChange[],
  author: Author,
  ids: IdGenerator,
  multiplier?: string,
): Promise<string[]> {
  const stored: string[] = [];
  for (let from = 0; from < changes.length; from += CHUNK) {
    const chunk = changes.slice(from, from + CHUNK).map((change) => ({ ...change, id: change.priceId ?? ids.uuid() }));
    const fresh = chunk.filter(({ priceId }) => priceId === null);
    const changed = chunk.filter(({ priceId }) => priceId !== null);
    if (fresh.length > 0) {
      const columns = [
        fresh.map(({ id }) => id),
        fresh.map((each) => each.fromAgency),
        fresh.map((each) => each.toAgency),
      ];
      tx.send(insert, [supplier.id, effectiveYear, author.at, ...columns, fresh.map(({ amount }) => amount)]);
    }
    if (changed.length > 0) tx.send(update, [changed.map(({ id }) => id), changed.map(({ amount }) => amount)]);
    recordChanges(tx, author, 'JOURNEY_PRICE', chunk.map(describe));
    stored.push(...chunk.map(({ id }) => id));
    // Not more than one chunk is on its way at a time.
    await tx.rows(pause);
  }
  return stored;

  function describe({ fromAgency, toAgency, amount, oldAmount }: PriceChange): {
    metadata: object & Record<string, unknown>;
    key: string;
  } {
    return {
      metadata: {
        supplier: supplier.key,
        from_nomis_id: fromAgency,
        to_nomis_id: toAgency,
        effective_year: effectiveYear,
        new_price: poundsText(amount),
        ...(oldAmount !== null && { old_price: poundsText(oldAmount) }),
        ...(multiplier !== undefined && { multiplier }),
      },
      key: wayHistoryKey(supplier.key, fromAgency, toAgency),
    };
  }
}

const pause = prepared('pricing-chunk-stored', 'select 1');

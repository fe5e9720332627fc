import type { Connection, Sql } from '@switchyard/db';
import { all, prepared, sql } from '@switchyard/db';
import type { Pence } from '@switchyard/domain';
import { NotFound } from '@switchyard/domain';
import type { StoredPrice } from '@switchyard/domain/book-secure-move/pricing';
import type { Caller } from '../../caller';
import { uuidOf } from '../../shared/uuid';
import { sees } from '../access';

/** A price with the names of its sites and the ids of its exceptions. */
export interface Price extends StoredPrice {
  supplierId: string;
  effectiveYear: number;
  fromSite: string;
  toSite: string;
  addedAt: Date;
  exceptionIds: readonly string[];
}

interface PriceRow {
  id: string;
  supplier_id: string;
  from_agency_id: string;
  to_agency_id: string;
  effective_year: number;
  price_in_pence: number;
  added_at: Date;
  from_site: string;
  to_site: string;
  exception_ids: string[];
}

const shown = sql`
  select p.*, f.site_name as from_site, t.site_name as to_site,
    array(select e.id::text from pricing_price_exceptions e where e.price_id = p.id
          order by (e.month + 3) % 12) as exception_ids
  from pricing_prices p
  join pricing_locations f on f.nomis_agency_id = p.from_agency_id
  join pricing_locations t on t.nomis_agency_id = p.to_agency_id`;

export interface PriceFilters {
  supplierId: string | null;
  effectiveYear: number | null;
  fromAgency: string | null;
  toAgency: string | null;
}

/** A page of prices, and how many there are in all. */
export async function listPrices(
  db: Connection,
  filters: PriceFilters,
  { size, offset }: { size: number; offset: number },
): Promise<{ prices: Price[]; total: number }> {
  const chosen = all(conditionsOf(filters));
  const [rows, count] = await Promise.all([
    db.rows<PriceRow>(sql`
      with page as (
        select id from pricing_prices p where ${chosen}
        order by supplier_id, effective_year, from_agency_id, to_agency_id limit ${size} offset ${offset})
      ${shown} where p.id in (select id from page)
      order by p.supplier_id, p.effective_year, p.from_agency_id, p.to_agency_id`),
    db.first<{ total: number }>(sql`select count(*) as total from pricing_prices p where ${chosen}`),
  ]);
  return { prices: rows.map(toPrice), total: count!.total };
}

function conditionsOf({ supplierId, effectiveYear, fromAgency, toAgency }: PriceFilters): Sql[] {
  return [
    ...(supplierId === null ? [] : [sql`p.supplier_id = ${supplierId}`]),
    ...(effectiveYear === null ? [] : [sql`p.effective_year = ${effectiveYear}`]),
    ...(fromAgency === null ? [] : [sql`p.from_agency_id = ${fromAgency}`]),
    ...(toAgency === null ? [] : [sql`p.to_agency_id = ${toAgency}`]),
  ];
}

/** The price with this id. Throws NotFound, also for a price that the caller may not see. */
export async function getPrice(db: Connection, caller: Caller, id: string): Promise<Price> {
  const row = await db.first<PriceRow>(sql`${shown} where p.id = ${uuidOf('price', id)}`);
  if (!row || !sees(caller, row.supplier_id)) throw new NotFound('price', id);
  return toPrice(row);
}

const findWay = prepared<{ id: string }>(
  'pricing-price-of-way',
  `select id from pricing_prices
   where supplier_id = $1 and from_agency_id = $2 and to_agency_id = $3 and effective_year = $4`,
);

/** The id of the price of a way, or undefined. */
export async function findPriceId(
  db: Connection,
  {
    supplierId,
    fromAgency,
    toAgency,
    effectiveYear,
  }: Omit<Price, 'id' | 'amount' | 'fromSite' | 'toSite' | 'addedAt' | 'exceptionIds'>,
): Promise<string | undefined> {
  return (await db.first(findWay, [supplierId, fromAgency, toAgency, effectiveYear]))?.id;
}

interface StoredRow {
  id: string;
  from_agency_id: string;
  to_agency_id: string;
  price_in_pence: number;
}

const catalogue = prepared<StoredRow>(
  'pricing-catalogue',
  `select id, from_agency_id, to_agency_id, price_in_pence from pricing_prices
   where supplier_id = $1 and effective_year = $2`,
);

/** Every price of a supplier's year. */
export async function pricesOfYear(db: Connection, supplierId: string, year: number): Promise<StoredPrice[]> {
  return (await db.rows(catalogue, [supplierId, year])).map((row) => ({
    id: row.id,
    fromAgency: row.from_agency_id,
    toAgency: row.to_agency_id,
    amount: row.price_in_pence as Pence,
  }));
}

const toPrice = (row: PriceRow): Price => ({
  id: row.id,
  supplierId: row.supplier_id,
  fromAgency: row.from_agency_id,
  toAgency: row.to_agency_id,
  fromSite: row.from_site,
  toSite: row.to_site,
  effectiveYear: row.effective_year,
  amount: row.price_in_pence as Pence,
  addedAt: row.added_at,
  exceptionIds: row.exception_ids,
});

const anyOfYear = prepared<{ found: boolean }>(
  'pricing-year-has-prices',
  'select exists (select from pricing_prices where supplier_id = $1 and effective_year = $2) as found',
);

export async function hasPrices(db: Connection, supplierId: string, year: number): Promise<boolean> {
  return (await db.first(anyOfYear, [supplierId, year]))!.found;
}

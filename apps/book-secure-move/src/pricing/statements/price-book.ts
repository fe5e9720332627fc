import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Pence } from '@switchyard/domain';
import type { Month } from '@switchyard/domain/book-secure-move/pricing';
import { monthNumber } from '@switchyard/domain/book-secure-move/pricing';

/** A price as the sheet of the price book shows it. */
export interface BookRow {
  fromSite: string;
  toSite: string;
  amount: Pence;
  /** Null where the month has no exception. */
  exception: Pence | null;
}

interface Row {
  from_site: string;
  to_site: string;
  price_in_pence: number;
  exception: number | null;
}

const book = prepared<Row>(
  'pricing-price-book',
  `select f.site_name as from_site, t.site_name as to_site, p.price_in_pence, e.price_in_pence as exception
   from pricing_prices p
   join pricing_locations f on f.nomis_agency_id = p.from_agency_id
   join pricing_locations t on t.nomis_agency_id = p.to_agency_id
   left join pricing_price_exceptions e on e.price_id = p.id and e.month = $3
   where p.supplier_id = $1 and p.effective_year = $2
   order by f.site_name, t.site_name`,
);

/** All prices of a supplier's year with the exceptions of a month, by the names of the sites. */
export async function priceBookOf(db: Connection, supplierId: string, year: number, month: Month): Promise<BookRow[]> {
  const names = new Map<string, string>();
  // Every row brings its own copy of a name; one of each is enough.
  const once = (name: string): string => names.get(name) ?? (names.set(name, name), name);
  return (await db.rows(book, [supplierId, year, monthNumber(month)])).map((row) => ({
    fromSite: once(row.from_site),
    toSite: once(row.to_site),
    amount: row.price_in_pence as Pence,
    exception: row.exception as Pence | null,
  }));
}

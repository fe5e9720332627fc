import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';

export interface CatalogueFacts {
  supplierId: string;
  effectiveYear: number;
  prices: number;
  exceptions: number;
  adjustmentInProgress: boolean;
}

interface CatalogueRow {
  supplier_id: string;
  effective_year: number;
  prices: number;
  exceptions: number;
  adjustment_in_progress: boolean;
}

const list = prepared<CatalogueRow>(
  'pricing-catalogues',
  `select c.*, coalesce(x.exceptions, 0) as exceptions,
     exists (select from pricing_adjustments a where a.supplier_id = c.supplier_id and a.status = 'in_progress')
       as adjustment_in_progress
   from (select supplier_id, effective_year, count(*) as prices from pricing_prices
         where $1::uuid is null or supplier_id = $1 group by 1, 2) c
   join suppliers s on s.id = c.supplier_id
   left join (select p.supplier_id, p.effective_year, count(*) as exceptions
              from pricing_price_exceptions e join pricing_prices p on p.id = e.price_id group by 1, 2) x
     on x.supplier_id = c.supplier_id and x.effective_year = c.effective_year
   order by s.key, c.effective_year`,
);

/** Every catalogue that has prices, of one supplier or of all, by supplier and year. */
export async function listCatalogues(db: Connection, supplierId: string | null): Promise<CatalogueFacts[]> {
  return (await db.rows(list, [supplierId])).map((row) => ({
    supplierId: row.supplier_id,
    effectiveYear: row.effective_year,
    prices: row.prices,
    exceptions: row.exceptions,
    adjustmentInProgress: row.adjustment_in_progress,
  }));
}

import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Pence } from '@switchyard/domain';
import type { CataloguePrice, MoveFacts, PriceBook, PricedPlace } from '@switchyard/domain/book-secure-move/pricing';
import { isCounted } from '@switchyard/domain/book-secure-move/pricing';
import type { SiteBook } from '../sites/repository';

interface KnownRow {
  id: string;
  from_agency_id: string;
  to_agency_id: string;
  effective_year: number;
  price_in_pence: number;
  months: number[];
  amounts: number[];
}

const ofWays = prepared<KnownRow>(
  'pricing-prices-of-ways',
  `select p.id, p.from_agency_id, p.to_agency_id, p.effective_year, p.price_in_pence,
     array(select month from pricing_price_exceptions e where e.price_id = p.id order by month) as months,
     array(select price_in_pence from pricing_price_exceptions e where e.price_id = p.id order by month) as amounts
   from unnest($2::text[], $3::text[]) way(from_agency, to_agency)
   join pricing_prices p
     on p.supplier_id = $1 and p.from_agency_id = way.from_agency and p.to_agency_id = way.to_agency`,
);

/** A supplier's prices of the ways that were asked for, in all years; each way is read once. */
export class KnownPrices implements PriceBook {
  private readonly asked = new Set<string>();
  private readonly prices = new Map<string, CataloguePrice>();

  constructor(
    private readonly db: Connection,
    private readonly supplierId: string,
    private readonly sites: SiteBook,
  ) {}

  isMapped(agencyId: string): boolean {
    return this.sites.ofAgency(agencyId) !== undefined;
  }

  find(fromAgency: string, toAgency: string, effectiveYear: number): CataloguePrice | undefined {
    return this.prices.get(`${fromAgency} ${toAgency} ${effectiveYear}`);
  }

  /** Reads every price that these moves can need: of their journeys, and of their ways from end to end. */
  async learn(moves: readonly MoveFacts[]): Promise<void> {
    const fresh: [string, string][] = [];
    const ask = (from: PricedPlace, to: PricedPlace): void => {
      if (from.agencyId === null || to.agencyId === null) return;
      const way = `${from.agencyId} ${to.agencyId}`;
      if (this.asked.has(way)) return;
      this.asked.add(way);
      fresh.push([from.agencyId, to.agencyId]);
    };
    for (const { from, to, journeys } of moves) {
      const counted = journeys.filter(isCounted);
      // Whichever of them turn out to be the first and the last.
      for (const start of counted) for (const end of counted) ask(start.from, end.to);
      if (counted.length === 0 && to) ask(from, to);
    }
    if (fresh.length === 0) return;
    const [from, to] = [fresh.map(([agency]) => agency), fresh.map(([, agency]) => agency)];
    for (const row of await this.db.rows(ofWays, [this.supplierId, from, to])) {
      const exceptions = row.months.map((month, place): [number, Pence] => [month, row.amounts[place] as Pence]);
      this.prices.set(`${row.from_agency_id} ${row.to_agency_id} ${row.effective_year}`, {
        id: row.id,
        amount: row.price_in_pence as Pence,
        exceptions: new Map(exceptions),
      });
    }
  }
}

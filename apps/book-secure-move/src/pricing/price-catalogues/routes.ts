import { NotFound } from '@switchyard/domain';
import { effectiveYearAt, isOpenForChanges } from '@switchyard/domain/book-secure-move/pricing';
import type { Resource } from '@switchyard/http';
import { ok } from '@switchyard/http';
import type { PricingApi, PricingDeps } from '../deps';
import { documentOf } from '../documents';
import { catalogueId, supplierKeyOf } from '../prices/serializer';
import type { CatalogueFacts } from './repository';
import { listCatalogues } from './repository';

export function priceCatalogueRoutes(api: PricingApi, { reference }: PricingDeps): void {
  const present = (facts: CatalogueFacts, now: Date): Resource => {
    const supplier = supplierKeyOf(reference.current, facts.supplierId);
    const year = facts.effectiveYear;
    return {
      type: 'price-catalogues',
      id: catalogueId(supplier, year),
      attributes: {
        supplier,
        effective_year: year,
        starts_on: `${year}-09-01`,
        ends_on: `${year + 1}-08-31`,
        prices: facts.prices,
        exceptions: facts.exceptions,
        open_for_changes: isOpenForChanges(year, effectiveYearAt(now)),
        adjustment_in_progress: facts.adjustmentInProgress,
      },
    };
  };

  api.get('/price-catalogues', async ({ db, caller, now }) => {
    const catalogues = await listCatalogues(db, caller.supplierId);
    return ok(documentOf(catalogues.map((facts) => present(facts, now))));
  });

  api.get('/price-catalogues/{price_catalogue_id}', async ({ db, caller, params, now }) => {
    const all = (await listCatalogues(db, caller.supplierId)).map((facts) => present(facts, now));
    const found = all.find(({ id }) => id === params.price_catalogue_id);
    if (!found) throw new NotFound('price_catalogue', params.price_catalogue_id);
    return ok(documentOf(found));
  });
}

import { created, ok } from '@switchyard/http';
import { siteNameOf } from '@switchyard/domain/book-secure-move/pricing';
import { actOf } from '../../shared/deps';
import { describePage, pageOf } from '../../shared/paging';
import { supplierOfList } from '../access';
import { changesOf, wayHistoryKey } from '../audit';
import type { PricingApi, PricingDeps } from '../deps';
import { documentOf } from '../documents';
import { yearParameter } from '../parameters';
import { createPrice, updatePrice } from './change-price';
import { getPrice, listPrices } from './repository';
import { presentPrice, presentPriceEvent, supplierKeyOf } from './serializer';

const MOST_EVENTS = 1_000;

export function priceRoutes(api: PricingApi, deps: PricingDeps): void {
  const { reference } = deps;

  api.get('/prices', async (request) => {
    const { db, caller, query } = request;
    const page = pageOf(request);
    const filters = {
      supplierId: supplierOfList(caller, reference.current, query['filter[supplier]']),
      effectiveYear: yearParameter(query['filter[effective_year]'], 'filter[effective_year]'),
      fromAgency: agencyOf(query['filter[from]']),
      toAgency: agencyOf(query['filter[to]']),
    };
    const { prices, total } = await listPrices(db, filters, page);
    const resources = prices.map((price) => presentPrice(price, reference.current));
    return ok(documentOf(resources, describePage(request, page, total)));
  });

  api.get('/prices/{price_id}', async ({ db, caller, params }) =>
    ok(documentOf(presentPrice(await getPrice(db, caller, params.price_id), reference.current))),
  );

  api.post('/prices', async (request) => {
    const price = await createPrice(actOf(request, deps), request.body.data.attributes);
    return created(documentOf(presentPrice(price, reference.current)), `/pricing/prices/${price.id}`);
  });

  api.patch('/prices/{price_id}', async (request) => {
    const { price_in_pence } = request.body.data.attributes;
    const price = await updatePrice(actOf(request, deps), request.params.price_id, price_in_pence);
    return ok(documentOf(presentPrice(price, reference.current)));
  });

  api.get('/prices/{price_id}/history', async ({ db, caller, params }) => {
    const { supplierId, fromAgency, toAgency } = await getPrice(db, caller, params.price_id);
    const key = wayHistoryKey(supplierKeyOf(reference.current, supplierId), fromAgency, toAgency);
    const events = await changesOf(db, key, 'JOURNEY_PRICE', MOST_EVENTS);
    return ok(documentOf(events.map(presentPriceEvent)));
  });
}

const agencyOf = (text: string | undefined): string | null => (text === undefined ? null : siteNameOf(text));

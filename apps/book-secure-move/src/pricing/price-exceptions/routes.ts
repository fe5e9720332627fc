import { monthOfEffectiveYear } from '@switchyard/domain/book-secure-move/pricing';
import type { Resource } from '@switchyard/http';
import { created, identifier, noContent, ok } from '@switchyard/http';
import { actOf } from '../../shared/deps';
import { wireTime } from '../../shared/wire-time';
import type { PricingApi, PricingDeps } from '../deps';
import { documentOf } from '../documents';
import type { Price } from '../prices/repository';
import { getPrice } from '../prices/repository';
import { createException, removeException } from './change-exceptions';
import type { PriceException } from './repository';
import { exceptionsOf } from './repository';

export function priceExceptionRoutes(api: PricingApi, deps: PricingDeps): void {
  api.get('/prices/{price_id}/price-exceptions', async ({ db, caller, params }) => {
    const price = await getPrice(db, caller, params.price_id);
    const exceptions = await exceptionsOf(db, price.id);
    return ok(documentOf(exceptions.map((exception) => presentException(price, exception))));
  });

  api.post('/prices/{price_id}/price-exceptions', async (request) => {
    const { price_id } = request.params;
    const { price, exception } = await createException(actOf(request, deps), price_id, request.body.data.attributes);
    return created(documentOf(presentException(price, exception)));
  });

  api.delete('/prices/{price_id}/price-exceptions/{month}', async (request) => {
    await removeException(actOf(request, deps), request.params.price_id, request.params.month);
    return noContent();
  });
}

const presentException = (
  { effectiveYear }: Price,
  { id, priceId, month, amount, addedAt }: PriceException,
): Resource => ({
  type: 'price-exceptions',
  id,
  attributes: {
    month,
    calendar_month: monthOfEffectiveYear(effectiveYear, month),
    price_in_pence: amount,
    added_at: wireTime(addedAt),
  },
  relationships: { price: identifier('prices', priceId) },
});

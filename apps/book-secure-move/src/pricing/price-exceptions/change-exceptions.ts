import type { Pence } from '@switchyard/domain';
import { NotFound, refuse } from '@switchyard/domain';
import {
  checkException,
  checkTypedAmount,
  checkYearIsOpen,
  effectiveYearAt,
  poundsText,
} from '@switchyard/domain/book-secure-move/pricing';
import type { Act } from '../../shared/deps';
import { recordChanges, wayHistoryKey } from '../audit';
import { authorOf, freeToChange, numberFrom } from '../prices/change-price';
import type { Price } from '../prices/repository';
import { getPrice } from '../prices/repository';
import { supplierKeyOf } from '../prices/serializer';
import { PricingConflict } from '../refusals';
import type { PriceException } from './repository';
import { deleteException, exceptionsOf, insertException } from './repository';

/** Adds another price for one month. Throws NotFound, RulesBroken, and PricingConflict for a month that has one. */
export async function createException(
  act: Act,
  priceId: string,
  wanted: { month: unknown; price_in_pence: unknown },
): Promise<{ price: Price; exception: PriceException }> {
  const price = await getPrice(act.tx, act.caller, priceId);
  await freeToChange(act, price.supplierId);
  const [month, amount] = [numberFrom(wanted.month), numberFrom(wanted.price_in_pence)];
  refuse([
    ...checkTypedAmount('price_in_pence', amount),
    ...checkException(month, amount, price.amount),
    ...checkYearIsOpen('effective_year', price.effectiveYear, effectiveYearAt(act.now)),
  ]);
  if ((await exceptionsOf(act.tx, price.id)).some((each) => each.month === month)) {
    throw new PricingConflict(
      'taken',
      `Month ${month} has an exception already; remove it first`,
      '/data/attributes/month',
    );
  }
  const exception = { id: act.ids.uuid(), priceId: price.id, month, amount: amount as Pence, addedAt: act.now };
  insertException(act.tx, exception);
  remember(act, price, exception, {});
  return { price, exception };
}

/** Removes the exception of a month, a number as text. Throws NotFound, RulesBroken, PricingConflict. */
export async function removeException(act: Act, priceId: string, month: string): Promise<void> {
  const price = await getPrice(act.tx, act.caller, priceId);
  await freeToChange(act, price.supplierId);
  const exception = (await exceptionsOf(act.tx, price.id)).find((each) => String(each.month) === month);
  if (!exception) throw new NotFound('price_exception', month);
  refuse(checkYearIsOpen('effective_year', price.effectiveYear, effectiveYearAt(act.now)));
  deleteException(act.tx, exception);
  remember(act, price, exception, { exception_deleted: true });
}

function remember(act: Act, price: Price, { month, amount }: PriceException, more: object): void {
  const supplier = supplierKeyOf(act.reference, price.supplierId);
  const metadata = {
    supplier,
    from_nomis_id: price.fromAgency,
    to_nomis_id: price.toAgency,
    effective_year: price.effectiveYear,
    new_price: poundsText(amount),
    exception_month: month,
    ...more,
  };
  const key = wayHistoryKey(supplier, price.fromAgency, price.toAgency);
  recordChanges(act.tx, authorOf(act), 'JOURNEY_PRICE', [{ metadata, key }]);
}

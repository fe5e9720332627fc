import type { Pence } from '@switchyard/domain';
import { refuse, violation, when } from '@switchyard/domain';
import {
  checkTypedAmount,
  checkYearIsOpen,
  effectiveYearAt,
  siteNameOf,
} from '@switchyard/domain/book-secure-move/pricing';
import type { Act } from '../../shared/deps';
import { supplierInBody, usernameOf } from '../access';
import { PricingConflict } from '../refusals';
import { readSites } from '../sites/repository';
import { holdCatalogue } from './hold-catalogue';
import type { Price } from './repository';
import { findPriceId, getPrice } from './repository';
import { storeChanges } from './store-changes';

interface NewPrice {
  supplier: string;
  effective_year: number;
  from_agency: string;
  to_agency: string;
  price_in_pence: unknown;
}

/** Adds a price for a way that has none. Throws RulesBroken, and PricingConflict for a way that has one. */
export async function createPrice(act: Act, wanted: NewPrice): Promise<Price> {
  const supplier = supplierInBody(act.reference, wanted.supplier);
  await freeToChange(act, supplier.id);
  const sites = await readSites(act.tx);
  const [fromAgency, toAgency] = [siteNameOf(wanted.from_agency), siteNameOf(wanted.to_agency)];
  const amount = numberFrom(wanted.price_in_pence);
  const unmapped = (field: string, agency: string) =>
    when(!sites.ofAgency(agency), violation(field, 'unknown_location', 'is not mapped to a site of the contract'));
  refuse([
    ...unmapped('from_agency', fromAgency),
    ...unmapped('to_agency', toAgency),
    ...checkTypedAmount('price_in_pence', amount),
    ...checkYearIsOpen('effective_year', wanted.effective_year, effectiveYearAt(act.now)),
  ]);
  const way = { supplierId: supplier.id, fromAgency, toAgency, effectiveYear: wanted.effective_year };
  if (await findPriceId(act.tx, way)) {
    throw new PricingConflict(
      'taken',
      `The journey from ${fromAgency} to ${toAgency} has a price for ${way.effectiveYear} already`,
      '/data/attributes/from_agency',
    );
  }
  const change = { fromAgency, toAgency, priceId: null, amount: amount as Pence, oldAmount: null };
  const [id] = await storeChanges(
    act.tx,
    { supplier, effectiveYear: way.effectiveYear },
    [change],
    authorOf(act),
    act.ids,
  );
  return getPrice(act.tx, act.caller, id!);
}

/** Changes the amount of a price; the same amount changes nothing. Throws NotFound, RulesBroken, PricingConflict. */
export async function updatePrice(act: Act, id: string, wanted: unknown): Promise<Price> {
  const price = await getPrice(act.tx, act.caller, id);
  await freeToChange(act, price.supplierId);
  const amount = numberFrom(wanted);
  refuse([
    ...checkTypedAmount('price_in_pence', amount),
    ...checkYearIsOpen('effective_year', price.effectiveYear, effectiveYearAt(act.now)),
  ]);
  const current = await getPrice(act.tx, act.caller, id);
  if (current.amount === amount) return current;
  const { fromAgency, toAgency, effectiveYear, amount: oldAmount } = current;
  const change = { fromAgency, toAgency, priceId: id.toLowerCase(), amount: amount as Pence, oldAmount };
  const supplier = act.reference.suppliers.find(price.supplierId)!;
  await storeChanges(act.tx, { supplier, effectiveYear }, [change], authorOf(act), act.ids);
  return { ...current, amount: change.amount };
}

/** Holds the catalogue until the request commits. Throws PricingConflict while an adjustment is running. */
export async function freeToChange(act: Act, supplierId: string, how: 'shared' | 'alone' = 'shared'): Promise<void> {
  if (await holdCatalogue(act.tx, supplierId, how)) {
    throw new PricingConflict('adjustment_in_progress', "An adjustment of the supplier's prices is in progress");
  }
}

export const authorOf = ({ caller, now }: Act): { username: string; at: Date } => ({
  username: usernameOf(caller),
  at: now,
});

/** A number of a body, or one that no rule lets through. */
export const numberFrom = (value: unknown): number => (typeof value === 'number' ? value : NaN);

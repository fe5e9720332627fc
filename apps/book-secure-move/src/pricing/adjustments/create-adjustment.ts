import { refuse, violation, when } from '@switchyard/domain';
import { checkAdjustment, effectiveYearAt } from '@switchyard/domain/book-secure-move/pricing';
import type { Act } from '../../shared/deps';
import { supplierInBody, usernameOf } from '../access';
import { freeToChange } from '../prices/change-price';
import { hasPrices } from '../prices/repository';
import { PricingConflict } from '../refusals';
import { findIssuedMonth } from '../statements/repository';
import type { Adjustment } from './repository';
import { insertAdjustment } from './repository';

interface NewAdjustment {
  supplier: string;
  effective_year: number;
  inflationary_rate: string;
  volumetric_rate?: string | null;
  details: string;
  force?: boolean;
}

/**
 * Takes an adjustment, which runs once this is committed. Throws RulesBroken; and PricingConflict while another runs or
 * once a statement by these prices has been issued.
 */
export async function createAdjustment(act: Act, wanted: NewAdjustment): Promise<Adjustment> {
  const { tx, now } = act;
  const supplier = supplierInBody(act.reference, wanted.supplier);
  const { effective_year: effectiveYear, inflationary_rate: inflationaryRate, details } = wanted;
  const volumetricRate = wanted.volumetric_rate ?? null;
  const request = { effectiveYear, inflationaryRate, volumetricRate, details, force: wanted.force ?? false };
  await freeToChange(act, supplier.id, 'alone');
  const [hasBase, issued] = await Promise.all([
    hasPrices(tx, supplier.id, effectiveYear - 1),
    findIssuedMonth(tx, supplier.id, effectiveYear),
  ]);
  refuse([
    ...checkAdjustment(request, effectiveYearAt(now)),
    ...when(
      !hasBase,
      violation('effective_year', 'prices_missing', `cannot be made of ${effectiveYear - 1}, which has no prices`),
    ),
  ]);
  if (issued !== undefined) {
    throw new PricingConflict(
      'statement_issued',
      `The statement of ${issued} was issued by the prices of ${effectiveYear}`,
      '/data/attributes/effective_year',
    );
  }
  const adjustment: Adjustment = {
    id: act.ids.uuid(),
    supplierId: supplier.id,
    effectiveYear,
    inflationaryRate,
    volumetricRate,
    details: details.trim(),
    status: 'in_progress',
    pricesChanged: 0,
    requestedBy: usernameOf(act.caller),
    createdAt: now,
    endedAt: null,
  };
  insertAdjustment(tx, adjustment);
  return adjustment;
}

import { refuse } from '@switchyard/domain';
import type { ImportResult, SheetRow } from '@switchyard/domain/book-secure-move/pricing';
import {
  ImportPlan,
  StoredPrices,
  checkYearIsOpen,
  effectiveYearAt,
} from '@switchyard/domain/book-secure-move/pricing';
import type { Act } from '../../shared/deps';
import { supplierInBody } from '../access';
import { authorOf, freeToChange } from '../prices/change-price';
import { pricesOfYear } from '../prices/repository';
import { storeChanges } from '../prices/store-changes';
import { BadRows } from '../refusals';
import { readSites } from '../sites/repository';
import type { ImportOptions } from './import-options';

/**
 * Stores the prices of a file, or on a dry run only says what would be stored. Throws BadRows for a file that has any,
 * unless they are to be left out; RulesBroken; PricingConflict while an adjustment is running.
 */
export async function importPrices(
  act: Act,
  { supplier: key, effectiveYear, action, dryRun, badRows }: ImportOptions,
  rows: readonly SheetRow[],
): Promise<ImportResult> {
  const supplier = supplierInBody(act.reference, key);
  const current = effectiveYearAt(act.now);
  if (action !== 'FORCE') refuse(checkYearIsOpen('effective_year', effectiveYear, current));
  await freeToChange(act, supplier.id, 'alone');
  const [sites, prices] = await Promise.all([readSites(act.tx), pricesOfYear(act.tx, supplier.id, effectiveYear)]);
  const plan = new ImportPlan((name) => sites.named(name)?.agencyId, new StoredPrices(prices), action);
  for (const row of rows) plan.add(row);
  const result = plan.result();
  if (dryRun) return result;
  if (result.errors.length > 0 && badRows === 'refuse_all') throw new BadRows(result.errors);
  await storeChanges(act.tx, { supplier, effectiveYear }, plan.changes, authorOf(act), act.ids);
  return result;
}

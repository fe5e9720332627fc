import type { Month } from '@switchyard/domain/book-secure-move/pricing';
import type { Supplier } from '../../reference/reference-data';
import type { Act } from '../../shared/deps';
import { usernameOf } from '../access';
import type { PricingSettings } from '../deps';
import { freeToChange } from '../prices/change-price';
import { InvalidInput } from '../refusals';
import { computeFull, headOf } from './compute-statement';
import type { IssuedStatement } from './repository';
import { insertLines, insertStatement, nextVersion } from './repository';
import { sheetsOf } from './sheets';
import { packSheets } from './stored-sheets';

/**
 * Keeps the statement of a month as a snapshot, while nobody changes the supplier's prices. Throws InvalidInput for a
 * month that is not over, and PricingConflict while an adjustment is running.
 */
export async function issueStatement(
  act: Act,
  settings: PricingSettings,
  supplier: Supplier,
  month: Month,
): Promise<IssuedStatement> {
  const head = headOf(settings, supplier, month, act.now);
  if (head.provisional) {
    throw new InvalidInput(422, { parameter: 'month' }, 'month_not_over', `${month} is not over yet`);
  }
  await freeToChange(act, supplier.id);
  const id = act.ids.uuid();
  const full = await computeFull(act.tx, act.reference, head, (lines) => insertLines(act.tx, id, lines));
  const statement: IssuedStatement = {
    id,
    supplierId: supplier.id,
    month,
    version: await nextVersion(act.tx, supplier.id, month),
    generatedAt: act.now,
    issuedBy: usernameOf(act.caller),
    multiJourneyBasis: head.multiJourneyBasis,
    totals: full.totals,
  };
  insertStatement(act.tx, statement, await packSheets(sheetsOf(full, settings.reconciliationSheet)));
  return statement;
}

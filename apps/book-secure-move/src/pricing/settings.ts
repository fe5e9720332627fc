import type { MultiJourneyBasis } from '@switchyard/domain/book-secure-move/pricing';
import { multiJourneyBases } from '@switchyard/domain/book-secure-move/pricing';
import type { Settings } from '@switchyard/http';
import type { PricingSettings } from './deps';

/**
 * What pricing is told: `MULTI_JOURNEY_BASIS` is one basis for all contracts, or a list such as
 * `end_to_end,serco:journey_sum`.
 */
export function readPricingSettings(settings: Settings): PricingSettings {
  const bases: Record<string, MultiJourneyBasis> & { default: MultiJourneyBasis } = { default: 'end_to_end' };
  const entries = (settings.text('MULTI_JOURNEY_BASIS') ?? 'end_to_end').split(',');
  for (const entry of entries) {
    const [supplier, name] = entry.includes(':') ? entry.split(':') : ['default', entry];
    const basis = multiJourneyBases.find((each) => each === name?.trim());
    settings.require(basis !== undefined, `MULTI_JOURNEY_BASIS must name ${multiJourneyBases.join(' or ')}`);
    if (basis) bases[supplier!.trim()] = basis;
  }
  return { multiJourneyBasis: bases, reconciliationSheet: settings.flag('RECONCILIATION_SHEET', true) };
}

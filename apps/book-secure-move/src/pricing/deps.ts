import type { BookSecureMovePricingPaths } from '@switchyard/contracts';
import type { MultiJourneyBasis } from '@switchyard/domain/book-secure-move/pricing';
import type { ContractRouter } from '@switchyard/http';
import type { Caller } from '../caller';
import type { Deps } from '../shared/deps';
import type { AdjustmentRunner } from './adjustments/run-adjustments';

export type PricingApi = ContractRouter<BookSecureMovePricingPaths, Caller>;

export interface PricingSettings {
  /** How an undisturbed chain of journeys is paid, by the supplier's key; `default` for all others. */
  multiJourneyBasis: Readonly<Record<string, MultiJourneyBasis>> & { readonly default: MultiJourneyBasis };
  /** Whether a workbook has the sheet of moves that need reconciliation. */
  reconciliationSheet: boolean;
}

export interface PricingDeps extends Deps {
  pricing: PricingSettings;
  adjustments: AdjustmentRunner;
}

/** How chains of journeys are paid by the contract with this supplier. */
export const basisFor = ({ multiJourneyBasis }: PricingSettings, supplierKey: string): MultiJourneyBasis =>
  multiJourneyBasis[supplierKey] ?? multiJourneyBasis.default;

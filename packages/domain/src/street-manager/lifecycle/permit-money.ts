import type { HistoryEvent, LaneRentalAssessmentOutcome } from '../enums';
import type { PermitFacts } from './permit-facts';
import { precondition } from './precondition';

const grantedOnce = ['granted', 'granted_auto', 'revoked'];

/** What changing the discount of a granted permit does. Throws PreconditionFailed before a grant, and for HS2. */
export function changeDiscount(
  facts: Pick<PermitFacts, 'category' | 'assessmentStatus' | 'isUnderHs2Powers'>,
): HistoryEvent[] {
  precondition(!facts.isUnderHs2Powers, 'A discount can not be set on a HS2 permit');
  precondition(
    grantedOnce.includes(facts.assessmentStatus ?? ''),
    'A discount can only be set on permits that have been granted',
  );
  return [facts.category === 'paa' ? 'paa_discount_updated' : 'permit_discount_updated'];
}

export interface LaneRentalFinding {
  outcome: LaneRentalAssessmentOutcome;
  chargeBand: string | null;
  chargeableDays: number | null;
  chargesAgreed: boolean | null;
}

/**
 * What is kept of a lane rental assessment: band, days and agreement only when it finds that charges are due. The last
 * assessment counts, whatever the permit's status. Throws PreconditionFailed for HS2.
 */
export function assessLaneRental(
  { isUnderHs2Powers }: Pick<PermitFacts, 'isUnderHs2Powers'>,
  assessment: LaneRentalFinding,
): { assessment: LaneRentalFinding; events: HistoryEvent[] } {
  precondition(!isUnderHs2Powers, 'Lane rental can not be assessed on a HS2 permit');
  const nothing = { chargeBand: null, chargeableDays: null, chargesAgreed: null };
  const kept = assessment.outcome === 'chargeable' ? assessment : { ...assessment, ...nothing };
  return { assessment: kept, events: ['lane_rental_assessed'] };
}

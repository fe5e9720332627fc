import type { Violation } from '../../kernel';
import type { LaneRentalAssessmentChargeBand, LaneRentalAssessmentOutcome } from '../enums';
import { requireWhen } from './rules';
import type { DelegatedUser } from './rules';

export interface LaneRentalRequest extends DelegatedUser {
  outcome?: LaneRentalAssessmentOutcome | null;
  additional_details?: string | null;
  charge_band?: LaneRentalAssessmentChargeBand | null;
  chargeable_days?: number | null;
  charges_agreed?: boolean | null;
}

/** What a permit keeps of a lane rental assessment. */
export interface LaneRentalAssessment {
  outcome: LaneRentalAssessmentOutcome;
  additionalDetails: string | null;
  chargeBand: LaneRentalAssessmentChargeBand | null;
  chargeableDays: number | null;
  chargesAgreed: boolean | null;
}

/** The published rule: a chargeable outcome says whether the charges are agreed. */
export function checkLaneRental(request: LaneRentalRequest): Violation[] {
  return requireWhen(request.outcome === 'chargeable', request, ['charges_agreed'], 'outcome is chargeable');
}

/** Band, days and agreement mean something for chargeable works only, and are kept for those only. */
export function laneRentalAssessment(
  request: LaneRentalRequest & { outcome: LaneRentalAssessmentOutcome },
): LaneRentalAssessment {
  const chargeable = request.outcome === 'chargeable';
  return {
    outcome: request.outcome,
    additionalDetails: request.additional_details ?? null,
    chargeBand: chargeable ? (request.charge_band ?? null) : null,
    chargeableDays: chargeable ? (request.chargeable_days ?? null) : null,
    chargesAgreed: chargeable ? (request.charges_agreed ?? null) : null,
  };
}

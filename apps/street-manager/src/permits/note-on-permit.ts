import { acknowledgeHs2, assessLaneRental, changeDiscount } from '@switchyard/domain/street-manager';
import type { DiscountRequest, LaneRentalRequest } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';
import { factsOf } from './facts';
import { markPermit } from './mark-permit';
import type { NamedPermit } from './take-permit';
import { takePermit } from './take-permit';

/** The authority changes the discount of a permit that it has granted. */
export async function setDiscount(act: Act, named: NamedPermit, request: DiscountRequest): Promise<void> {
  const { work, permit } = await takePermit(act, named);
  const { facts } = await factsOf(act.tx, permit, work);
  const reason = request.assessment_discount_reason ?? null;
  markPermit(act, work, permit, {
    events: changeDiscount(facts),
    details: reason,
    changes: { assessment_discount: request.assessment_discount!, assessment_discount_reason: reason },
  });
}

/** The authority finds whether a charge for the occupied days is due; its last finding counts. */
export async function setLaneRental(act: Act, named: NamedPermit, request: LaneRentalRequest): Promise<void> {
  const { work, permit } = await takePermit(act, named);
  const { facts } = await factsOf(act.tx, permit, work);
  const { assessment, events } = assessLaneRental(facts, {
    outcome: request.outcome!,
    chargeBand: request.charge_band ?? null,
    chargeableDays: request.chargeable_days ?? null,
    chargesAgreed: request.charges_agreed ?? null,
  });
  markPermit(act, work, permit, {
    events,
    details: request.additional_details,
    changes: {
      lane_rental_outcome: assessment.outcome,
      lane_rental: {
        charge_band: assessment.chargeBand,
        chargeable_days: assessment.chargeableDays,
        charges_agreed: assessment.chargesAgreed,
        additional_details: request.additional_details ?? null,
      },
    },
  });
}

/** The authority has seen a consultation of HS2. */
export async function acknowledge(act: Act, named: NamedPermit): Promise<void> {
  const { work, permit } = await takePermit(act, named);
  const { facts } = await factsOf(act.tx, permit, work);
  const isAcknowledged = permit.hs2_acknowledged_at !== null;
  markPermit(act, work, permit, {
    events: acknowledgeHs2({ hs2Treatment: facts.hs2Treatment, isAcknowledged }),
    changes: { hs2_acknowledged_at: act.now },
  });
}

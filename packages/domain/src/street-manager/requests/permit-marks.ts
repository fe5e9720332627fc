import type { Violation } from '../../kernel';
import { broken } from './rules';
import type { DelegatedUser } from './rules';

/** Changes the discount of a permit after its grant; every rule for it is one of shape or of the permit's state. */
export interface DiscountRequest extends DelegatedUser {
  assessment_discount?: number | null;
  assessment_discount_reason?: string | null;
}

export interface HS2AcknowledgementRequest extends DelegatedUser {
  hs2_acknowledged?: boolean | null;
}

/** The published rule: an acknowledgement can only be given, not taken back. */
export function checkHS2Acknowledgement({ hs2_acknowledged: acknowledged }: HS2AcknowledgementRequest): Violation[] {
  return acknowledged === false ? [broken('hs2_acknowledged', 'not_allowed', 'must be true', acknowledged)] : [];
}

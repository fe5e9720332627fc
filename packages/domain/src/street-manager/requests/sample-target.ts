import type { SampleCategory } from '../enums';
import type { DelegatedUser } from './rules';

/** How many inspections were agreed with a promoter, and at most how many are to be due at a time. */
export interface SampleTargetUpdateRequest extends DelegatedUser {
  agreed_category_a?: number | null;
  agreed_category_b?: number | null;
  agreed_category_c?: number | null;
  cap_category_a?: number | null;
  cap_category_b?: number | null;
  cap_category_c?: number | null;
}

export interface SampleTargetRequest extends SampleTargetUpdateRequest {
  promoter_org_ref?: string | null;
}

/** The published limit of promoters for which an authority has a target. */
export const mostSampleTargets = 30;

/** The caps of a target: none unless it is said. */
export function capsOf(request: SampleTargetUpdateRequest): Record<SampleCategory, number> {
  return { a: request.cap_category_a ?? 0, b: request.cap_category_b ?? 0, c: request.cap_category_c ?? 0 };
}

/** Why an authority cannot have a target for one more promoter, or null. */
export function sampleTargetRefusal(facts: { activeTargets: number; hasActiveTarget: boolean }): string | null {
  if (facts.hasActiveTarget) return 'A promoter can only have one active sample inspection target';
  if (facts.activeTargets < mostSampleTargets) return null;
  return `A highway authority can have at most ${mostSampleTargets} active sample inspection targets`;
}

import type { Violation } from '../../kernel';
import { holeTypes, isOneOf } from '../enums';
import type { ReinstatementType } from '../enums';
import { allowOnly } from './rules';
import { checkReinstatement } from './reinstatement';
import type { ReinstatementContext, ReinstatementRequest } from './reinstatement';
import type { RequestContext } from './rules';
import { checkWorkLocation } from './work-location';
import type { WorkLocation } from './work-location';

/** A site of a work with its first reinstatement. */
export interface SiteRequest extends ReinstatementRequest {
  reinstatement_type?: ReinstatementType | null;
}

/** A site of works that need no permit; the call records the work too. */
export interface NonNotifiableSiteRequest extends SiteRequest, WorkLocation {
  work_reference_number?: string | null;
  workstream_prefix?: string | null;
}

/** The published rules for a new site. */
export function checkSite(request: SiteRequest, context: Omit<ReinstatementContext, 'type'>): Violation[] {
  return checkReinstatement(request, { ...context, type: request.reinstatement_type ?? null });
}

/** The published rules for works that need no permit: holes only, and no start or stop to compare dates with. */
export function checkNonNotifiableSite(request: NonNotifiableSiteRequest, { now }: RequestContext): Violation[] {
  const type = request.reinstatement_type;
  return [
    ...checkWorkLocation(request),
    ...allowOnly<string>('reinstatement_type', type, holeTypes),
    ...checkReinstatement(request, {
      now,
      type: isOneOf(holeTypes, type) ? type : null,
      earliestStart: null,
      actualStop: null,
    }),
  ];
}

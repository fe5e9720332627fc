import type { Violation } from '../../kernel';
import type { AlterationStatus } from '../enums';
import { checkExtensionChallenge } from '../reasonable-period';
import { checkDates, londonDay, readDay, readInstant } from './dates';
import type { HS2Context } from './hs2-application';
import { checkPermitContent } from './permit-content';
import type { PermitContent } from './permit-content';
import type { ProposedDates } from './permit-timing';
import { allowOnly, requireWhen } from './rules';
import type { DelegatedUser, RequestContext } from './rules';

/** Every value of the permit, changed or not, and why it changes. */
export interface AlterationRequest extends PermitContent {
  permit_alteration_reason?: string | null;
}

export interface AlterationContext extends HS2Context {
  /** Whether a changed proposed start is an early one; null when the start stays as it was: nothing is asked again. */
  earlyStart: boolean | null;
  /** The permit as it stands. */
  current: ProposedDates;
}

/**
 * The rules that the request decides by itself, whatever permit it is about: they are told before the permit is looked
 * for. Its dates pass for those of the permit here, for only the permit tells which are new.
 */
export function checkAlterationRequest(request: AlterationRequest, { now }: RequestContext): Violation[] {
  const current = {
    proposedStartDate: readInstant(request.proposed_start_date) ?? now,
    proposedEndDate: readInstant(request.proposed_end_date) ?? now,
  };
  const currentResponseDate = readInstant(request.hs2_consultation_requested_response_date);
  return checkAlteration(request, { now, earlyStart: null, promoterSwaCode: undefined, current, currentResponseDate });
}

/** The published rules for an alteration, where they judge the request; what the permit's state forbids is asked apart. */
export function checkAlteration(request: AlterationRequest, context: AlterationContext): Violation[] {
  return checkPermitContent(request, { ...context, immediateNeedsStartTime: true });
}

/** The authority's answer to an alteration. */
export interface AlterationAssessmentRequest extends DelegatedUser {
  alteration_status?: AlterationStatus | null;
  assessment_discount?: number | null;
  assessment_comments?: string | null;
  reasonable_period_end_date?: string | null;
}

export interface AlterationAssessmentContext extends RequestContext {
  /** The ends that a challenge has to keep between; absent while only the request is known: it is judged alone then. */
  permitEndDate?: Date;
  alterationEndDate?: Date;
}

/** What the authority may answer: the other statuses come about by themselves. */
export const alterationAnswers = [
  'granted',
  'refused',
  'granted_with_duration_challenge',
] as const satisfies readonly AlterationStatus[];
export type AlterationAnswer = (typeof alterationAnswers)[number];

/** The published rules for assessing an alteration. */
export function checkAlterationAssessment(
  request: AlterationAssessmentRequest,
  context: AlterationAssessmentContext,
): Violation[] {
  const status = request.alteration_status;
  const challenged = status === 'granted_with_duration_challenge';
  return [
    ...allowOnly('alteration_status', status, alterationAnswers),
    ...requireWhen(status === 'granted', request, ['assessment_discount'], 'alteration_status is granted'),
    ...requireWhen(
      status === 'refused' || challenged,
      request,
      ['assessment_comments'],
      `alteration_status is ${String(status)}`,
    ),
    ...requireWhen(challenged, request, ['reasonable_period_end_date'], `alteration_status is ${String(status)}`),
    ...checkDates(request, { reasonable_period_end_date: 'any' }, context.now),
    ...(challenged ? checkReasonablePeriod(request.reasonable_period_end_date, context) : []),
  ];
}

function checkReasonablePeriod(
  value: string | null | undefined,
  { permitEndDate, alterationEndDate }: AlterationAssessmentContext,
): Violation[] {
  const day = readDay(value);
  if (!day || !permitEndDate || !alterationEndDate) return [];
  const violations = checkExtensionChallenge(day, londonDay(permitEndDate), londonDay(alterationEndDate));
  return violations.map((violation) => ({ ...violation, meta: { value } }));
}

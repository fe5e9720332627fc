import type { Day, Violation, WorkingCalendar } from '../../kernel';
import type { AssessmentStatus, PermitStatus, ReasonForRefusal, WorkCategory } from '../enums';
import { checkImmediateChallenge } from '../reasonable-period';
import { checkDates, readDay } from './dates';
import { allowOnly, broken, requireWhen } from './rules';
import type { DelegatedUser, RequestContext } from './rules';

/** The authority's decision on a permit. */
export interface AssessmentRequest extends DelegatedUser {
  assessment_status?: AssessmentStatus | null;
  assessment_discount?: number | null;
  additional_comments?: string | null;
  reasons_for_refusal?: readonly ReasonForRefusal[] | null;
  pending_change_details?: string | null;
  revoke_reason?: string | null;
  is_duration_challenged?: boolean | null;
  reasonable_period_end_date?: string | null;
}

export interface AssessmentContext extends RequestContext {
  calendar: WorkingCalendar;
  /** What the permit decides; undefined while it is not known, and then nothing is asked that depends on it. */
  permit: AssessedPermit | undefined;
}

export interface AssessedPermit {
  category: WorkCategory;
  /** The day on which the works started, or are proposed to. */
  start: Day;
}

/** What an authority may decide: the automatic statuses come about by themselves. */
export const assessments = [
  'granted',
  'refused',
  'permit_modification_request',
  'revoked',
] as const satisfies readonly (AssessmentStatus & PermitStatus)[];
export type Assessment = (typeof assessments)[number];

const MOST_REASONS = 5;

/** The published rules for assessing a permit, where they judge the request. */
export function checkAssessment(request: AssessmentRequest, context: AssessmentContext): Violation[] {
  const status = request.assessment_status;
  const challenged = request.is_duration_challenged === true;
  const { permit } = context;
  const discountAsked = status === 'granted' && permit !== undefined && permit.category !== 'hs2_highway';
  const because = (reason: string): string => (challenged ? 'is_duration_challenged is true' : reason);
  return [
    ...allowOnly('assessment_status', status, assessments),
    ...requireWhen(discountAsked, request, ['assessment_discount'], 'assessment_status is granted'),
    ...requireWhen(
      status === 'refused' || challenged,
      request,
      ['additional_comments'],
      because('assessment_status is refused'),
    ),
    ...checkReasons(request),
    ...requireWhen(
      status === 'permit_modification_request',
      request,
      ['pending_change_details'],
      'assessment_status is permit_modification_request',
    ),
    ...requireWhen(status === 'revoked', request, ['revoke_reason'], 'assessment_status is revoked'),
    ...requireWhen(challenged, request, ['reasonable_period_end_date'], 'is_duration_challenged is true'),
    ...checkDates(request, { reasonable_period_end_date: 'any' }, context.now),
    ...(challenged && permit
      ? checkReasonablePeriod(request.reasonable_period_end_date, context.calendar, permit.start)
      : []),
  ];
}

function checkReasons({ assessment_status: status, reasons_for_refusal: reasons }: AssessmentRequest): Violation[] {
  const field = 'reasons_for_refusal';
  if (!reasons) return requireWhen(status === 'refused', { [field]: reasons }, [field], 'assessment_status is refused');
  const unique = new Set(reasons).size === reasons.length;
  if (unique && reasons.length >= 1 && reasons.length <= MOST_REASONS) return [];
  return [broken(field, 'reasons', `must be between 1 and ${MOST_REASONS} different values`, reasons)];
}

function checkReasonablePeriod(value: string | null | undefined, calendar: WorkingCalendar, start: Day): Violation[] {
  const day = readDay(value);
  if (!day) return [];
  const violations = checkImmediateChallenge(calendar, start, day);
  return violations.map((violation) => ({ ...violation, meta: { value } }));
}

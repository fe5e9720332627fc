import type { Violation } from '../../kernel';
import type { ForwardPlanWorkType, TrafficManagementType } from '../enums';
import { checkPlace } from './place';
import { isHs2 } from '../hs2';
import { checkDates, readDay } from './dates';
import type { DateRule } from './dates';
import { checkHS2Limits } from './hs2-application';
import type { HS2Limits } from './hs2-application';
import { checkWorkstream } from './permit-application';
import { checkASDs } from './permit-content';
import type { PermitASDRequest } from './permit-content';
import { broken, requireWhen } from './rules';
import type { DelegatedUser, RequestContext } from './rules';
import { checkWorkLocation } from './work-location';
import type { WorkLocation } from './work-location';

/** The plan as it can be replaced later. */
export interface ForwardPlanUpdateRequest extends DelegatedUser {
  works_coordinates?: unknown;
  start_date?: string | null;
  end_date?: string | null;
  description_of_work?: string | null;
  works_location_description?: string | null;
  project_reference_number?: string | null;
  traffic_management_type?: TrafficManagementType | null;
  additional_info?: string | null;
  forward_plan_asds?: readonly PermitASDRequest[] | null;
}

/** Works announced long before anyone applies for a permit. */
export interface ForwardPlanRequest extends ForwardPlanUpdateRequest, WorkLocation, HS2Limits {
  work_reference_number?: string | null;
  workstream_prefix?: string | null;
  hs2_work_type?: ForwardPlanWorkType | null;
  hs2_consultation_requested_response_date?: string | null;
}

export interface ForwardPlanCancelRequest extends DelegatedUser {
  cancelled_reason?: string | null;
}

/** The published rules for a new plan. The last day is judged by the first: it may be today, and is never before it. */
export function checkForwardPlan(request: ForwardPlanRequest, { now }: RequestContext): Violation[] {
  const promoterSwaCode = request.promoter_swa_code ?? undefined;
  const highwayWorks = request.hs2_work_type === 'hs2_highway_works';
  const promoterIsHS2 = isHs2(promoterSwaCode ?? '');
  return [
    ...checkWorkLocation({ usrn: request.usrn }),
    ...checkPlan(request, 'today_or_later', now),
    ...checkWorkstream(request.workstream_prefix),
    ...requireWhen(promoterIsHS2, request, ['hs2_work_type'], 'the promoter is HS2'),
    ...checkHS2Limits(request, { promoterSwaCode, highwayWorks }),
    ...checkDates(request, { hs2_consultation_requested_response_date: 'today_or_later' }, now),
  ];
}

/** The published rules for replacing a plan: one that has begun may still be edited. */
export function checkForwardPlanUpdate(request: ForwardPlanUpdateRequest, { now }: RequestContext): Violation[] {
  return checkPlan(request, 'any', now);
}

function checkPlan(request: ForwardPlanUpdateRequest, startRule: DateRule, now: Date): Violation[] {
  const [first, last] = [readDay(request.start_date), readDay(request.end_date)];
  const disordered = first && last && last < first;
  return [
    ...checkPlace('works_coordinates', request.works_coordinates),
    ...checkDates(request, { start_date: startRule, end_date: 'any' }, now),
    ...(disordered ? [broken('end_date', 'before_start', 'must be on or after start_date', request.end_date)] : []),
    ...checkASDs('forward_plan_asds', request.forward_plan_asds, now),
  ];
}

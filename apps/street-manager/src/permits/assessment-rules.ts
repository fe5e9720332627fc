import type { Violation } from '@switchyard/domain';
import {
  actorRefusal,
  checkAssessment,
  checkCancellation,
  checkStatusAssessment,
  sideOf,
} from '@switchyard/domain/street-manager';
import type {
  AssessmentContext,
  AssessmentRequest,
  PermitStatusRequest,
  Side,
} from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import type { Deps } from '../shared/deps';
import { londonDay } from '../shared/london';
import type { PermitRow } from './row';

type Moment = Pick<Deps, 'calendar'> & { now: Date };

/** What the rules of an assessment work with; without the permit they judge what the request alone decides. */
export const assessmentContext = ({ now, calendar }: Moment, permit?: PermitRow): AssessmentContext => ({
  now,
  calendar,
  permit: permit && {
    category: permit.work_category,
    start: londonDay(permit.actual_start_date ?? permit.proposed_start_date),
  },
});

export const rulesForAssessment = (request: AssessmentRequest, moment: Moment): Violation[] =>
  checkAssessment(request, assessmentContext(moment));

/** The two bodies of a change of status are told apart by who sends them. */
export function rulesForStatus(request: PermitStatusRequest, caller: Caller, moment: Moment): Violation[] {
  const side = sideOf(caller.roles)!;
  if (side === 'promoter') return checkCancellation(request);
  return decisionRefusal(side, request) ? [] : checkStatusAssessment(request, assessmentContext(moment));
}

/** Why this side may not send the decision, by whichever name it comes, or null. */
export const decisionRefusal = (side: Side, request: PermitStatusRequest): string | null =>
  actorRefusal(side, 'permit_status', request.permit_status ?? request.assessment_status ?? request.status);

import type { AssessmentRequest, Assessment } from '@switchyard/domain/street-manager';
import {
  actorRefusal,
  assessPermit,
  assessmentOf,
  cancelPermit,
  checkAssessment,
  checkCancellation,
  checkStatusAssessment,
  refuseAccess,
  refuseRequest,
  sideOf,
} from '@switchyard/domain/street-manager';
import type { PermitStatusRequest } from '@switchyard/domain/street-manager';
import { londonDay } from '../shared/london';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import type { WorkRow } from '../works/row';
import { applyOutcome } from './apply-outcome';
import { factsOf } from './facts';
import { findPermit } from './repository';
import type { PermitRow } from './row';

interface Named {
  workReferenceNumber: string;
  permitReferenceNumber: string;
}

/** Takes the work for this transaction and finds its permit; the caller may write to them. */
async function taken({ tx, caller }: Act, { workReferenceNumber, permitReferenceNumber }: Named): Promise<{ work: WorkRow; permit: PermitRow }> {
  const work = await lockWork(tx, workReferenceNumber);
  const permit = await findPermit(tx, work.reference, permitReferenceNumber);
  mayWrite(caller, work);
  return { work, permit };
}

/** The authority decides on a permit. */
export async function assess(act: Act, named: Named, request: AssessmentRequest): Promise<void> {
  const { work, permit } = await taken(act, named);
  refuseRequest(checkAssessment(request, contextOf(act, permit)));
  await decide(act, work, permit, request.assessment_status as Assessment, request);
}

/** A promoter cancels its permit; or an authority decides, in the words of the published guide. */
export async function updateStatus(act: Act, named: Named, request: PermitStatusRequest): Promise<void> {
  const side = sideOf(act.caller.roles)!;
  refuseAccess(actorRefusal(side, 'permit_status', request.permit_status ?? request.assessment_status ?? request.status));
  if (side === 'promoter') refuseRequest(checkCancellation(request));
  const { work, permit } = await taken(act, named);
  if (side === 'promoter') return cancel(act, work, permit, request);
  refuseRequest(checkStatusAssessment(request, contextOf(act, permit)));
  await decide(act, work, permit, assessmentOf(request)!, request);
}

const contextOf = ({ now, calendar }: Act, permit: PermitRow) => ({
  now,
  calendar,
  category: permit.work_category,
  start: londonDay(permit.actual_start_date ?? permit.proposed_start_date),
});

async function decide(act: Act, work: WorkRow, permit: PermitRow, decision: Assessment, request: AssessmentRequest): Promise<void> {
  const known = await factsOf(act.tx, permit, work);
  const challenged = request.is_duration_challenged === true;
  const outcome = assessPermit(known.facts, { decision, isDurationChallenged: challenged });
  applyOutcome(act, work, permit, known, outcome, {
    details: decision === 'revoked' ? request.revoke_reason : request.additional_comments,
    changes: {
      ...(request.additional_comments && { assessment_comments: request.additional_comments }),
      ...(decision === 'granted' && { assessment_discount: request.assessment_discount ?? null }),
      ...(decision === 'refused' && { reasons_for_refusal: [...(request.reasons_for_refusal ?? [])] }),
      ...(decision === 'revoked' && { revoke_reason: request.revoke_reason ?? null }),
      ...(decision === 'permit_modification_request' && {
        pending_change_details: request.pending_change_details ?? null,
        ever_modification_requested: true,
      }),
      ...(challenged && {
        is_duration_challenged: true,
        reasonable_period_end_date: new Date(request.reasonable_period_end_date!),
      }),
    },
  });
}

async function cancel(act: Act, work: WorkRow, permit: PermitRow, request: PermitStatusRequest): Promise<void> {
  const known = await factsOf(act.tx, permit, work);
  applyOutcome(act, work, permit, known, cancelPermit(known.facts), { details: request.additional_comments });
}

import type { AssessmentRequest, Assessment } from '@switchyard/domain/street-manager';
import {
  assessPermit,
  assessmentOf,
  cancelPermit,
  checkAssessment,
  checkStatusAssessment,
  refuseAccess,
  refuseRequest,
  sideOf,
} from '@switchyard/domain/street-manager';
import type { PermitStatusRequest } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';
import type { WorkRow } from '../works/row';
import { applyOutcome } from './apply-outcome';
import { assessmentContext, decisionRefusal } from './assessment-rules';
import { factsOf } from './facts';
import type { PermitRow } from './row';
import type { NamedPermit } from './take-permit';
import { takePermit } from './take-permit';

/** The authority decides on a permit. */
export async function assess(act: Act, named: NamedPermit, request: AssessmentRequest): Promise<void> {
  const { work, permit } = await takePermit(act, named);
  refuseRequest(checkAssessment(request, assessmentContext(act, permit)));
  await decide(act, work, permit, request.assessment_status as Assessment, request);
}

/** A promoter cancels its permit; or an authority decides, in the words of the published guide. */
export async function updateStatus(act: Act, named: NamedPermit, request: PermitStatusRequest): Promise<void> {
  const side = sideOf(act.caller.roles)!;
  refuseAccess(decisionRefusal(side, request));
  const { work, permit } = await takePermit(act, named);
  if (side === 'promoter') return cancel(act, work, permit, request);
  refuseRequest(checkStatusAssessment(request, assessmentContext(act, permit)));
  await decide(act, work, permit, assessmentOf(request)!, request);
}

async function decide(
  act: Act,
  work: WorkRow,
  permit: PermitRow,
  decision: Assessment,
  request: AssessmentRequest,
): Promise<void> {
  const known = await factsOf(act.tx, permit, work);
  const challenged = request.is_duration_challenged === true;
  const outcome = assessPermit(known.facts, { decision, isDurationChallenged: challenged });
  applyOutcome(act, work, permit, known, outcome, {
    details: decision === 'revoked' ? request.revoke_reason : request.additional_comments,
    changes: {
      ...(request.additional_comments && { assessment_comments: request.additional_comments }),
      ...(decision === 'granted' && {
        assessment_discount: known.facts.isUnderHs2Powers ? null : (request.assessment_discount ?? null),
      }),
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

import { violation } from '../../kernel';
import type { Violation } from '../../kernel';
import type { AssessmentStatus, PermitStatus } from '../enums';
import { assessments, checkAssessment } from './assessment';
import type { Assessment, AssessmentContext, AssessmentRequest } from './assessment';
import { allowOnly, broken } from './rules';
import type { DelegatedUser } from './rules';

/** The body of a change of a permit's status: a promoter's cancellation, or an authority's assessment. */
export interface PermitStatusRequest extends AssessmentRequest, DelegatedUser {
  permit_status?: PermitStatus | null;
  /** Another spelling of `permit_status` that the published guide prints. */
  status?: PermitStatus | null;
}

const decisionMembers = ['permit_status', 'assessment_status', 'status'] as const;
const cancellationMembers = [
  'permit_status',
  'additional_comments',
  'internal_user_identifier',
  'internal_user_name',
] as const;

/** The published rules for a promoter: it can only cancel, and says nothing else. */
export function checkCancellation(request: PermitStatusRequest): Violation[] {
  const others = Object.entries(request).filter(
    ([member, value]) => value !== null && value !== undefined && !isCancellationMember(member),
  );
  return [
    ...(request.permit_status ? [] : [broken('permit_status', 'required', 'is required', request.permit_status)]),
    ...allowOnly('permit_status', request.permit_status, ['cancelled']),
    ...others.map(([member, value]) => broken(member, 'not_taken', 'must not be sent by a promoter', value)),
  ];
}

/** The published rules for an authority: as for an assessment, whichever member brings the decision. */
export function checkStatusAssessment(request: PermitStatusRequest, context: AssessmentContext): Violation[] {
  const decisions = decisionsOf(request);
  const [first] = decisions;
  if (!first) return [broken('permit_status', 'required', 'is required', null)];
  const different = decisions.filter(({ value }) => value !== first.value);
  const rest = checkAssessment({ ...request, assessment_status: first.value as AssessmentStatus }, context);
  return [
    ...different.map(({ member, value }) => broken(member, 'contradiction', `must be equal to ${first.member}`, value)),
    ...rest.map((item) =>
      item.field === 'assessment_status' ? violation(first.member, item.code, item.message, item.meta) : item,
    ),
  ];
}

/** The decision that the body brings, by any of its names; null when it brings none that an authority may take. */
export function assessmentOf(request: PermitStatusRequest): Assessment | null {
  const value = decisionsOf(request)[0]?.value;
  return assessments.find((assessment) => assessment === value) ?? null;
}

function decisionsOf(request: PermitStatusRequest): { member: string; value: PermitStatus | AssessmentStatus }[] {
  return decisionMembers.flatMap((member) => {
    const value = request[member];
    return value ? [{ member, value }] : [];
  });
}

function isCancellationMember(member: string): boolean {
  return cancellationMembers.some((known) => known === member);
}

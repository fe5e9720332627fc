import { isOneOf } from '../enums';
import type { AssessmentStatus } from '../enums';
import { unchanged } from './permit-facts';
import type { PermitFacts, PermitOutcome } from './permit-facts';
import { permitMachine, stoppablePermitStatuses } from './permit-status';
import type { StoppablePermitStatus } from './permit-status';
import { proceed, precondition } from './precondition';
import { PreconditionFailed } from '../errors';
import { workMachine } from './work-status';

/**
 * What taking back a logged stop does: the permit regains the status that it had. What the authority decided in between
 * holds, and the grant that came with the stop goes with it. Alterations that the stop cancelled stay cancelled.
 * Throws PreconditionFailed where the state of permit or work forbids it.
 */
export function revertStop(facts: PermitFacts): PermitOutcome {
  precondition(facts.isActive, 'Works stop can not be reverted once a further permit has been added');
  const ofWork = `Works stop can not be reverted on works that are ${facts.workStatus}`;
  const workStatus = proceed(workMachine, facts.workStatus, 'revert_stop', ofWork);
  const ofPermit = `Works stop can not be reverted on a permit with a status of ${facts.status}`;
  const before = facts.statusBeforeStop;
  if (!isOneOf(stoppablePermitStatuses, before)) throw new PreconditionFailed(ofPermit);

  const target = regainedStatus(before, facts.assessmentStatus);
  return {
    ...unchanged(facts),
    status: proceed(permitMachine, facts.status, `revert_stop_to_${target}`, ofPermit),
    assessmentStatus: regainedAssessment(facts),
    workStatus,
    events: ['work_stop_reverted'],
  };
}

function regainedStatus(before: StoppablePermitStatus, assessed: AssessmentStatus | null): StoppablePermitStatus {
  const wasOpen = before === 'submitted' || before === 'permit_modification_request';
  return wasOpen && (assessed === 'granted' || assessed === 'refused') ? assessed : before;
}

/** `granted_auto` came with the stop, unless HS2 consulted: then the permit was granted before it. */
function regainedAssessment({
  assessmentStatus,
  statusBeforeStop,
  everModificationRequested,
}: PermitFacts): AssessmentStatus | null {
  if (assessmentStatus !== 'granted_auto' || statusBeforeStop === 'granted') return assessmentStatus;
  return everModificationRequested ? 'permit_modification_request' : null;
}

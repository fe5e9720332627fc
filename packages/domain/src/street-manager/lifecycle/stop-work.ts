import { isImmediate } from '../work-category';
import { cancelPending, isUndecided, unchanged } from './permit-facts';
import type { PermitFacts, PermitOutcome } from './permit-facts';
import { permitMachine } from './permit-status';
import { precondition, proceed } from './precondition';
import { workMachine } from './work-status';

/**
 * What logging the stop does: the permit closes, whatever the authority made of it, and an immediate one that nobody
 * decided is granted. Throws PreconditionFailed where the state of permit or work forbids it.
 */
export function stopWork(facts: PermitFacts): PermitOutcome {
  precondition(facts.isActive, 'Works stop can only be logged on the active permit of a work');
  const refusal = `Works stop can not be logged on works that are ${facts.workStatus}`;
  const workStatus = proceed(workMachine, facts.workStatus, 'stop', refusal);
  const noStop = `Works stop can not be logged on a permit with a status of ${facts.status}`;
  const status = proceed(permitMachine, facts.status, 'stop', noStop);
  const pending = cancelPending(facts);
  const decided = isImmediate(facts.category) && isUndecided(facts.assessmentStatus);
  return {
    ...unchanged(facts),
    ...pending,
    status,
    workStatus,
    assessmentStatus: decided ? 'granted_auto' : facts.assessmentStatus,
    events: ['work_stop_logged', ...(decided ? (['permit_granted'] as const) : []), ...pending.events],
  };
}

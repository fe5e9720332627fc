import { unchanged } from './permit-facts';
import type { PermitFacts, PermitOutcome } from './permit-facts';
import type { PmrAlterations } from './pmr-alterations';
import { precondition, proceed } from './precondition';
import { workMachine } from './work-status';

/**
 * What logging the start does; it leaves the permit as it is. Throws PreconditionFailed where the state of permit or
 * work forbids it. Whether the end date slides is for `slidEnd`.
 */
export function startWork(facts: PermitFacts, setting: PmrAlterations): PermitOutcome {
  const { status } = facts;
  precondition(facts.isActive, 'Works start can only be logged on the active permit of a work');
  precondition(facts.category !== 'paa', 'Works start can not be logged on a PAA');
  precondition(!facts.isStarted, 'Works start has already been logged');
  precondition(
    status !== 'permit_modification_request' || setting === 'applied',
    'Works start can not be logged while a permit modification request awaits the final assessment of the permit',
  );
  precondition(
    status === 'submitted' || status === 'granted' || status === 'permit_modification_request',
    `Works start can not be logged on a permit with a status of ${status}`,
  );
  const refusal = `Works start can not be logged on works that are ${facts.workStatus}`;
  const workStatus = proceed(workMachine, facts.workStatus, 'start', refusal);
  return { ...unchanged(facts), workStatus, events: ['work_start_logged'] };
}

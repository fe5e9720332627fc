import { isImmediate } from '../work-category';
import { unchanged } from './permit-facts';
import type { PermitFacts, PermitOutcome } from './permit-facts';
import { precondition, proceed } from './precondition';
import { workMachine } from './work-status';

/**
 * What taking back a logged start does. Throws PreconditionFailed where the state of permit or work forbids it. The end
 * dates return through `unslide`.
 */
export function revertStart(facts: PermitFacts): PermitOutcome {
  precondition(facts.isActive, 'Works start can only be reverted on the active permit of a work');
  precondition(!isImmediate(facts.category), 'Works start can not be reverted on an immediate permit');
  const refusal = `Works start can not be reverted on works that are ${facts.workStatus}`;
  const workStatus = proceed(workMachine, facts.workStatus, 'revert_start', refusal);
  precondition(facts.status !== 'revoked', 'Works start can not be reverted once the permit has been revoked');
  precondition(!facts.hasReinstatement, 'Works start can not be reverted once a reinstatement has been added');
  precondition(!facts.isFinalSiteRegistered, 'Works start can not be reverted once the final site has been registered');
  return { ...unchanged(facts), workStatus, events: ['work_start_reverted'] };
}

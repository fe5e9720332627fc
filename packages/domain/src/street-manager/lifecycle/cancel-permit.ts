import { isImmediate } from '../work-category';
import { paaMachine } from './paa-status';
import { cancelPending, unchanged } from './permit-facts';
import type { PermitFacts, PermitOutcome } from './permit-facts';
import { permitMachine } from './permit-status';
import { precondition, proceed } from './precondition';
import { workMachine } from './work-status';

/** What a promoter's cancellation does. Throws PreconditionFailed where the state of permit or work forbids it. */
export function cancelPermit(facts: PermitFacts): PermitOutcome {
  precondition(facts.isActive, 'Only the active permit of a work can be cancelled');
  const status = cancelledStatus(facts);
  const pending = cancelPending(facts);
  return {
    ...unchanged(facts),
    ...pending,
    status,
    workStatus: proceed(
      workMachine,
      facts.workStatus,
      'cancel',
      `Works that are ${facts.workStatus} can not be cancelled`,
    ),
    events: [facts.category === 'paa' ? 'paa_cancelled' : 'permit_cancelled', ...pending.events],
  };
}

function cancelledStatus(facts: PermitFacts): 'cancelled' {
  const { status, category } = facts;
  if (category === 'paa') {
    proceed(paaMachine, status, 'cancel', `A PAA with a status of ${status} can not be cancelled`);
    return 'cancelled';
  }
  proceed(permitMachine, status, 'cancel', `A permit with a status of ${status} can not be cancelled`);
  if (isImmediate(category)) checkImmediate(facts);
  else precondition(!facts.isStarted, 'A planned permit can not be cancelled once works start has been logged');
  return 'cancelled';
}

/** Immediate works have always begun; they can be called off until something of them remains. */
function checkImmediate({ status, hasReinstatement }: PermitFacts): void {
  precondition(status !== 'revoked', 'An immediate permit can not be cancelled once it has been revoked');
  precondition(!hasReinstatement, 'An immediate permit can not be cancelled once a reinstatement has been added');
}

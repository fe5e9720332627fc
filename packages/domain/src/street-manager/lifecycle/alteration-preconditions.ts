import { liftsToMajor } from '../work-category';
import type { AlterationProposal } from './derive-alteration';
import type { PermitFacts } from './permit-facts';
import { precondition } from './precondition';
import { paaCannotBeAltered } from './refusals';

/** The one member that an authority may change. */
const imposable = 'permit_conditions';

/** What must hold before an authority imposes a change. Throws PreconditionFailed. */
export function checkHaChange(facts: PermitFacts, { changed }: AlterationProposal): void {
  precondition(facts.category !== 'paa', paaCannotBeAltered);
  precondition(!facts.isUnderHs2Powers, 'A HA can not impose changes on a HS2 permit');
  precondition(facts.status === 'granted', 'A HA can only imposed changes on a granted permit');
  precondition(facts.pendingAlteration === null, 'A HA can not impose changes while a permit alteration is pending');
  precondition(
    [...changed].every((member) => member === imposable),
    'A HA can only impose changes on the permit conditions',
  );
}

/** What must hold before a promoter alters a permit. Throws PreconditionFailed. */
export function checkPromoterChange(facts: PermitFacts, { changed, category }: AlterationProposal): void {
  precondition(facts.category !== 'paa', paaCannotBeAltered);
  precondition(isAlterable(facts), `A permit with a status of ${facts.status} can not be altered`);
  precondition(facts.pendingAlteration === null, 'A permit can only have one pending permit alteration');
  precondition(!changed.has('work_type'), 'The work type of a permit can not be altered');
  precondition(
    !facts.isStarted || !changed.has('proposed_start_date'),
    'The proposed start date can not be altered once works start has been logged',
  );
  precondition(
    facts.isStarted || !liftsToMajor(facts.category, category),
    `A ${facts.category} permit can not be altered to major works before works start has been logged`,
  );
}

/** A revoked permit can still be altered while works go on under it. */
function isAlterable({ status, isStarted }: PermitFacts): boolean {
  if (status === 'revoked') return isStarted;
  return status === 'submitted' || status === 'granted' || status === 'permit_modification_request';
}

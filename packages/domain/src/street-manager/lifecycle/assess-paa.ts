import type { AssessmentDecision } from './assess-permit';
import { paaMachine } from './paa-status';
import { isUndecided, unchanged } from './permit-facts';
import type { PermitFacts, PermitOutcome } from './permit-facts';
import { precondition, proceed } from './precondition';
import { alreadyAssessed, notGranted } from './refusals';

/** What the decision of the highway authority does to a PAA. Throws PreconditionFailed where its state forbids it. */
export function assessPaa(facts: PermitFacts, decision: AssessmentDecision): PermitOutcome {
  precondition(
    decision !== 'permit_modification_request',
    'A highway authority officer can not request a permit modification on a PAA',
  );
  const { status } = facts;
  if (decision === 'revoked') {
    const revoked = proceed(paaMachine, status, 'revoke', notGranted);
    return { ...unchanged(facts), status: revoked, assessmentStatus: 'revoked', events: ['paa_revoked'] };
  }
  const granted = decision === 'granted';
  const isOpenYet = status === 'progressed' && isUndecided(facts.assessmentStatus);
  return {
    ...unchanged(facts),
    // a PAA that its major permit has overtaken stays progressed
    status: isOpenYet ? status : proceed(paaMachine, status, granted ? 'grant' : 'refuse', alreadyAssessed),
    assessmentStatus: granted ? 'granted' : 'refused',
    events: [granted ? 'paa_granted' : 'paa_refused'],
  };
}

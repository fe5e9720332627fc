import type { HistoryEvent } from '../enums';
import { isImmediate } from '../work-category';
import { assessPaa } from './assess-paa';
import { isUndecided, ofProgressedPaa, unchanged } from './permit-facts';
import type { PermitFacts, PermitOutcome } from './permit-facts';
import { permitMachine } from './permit-status';
import { precondition, proceed } from './precondition';
import { alreadyAssessed, notGranted } from './refusals';

export type AssessmentDecision = 'granted' | 'refused' | 'permit_modification_request' | 'revoked';

export interface PermitAssessment {
  decision: AssessmentDecision;
  /** The authority grants, but holds the works to a shorter period. */
  isDurationChallenged: boolean;
}

/** What the decision of the highway authority does. Throws PreconditionFailed where the permit's state forbids it. */
export function assessPermit(facts: PermitFacts, { decision, isDurationChallenged }: PermitAssessment): PermitOutcome {
  precondition(facts.hs2Treatment !== 'consultation', 'A HS2 consultation can only be acknowledged');
  precondition(
    !isDurationChallenged || (decision === 'granted' && isImmediate(facts.category)),
    'The duration can only be challenged when an immediate permit is granted',
  );
  if (facts.category === 'paa') return assessPaa(facts, decision);
  switch (decision) {
    case 'granted':
      return decide(
        facts,
        'granted',
        isDurationChallenged ? 'permit_granted_with_duration_challenge' : 'permit_granted',
      );
    case 'refused':
      return decide(facts, 'refused', 'permit_refused');
    case 'permit_modification_request':
      return requestModification(facts);
    case 'revoked':
      return revoke(facts);
  }
}

/** A planned permit that was stopped before anybody decided may still be decided: it stays closed. */
function decide(facts: PermitFacts, decision: 'granted' | 'refused', event: HistoryEvent): PermitOutcome {
  const transition = decision === 'granted' ? 'grant' : 'refuse';
  const status = isStoppedUndecided(facts)
    ? facts.status
    : proceed(permitMachine, facts.status, transition, alreadyAssessed);
  precondition(
    facts.pendingAlteration === null,
    'A highway authority officer can only grant/refuse permits whose alterations have been assessed',
  );
  const paa = ofProgressedPaa(facts, decision);
  return { ...unchanged(facts), ...paa, status, assessmentStatus: decision, events: [event, ...paa.events] };
}

function isStoppedUndecided({ status, category, assessmentStatus }: PermitFacts): boolean {
  return status === 'closed' && !isImmediate(category) && isUndecided(assessmentStatus);
}

function requestModification(facts: PermitFacts): PermitOutcome {
  const status = proceed(
    permitMachine,
    facts.status,
    'request_modification',
    'A highway authority officer can only request a permit modification on permits with a status of submitted.',
  );
  precondition(
    !facts.everModificationRequested,
    'A highway authority officer can only request a permit modification once on a permit',
  );
  const events: HistoryEvent[] = ['permit_modification_request'];
  return { ...unchanged(facts), status, assessmentStatus: 'permit_modification_request', events };
}

/** The alteration that awaited assessment falls with its permit, whose event stands for both. */
function revoke(facts: PermitFacts): PermitOutcome {
  const status = proceed(permitMachine, facts.status, 'revoke', notGranted);
  const pendingAlteration = facts.pendingAlteration === null ? null : 'revoked';
  return { ...unchanged(facts), status, assessmentStatus: 'revoked', pendingAlteration, events: ['permit_revoked'] };
}

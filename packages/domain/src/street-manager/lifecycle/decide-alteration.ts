import type { AlterationStatus, HistoryEvent } from '../enums';
import { alterationMachine, awaitsAssessment } from './alteration-status';
import type { AlterationEvent, AlterationFacts } from './alteration-status';
import type { PmrAlterations } from './pmr-alterations';
import { precondition, proceed } from './precondition';

export type AlterationDecision = 'granted' | 'granted_with_duration_challenge' | 'refused';

export interface AlterationOutcome {
  status: AlterationStatus;
  /**
   * What reaches the permit, whose own status never changes: every proposed value, with category, durations and validity
   * worked out again; or the reasonable period end date alone, by which its duration is challenged; or nothing.
   */
  applies: 'all' | 'reasonable_period' | 'nothing';
  events: HistoryEvent[];
}

/** What the decision of the highway authority does. Throws PreconditionFailed where nothing awaits it. */
export function decideAlteration(
  alteration: AlterationFacts,
  decision: AlterationDecision,
  setting: PmrAlterations,
): AlterationOutcome {
  const refusal = 'A highway authority officer can only assess permit alterations that are awaiting assessment';
  precondition(awaitsAssessment(alteration, setting), refusal);
  precondition(
    decision !== 'granted_with_duration_challenge' || alteration.type === 'WORK_EXTENSION',
    'Only a work extension can be granted with a duration challenge',
  );
  const { event, applies, history } = decisions[decision];
  return { status: proceed(alterationMachine, alteration.status, event, refusal), applies, events: [history] };
}

/** What the silence of the highway authority does: the proposed values are applied. */
export function deemAlteration(alteration: AlterationFacts, setting: PmrAlterations): AlterationOutcome {
  const refusal = 'Only permit alterations that are awaiting assessment can be deemed';
  precondition(awaitsAssessment(alteration, setting), refusal);
  const status = proceed(alterationMachine, alteration.status, 'deem', refusal);
  return { status, applies: 'all', events: ['alteration_deemed'] };
}

interface DecisionEffect {
  event: AlterationEvent;
  applies: AlterationOutcome['applies'];
  history: HistoryEvent;
}

const decisions: Readonly<Record<AlterationDecision, DecisionEffect>> = {
  granted: { event: 'grant', applies: 'all', history: 'alteration_granted' },
  granted_with_duration_challenge: {
    event: 'grant_with_duration_challenge',
    applies: 'reasonable_period',
    history: 'alteration_granted_with_duration_challenge',
  },
  refused: { event: 'refuse', applies: 'nothing', history: 'alteration_refused' },
};

import { paaMachine } from './paa-status';
import { ofProgressedPaa, unchanged } from './permit-facts';
import type { PermitFacts, PermitOutcome } from './permit-facts';
import { permitMachine } from './permit-status';
import { isPossible, precondition } from './precondition';

/** True for a permit that its deadline grants: one that is submitted, started or not. */
export function isDeemable({ category, status }: Pick<PermitFacts, 'category' | 'status'>): boolean {
  return category === 'paa' ? isPossible(paaMachine, status, 'deem') : isPossible(permitMachine, status, 'deem');
}

/** What the silence of the highway authority does: the permit is granted, and known as deemed. */
export function deemPermit(facts: PermitFacts): PermitOutcome {
  precondition(isDeemable(facts), 'Only permits with a status of submitted can be deemed');
  const paa = ofProgressedPaa(facts, 'granted');
  const event = facts.category === 'paa' ? 'paa_deemed' : 'permit_deemed';
  return {
    ...unchanged(facts),
    ...paa,
    status: 'granted',
    assessmentStatus: 'granted',
    events: [event, ...paa.events],
  };
}

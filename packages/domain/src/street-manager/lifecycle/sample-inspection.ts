import type { StateMachine } from '../../kernel';

export const sampleInspectionStates = ['issued', 'completed', 'expired'] as const;
export type SampleInspectionState = (typeof sampleInspectionStates)[number];

export type SampleInspectionEvent = 'complete' | 'reopen' | 'expire';

/** A matching inspection completes a sample, its withdrawal reopens it, the daily job or the end of its target ends it. */
export const sampleInspectionMachine: StateMachine<SampleInspectionState, SampleInspectionEvent> = {
  name: 'sample inspection',
  initial: 'issued',
  states: sampleInspectionStates,
  // prettier-ignore
  transitions: {
    complete: { from: ['issued'],    to: 'completed' },
    reopen:   { from: ['completed'], to: 'issued' },
    expire:   { from: ['issued'],    to: 'expired' },
  },
};

export const sampleTargetStates = ['active', 'closed'] as const;
export type SampleTargetState = (typeof sampleTargetStates)[number];

export type SampleTargetEvent = 'update' | 'close';

/** Closing a target expires its unfinished samples. */
export const sampleTargetMachine: StateMachine<SampleTargetState, SampleTargetEvent> = {
  name: 'sample inspection target',
  initial: 'active',
  states: sampleTargetStates,
  // prettier-ignore
  transitions: {
    update: { from: ['active'], to: 'active' },
    close:  { from: ['active'], to: 'closed' },
  },
};

import { nextState } from '../../kernel';
import type { StateMachine } from '../../kernel';
import type { HistoryEvent } from '../enums';
import { proceed } from './precondition';

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

/**
 * What becomes of a sample whose inspection is withdrawn: it is due again, and where its target has been closed in the
 * meantime, over with it.
 */
export function reopenSample({ targetIsActive }: { targetIsActive: boolean }): {
  status: SampleInspectionState;
  events: HistoryEvent[];
} {
  const status = nextState(sampleInspectionMachine, 'completed', 'reopen');
  if (targetIsActive) return { status, events: [] };
  return { status: nextState(sampleInspectionMachine, status, 'expire'), events: ['sample_inspection_expired'] };
}

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

const targetEvents = {
  update: { verb: 'updated', event: 'sample_inspection_target_updated' },
  close: { verb: 'closed', event: 'sample_inspection_target_closed' },
} as const satisfies Record<SampleTargetEvent, { verb: string; event: HistoryEvent }>;

/** What changing or closing a target does. Throws PreconditionFailed once it is closed. */
export function changeSampleTarget(
  current: SampleTargetState,
  event: SampleTargetEvent,
): { state: SampleTargetState; events: HistoryEvent[] } {
  const { verb, event: written } = targetEvents[event];
  const refusal = `A sample inspection target that is ${current} can not be ${verb}`;
  return { state: proceed(sampleTargetMachine, current, event, refusal), events: [written] };
}

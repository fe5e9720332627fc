import { nextState } from '../../kernel';
import type { StateMachine } from '../../kernel';
import type { HistoryEvent } from '../enums';
import { proceed } from './precondition';

/** The one place that a work has for an inspection to come. */
export const scheduleStates = ['free', 'scheduled'] as const;
export type ScheduleState = (typeof scheduleStates)[number];

export type ScheduleEvent = 'schedule' | 'remove' | 'inspection_recorded' | 'reinspection_requested';

/**
 * A scheduled inspection never expires: it goes when it is removed or when any inspection is recorded on the work, and
 * one that is recorded with a reinspection date puts the next in its place.
 */
export const scheduleMachine: StateMachine<ScheduleState, ScheduleEvent> = {
  name: 'scheduled inspection',
  initial: 'free',
  states: scheduleStates,
  // prettier-ignore
  transitions: {
    schedule:               { from: ['free'],              to: 'scheduled' },
    remove:                 { from: ['scheduled'],         to: 'free' },
    inspection_recorded:    { from: ['free', 'scheduled'], to: 'free' },
    reinspection_requested: { from: ['free', 'scheduled'], to: 'scheduled' },
  },
};

/** What scheduling does. Throws PreconditionFailed while another inspection is scheduled on the work. */
export function scheduleInspection(current: ScheduleState): { state: ScheduleState; events: HistoryEvent[] } {
  const state = proceed(scheduleMachine, current, 'schedule', 'An inspection is already scheduled on the works');
  return { state, events: ['scheduled_inspection_created'] };
}

/** What recording any inspection leaves scheduled: the next one when a reinspection date came along, otherwise none. */
export function scheduleAfterInspection(
  current: ScheduleState,
  { reinspection }: { reinspection: boolean },
): { state: ScheduleState; events: HistoryEvent[] } {
  return reinspection
    ? { state: nextState(scheduleMachine, current, 'reinspection_requested'), events: ['scheduled_inspection_created'] }
    : { state: nextState(scheduleMachine, current, 'inspection_recorded'), events: [] };
}

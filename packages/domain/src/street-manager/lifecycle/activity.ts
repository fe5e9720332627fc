import type { StateMachine } from '../../kernel';
import type { HistoryEvent } from '../enums';
import { proceed } from './precondition';

export const activityStates = ['active', 'cancelled'] as const;
export type ActivityState = (typeof activityStates)[number];

export type ActivityEvent = 'edit' | 'cancel';

/** The published rules for activities: the wire shows the state as `cancelled` alone. */
export const activityMachine: StateMachine<ActivityState, ActivityEvent> = {
  name: 'activity',
  initial: 'active',
  states: activityStates,
  // prettier-ignore
  transitions: {
    edit:   { from: ['active'], to: 'active' },
    cancel: { from: ['active'], to: 'cancelled' },
  },
};

/** What editing or cancelling does. Throws PreconditionFailed once the activity is cancelled. */
export function changeActivity(
  current: ActivityState,
  event: ActivityEvent,
): { state: ActivityState; events: HistoryEvent[] } {
  const refusal = `An activity that has been cancelled can not be ${event === 'edit' ? 'edited' : 'cancelled'}`;
  const state = proceed(activityMachine, current, event, refusal);
  return { state, events: [event === 'edit' ? 'activity_edited' : 'activity_cancelled'] };
}

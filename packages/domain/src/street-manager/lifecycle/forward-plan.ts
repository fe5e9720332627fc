import type { StateMachine } from '../../kernel';
import { forwardPlanStatuses } from '../enums';
import type { ForwardPlanStatus, HistoryEvent, WorkStatus } from '../enums';
import { proceed } from './precondition';
import { workMachine } from './work-status';

export type ForwardPlanEvent = 'edit' | 'cancel' | 'progress';

/** The published rules for forward plans: a first permit on the work progresses its plan. */
export const forwardPlanMachine: StateMachine<ForwardPlanStatus, ForwardPlanEvent> = {
  name: 'forward plan',
  initial: 'raised',
  states: forwardPlanStatuses,
  // prettier-ignore
  transitions: {
    edit:     { from: ['raised'], to: 'raised' },
    cancel:   { from: ['raised'], to: 'cancelled' },
    progress: { from: ['raised'], to: 'progressed' },
  },
};

/** What editing does. Throws PreconditionFailed unless the plan is raised. */
export function editForwardPlan(current: ForwardPlanStatus): { status: ForwardPlanStatus; events: HistoryEvent[] } {
  const refusal = `A forward plan with a status of ${current} can not be edited`;
  return { status: proceed(forwardPlanMachine, current, 'edit', refusal), events: ['forward_plan_edited'] };
}

/** What cancelling does, to the work too. Throws PreconditionFailed unless the plan is raised. */
export function cancelForwardPlan(
  current: ForwardPlanStatus,
  workStatus: WorkStatus,
): { status: ForwardPlanStatus; workStatus: WorkStatus; events: HistoryEvent[] } {
  const refusal = `A forward plan with a status of ${current} can not be cancelled`;
  return {
    status: proceed(forwardPlanMachine, current, 'cancel', refusal),
    workStatus: proceed(workMachine, workStatus, 'cancel', `Works that are ${workStatus} can not be cancelled`),
    events: ['forward_plan_cancelled'],
  };
}

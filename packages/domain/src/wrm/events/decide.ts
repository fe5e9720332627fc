import type { AnyPostedEvent, EventTasks } from '../event-catalogue';
import { refuseFaults } from '../faults';
import { systemPartyId } from '../party';
import type { Task } from '../task';
import { inState, taskMachine } from '../task';
import { automaticClose } from '../task-guards';
import type { WorkFacts } from '../work-facts';
import { activityEffects } from './activity-effects';
import { allocationEffects } from './allocation-effects';
import { checkTimes } from './check-times';
import type { Decision, Effect, EffectContext, HistoryStep, Posting } from './decision';
import type { ChangingEvent, EffectsOf } from './effects';
import { fieldChanges } from './field-changes';
import { lifecycleEffects } from './lifecycle-effects';
import { closeNotices, noticesOf } from './notices';
import { taskEffects } from './task-effects';

const effects: EffectsOf<ChangingEvent> = {
  ...allocationEffects,
  ...taskEffects,
  ...lifecycleEffects,
  ...activityEffects,
};

/** An event of a task that exists. */
export type ChangingPostedEvent = Exclude<AnyPostedEvent, { notificationType: 'CreateTaskEvent' }>;

/**
 * What an event makes of a task that its poster may see, at the instant of the posting: all of it or nothing. Throws
 * RequestRefused with every rule that stands against it. `facts` holds what the event names; the task gets
 * the next version, and closes by itself with its last activity.
 */
export function decide(task: Task, event: ChangingPostedEvent, posting: Posting, facts: WorkFacts): Decision {
  refuseFaults(checkTimes(task, event.notificationType, posting.role));
  const context = { ...posting, facts };
  const effect = effectOf(event.notificationType, task, event.task, context);
  refuseFaults(effect.faults);
  const changed: Task = { ...effect.task, updatedDateTime: posting.now, version: task.version + 1 };
  const closed = closedByItself(changed, posting);
  const ended = closed ?? (changed.status.status === 'Closed' ? changed : undefined);
  return {
    task: closed ?? changed,
    notices: [...noticesOf(task, event, changed, posting), ...(ended ? closeNotices(ended) : [])],
    history: [
      step(event.notificationType, posting.partyId, task, changed),
      ...(closed ? [step('CloseTaskNotify', systemPartyId, changed, closed)] : []),
    ],
    links: effect.links ?? [],
    cancelledBookings: effect.cancelledBookings ?? [],
  };
}

const effectOf = <K extends ChangingEvent>(type: K, task: Task, given: EventTasks[K], context: EffectContext): Effect =>
  effects[type](task, given, context);

function closedByItself(task: Task, { now }: Posting): Task | undefined {
  if (task.status.status !== 'InProgress') return undefined;
  const trigger = automaticClose(task);
  return trigger && { ...inState(task, taskMachine.transitions[trigger].to, now), closedDateTime: now };
}

const step = (
  notificationType: HistoryStep['notificationType'],
  partyId: string,
  before: Task | undefined,
  after: Task,
): HistoryStep => ({ notificationType, partyId, changes: fieldChanges(before, after) });

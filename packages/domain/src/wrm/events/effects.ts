import type { EventTasks, EventType } from '../event-catalogue';
import type { Task } from '../task';
import type { Effect, EffectContext } from './decision';

/** An event of a task that exists. */
export type ChangingEvent = Exclude<EventType, 'CreateTaskEvent'>;

/** A function for each of these events: what it makes of the task. */
export type EffectsOf<Types extends ChangingEvent> = {
  [K in Types]: (task: Task, given: EventTasks[K], context: EffectContext) => Effect;
};

import type { PartyRole } from '../party';
import type { MemberOf, Shape } from '../shape';
import { required, text } from '../shape';

/** When a supplier may post an event besides the ordinary times: a task that is in progress and not on hold. */
export type SpecialTime = 'beforeAcceptance' | 'onHold';

/** One type of event, as data. */
export interface EventDefinition<Task> {
  /** What the other party is sent. */
  notify: string;
  postedBy: readonly PartyRole[];
  /** The member `task` of the notification. */
  task: Shape<Task>;
  /** When its supplier may also post it. */
  also: readonly SpecialTime[];
}

/** An event of a task that exists. */
export const define = <Task, const Notify extends string>(
  notify: Notify,
  postedBy: readonly PartyRole[],
  task: Shape<Task>,
  also: readonly SpecialTime[] = [],
): EventDefinition<Task> & { notify: Notify } => ({ notify, postedBy, task, also });

/** The id that every event but the creation names. */
export const id: MemberOf<string, 'given'> = required(text());

/** The activities that an event touches: at least one, none of them twice. */
export const touched = { atLeast: 1, distinctBy: ['id'] } as const;

/** Information, files and references may come at any time in which the supplier sees an open task. */
export const atAnyTime: readonly SpecialTime[] = ['beforeAcceptance', 'onHold'];

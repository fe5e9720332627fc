import { allows } from '../kernel';
import { isClosed } from './activity';
import type { CodedFault } from './faults';
import { fault } from './faults';
import type { ResponseCode } from './response-codes';
import type { Task, TaskTrigger } from './task';
import { taskMachine, taskStateOf } from './task';

/** True when no work has been done at any activity, closed ones included. */
export const neverActive = ({ activities }: Task): boolean => activities.every(({ hasBeenActive }) => !hasBeenActive);

/** Work has not started as long as every activity is open and none was ever active. */
export const notStarted = (task: Task): boolean =>
  neverActive(task) && task.activities.every(({ status }) => status.category === 'Open');

type Guarded = Exclude<TaskTrigger, 'closeCompleted' | 'closeIncomplete' | 'closeCancelled'>;

const guards: Partial<Record<Guarded, (task: Task) => boolean>> = {
  reject: notStarted,
  reallocate: neverActive,
  cancel: neverActive,
};

const codes: Record<Guarded, ResponseCode> = {
  accept: 'WRM-409-02',
  reject: 'WRM-409-03',
  reallocate: 'WRM-409-06',
  putOnHold: 'WRM-409-04',
  resume: 'WRM-409-04',
  cancel: 'WRM-409-11',
  requestCancel: 'WRM-409-11',
};

/** Whether the task's state and its activities let this happen; the fault says from where to where. */
export function checkTrigger(task: Task, trigger: Guarded): CodedFault[] {
  const from = taskStateOf(task);
  const reachable = allows(taskMachine, from, trigger);
  if (reachable && (guards[trigger]?.(task) ?? true)) return [];
  const { to } = taskMachine.transitions[trigger];
  const why = reachable ? 'after work has started' : 'from there';
  return [fault(codes[trigger], 'task', 'state', ['status'], `The task is ${from} and cannot become ${to} ${why}.`)];
}

/**
 * How a task ends once all of its activities are closed: incomplete when any of them is, else completed when any is,
 * else cancelled. Undefined as long as one is open.
 */
export function automaticClose({ activities }: Task): TaskTrigger | undefined {
  if (!activities.every(isClosed)) return undefined;
  const ends = new Set(activities.map(({ status }) => status.state));
  if (ends.has('Incomplete')) return 'closeIncomplete';
  return ends.has('Completed') ? 'closeCompleted' : 'closeCancelled';
}

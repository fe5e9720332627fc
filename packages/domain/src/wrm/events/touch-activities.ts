import type { Activity } from '../activity';
import type { CodedFault } from '../faults';
import { fault } from '../faults';
import type { Task } from '../task';
import type { Effect } from './decision';

/** What an event makes of one activity, or what stands against it. */
export interface Touch {
  activity: Activity;
  faults: CodedFault[];
}

/**
 * Applies what an event says of some activities; the others stay as they are. One that the task does not have is a
 * fault, told together with those of the others.
 */
export function touchActivities<Given extends { id: string }>(
  task: Task,
  given: readonly Given[],
  touch: (activity: Activity, given: Given, path: string) => Touch,
): Effect {
  const touches = given.map((each, index) => {
    const path = `task.activities[${index}]`;
    const activity = task.activities.find(({ id }) => id === each.id);
    return activity ? touch(activity, each, path) : { activity, faults: [unknownActivity(each.id, path)] };
  });
  const changed = new Map(touches.flatMap(({ activity }) => (activity ? [[activity.id, activity] as const] : [])));
  return {
    task: { ...task, activities: task.activities.map((each) => changed.get(each.id) ?? each) },
    faults: touches.flatMap(({ faults }) => faults),
  };
}

const unknownActivity = (id: string, path: string): CodedFault =>
  fault('WRM-404-03', path, 'reference', ['id'], `The task has no activity ${id}.`);

import { addDuration, parseIsoDuration } from '@switchyard/domain';
import type { ScenarioStep, Task } from '@switchyard/domain/wrm';
import { dateTimeOf, zone } from '@switchyard/domain/wrm';

/** What a step of a scenario says of a task, as its supplier would post it: of each activity that is not closed. */
export function taskOfStep({ task, activity }: ScenarioStep, { id, activities }: Task, now: Date): object {
  const open = activities.filter(({ status }) => status.category !== 'Closed');
  return {
    id,
    ...task,
    ...(activity && { activities: open.map((each) => ({ id: each.id, ...dated(activity, now) })) }),
  };
}

/** The schedule of a scenario is told in durations from the step. */
function dated(activity: NonNullable<ScenarioStep['activity']>, now: Date): object {
  const schedule = activity.schedule as Readonly<Record<string, string>> | undefined;
  if (!schedule) return activity;
  const instants = Object.entries(schedule).map(([name, text]) => {
    const duration = parseIsoDuration(text);
    return [name, duration ? dateTimeOf(addDuration(now, duration, zone)) : text];
  });
  return { ...activity, schedule: Object.fromEntries(instants) };
}

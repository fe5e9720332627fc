import type { Schedule } from '../activity';
import { checkNotClosed } from '../activity-guards';
import type { RequestorSchedule } from '../attributes';
import type { EventTasks } from '../event-catalogue';
import type { CodedFault } from '../faults';
import { fault, faultsWhen } from '../faults';
import { checkReferences } from '../schedule-rules';
import type { Task } from '../task';
import type { Effect, EffectContext } from './decision';
import { linksOf } from './new-activity';
import { touchActivities } from './touch-activities';

/** A requestor moves an appointment, where it has kept the right to; the state of the activity stays. */
export function requestorReschedule(
  task: Task,
  { activities }: EventTasks['UpdateTaskActivityScheduleByWorkRequestorEvent'],
  { facts }: EffectContext,
): Effect {
  const supplierId = task.allocation.workSupplier.id;
  const effect = touchActivities(task, activities, (activity, given, path) => {
    const at = `${path}.schedule`;
    const schedule = merged(activity.schedule, given.schedule);
    const around = { ...task, supplierId, facts, activityId: activity.id };
    const reference = facts.schedules.get(given.schedule.scheduleId ?? '')?.externalScheduleReference;
    return {
      activity: {
        ...activity,
        schedule: { ...schedule, ...(reference !== undefined && { externalScheduleReference: reference }) },
      },
      faults: [
        ...checkNotClosed(activity, path),
        ...checkAllowed(activity.schedule, at),
        ...checkOneEnd(given.schedule, at),
        ...checkScheduleKnown(schedule, at),
        ...checkReferences(given.schedule, around, at),
      ],
    };
  });
  const named = new Set(activities.filter(({ schedule }) => schedule.appointmentBookingId).map(({ id }) => id));
  return { ...effect, links: linksOf(effect.task.activities.filter(({ id }) => named.has(id))) };
}

/** Either end of the window takes the place of the other. */
function merged(kept: Schedule, given: RequestorSchedule): Schedule {
  const { earliestStart, latestEnd, ...rest } = kept;
  const window = (given.earliestStart ?? given.latestEnd) ? {} : { earliestStart, latestEnd };
  return Object.fromEntries(
    Object.entries({ ...rest, ...window, ...given }).filter(([, value]) => value !== undefined),
  ) as unknown as Schedule;
}

function checkAllowed({ chorusReschAllowed }: Schedule, path: string): CodedFault[] {
  const message = 'The work requestor may not reschedule this activity: chorusReschAllowed is false.';
  return faultsWhen(!chorusReschAllowed, fault('WRM-422-09', path, 'state', ['chorusReschAllowed'], message));
}

function checkOneEnd({ earliestStart, latestEnd }: RequestorSchedule, path: string): CodedFault[] {
  const message = 'Only one of earliestStart and latestEnd can be given.';
  return faultsWhen(
    earliestStart !== undefined && latestEnd !== undefined,
    fault('010120', path, 'anyOf', ['earliestStart', 'latestEnd'], message),
  );
}

function checkScheduleKnown({ appointmentTime, scheduleId }: Schedule, path: string): CodedFault[] {
  const message = 'scheduleId is required when appointmentTime is given.';
  return faultsWhen(Boolean(appointmentTime) && !scheduleId, fault('01014', path, 'missing', ['scheduleId'], message));
}

import { stateAfter } from '../../kernel';
import type { Activity, ActivityTrigger, Schedule } from '../activity';
import { activityMachine, activityStateOf, movedTo } from '../activity';
import { checkNotClosed } from '../activity-guards';
import type { SupplierSchedule } from '../attributes';
import type { DateTime } from '../date-time';
import type { WorkType } from '../enumerations';
import type { CodedFault } from '../faults';
import { fault, faultsWhen } from '../faults';
import { checkWorkTypeAttributes } from '../schedule-rules';
import type { Touch } from './touch-activities';

interface Around {
  workType: WorkType;
  now: DateTime;
  path: string;
}

const times = ['appointmentTime', 'scheduledStart', 'scheduledEnd'] as const;

/** What a supplier's schedule makes of an activity: a time schedules it, and no time any more takes it back. */
export function supplierReschedule(
  activity: Activity,
  given: SupplierSchedule,
  { workType, now, path }: Around,
): Touch {
  const schedule: Schedule = { ...activity.schedule, ...given };
  const faults = [
    ...checkNotClosed(activity, path),
    ...checkOrder(schedule, `${path}.schedule`),
    ...checkReason(activity.schedule, given, `${path}.schedule`),
    ...faultsWhen(
      given.workDivision !== undefined,
      ...checkWorkTypeAttributes({ workDivision: given.workDivision }, workType, `${path}.schedule`),
    ),
  ];
  const trigger = triggerOf(schedule, given);
  const state = activityStateOf(activity);
  const next = trigger ? stateAfter(activityMachine, state, trigger) : state;
  const moved = next === state ? activity : movedTo(activity, next, now);
  return { activity: { ...moved, schedule }, faults };
}

function triggerOf(schedule: Schedule, given: SupplierSchedule): ActivityTrigger | undefined {
  if (given.appointmentTime || given.scheduledStart) return 'schedule';
  return schedule.appointmentTime || schedule.scheduledStart ? undefined : 'unschedule';
}

function checkOrder({ scheduledStart, scheduledEnd }: Schedule, path: string): CodedFault[] {
  return faultsWhen(
    Boolean(scheduledStart && scheduledEnd && scheduledEnd < scheduledStart),
    fault('WRM-400-01', path, 'range', ['scheduledEnd'], 'scheduledEnd must not be before scheduledStart.'),
  );
}

/** A time that the parties have agreed on is not changed without a reason. */
function checkReason(kept: Schedule, given: SupplierSchedule, path: string): CodedFault[] {
  const changed = times.filter((name) => kept[name] && given[name] !== undefined && given[name] !== kept[name]);
  return faultsWhen(
    changed.length > 0 && given.rescheduleReason === undefined,
    fault(
      'WRM-422-08',
      path,
      'missing',
      ['rescheduleReason'],
      `rescheduleReason is required to change ${changed.join(', ')}.`,
    ),
  );
}

import { isClosed, movedTo } from '../activity';
import { checkNotClosed } from '../activity-guards';
import type { CodedFault } from '../faults';
import { fault, faultsWhen } from '../faults';
import { activityIdOf } from '../references';
import type { Task } from '../task';
import { inState, taskStateOf } from '../task';
import { checkTrigger, neverActive } from '../task-guards';
import { checkNewActivities } from '../task-rules';
import type { Effect, EffectContext } from './decision';
import type { EffectsOf } from './effects';
import { linksOf, newActivity } from './new-activity';
import { requestorReschedule } from './requestor-reschedule';
import { touchActivities } from './touch-activities';

/** How a task is held and cancelled, and how activities come and go. */
export const lifecycleEffects: EffectsOf<
  | 'PutOnHoldTaskEvent'
  | 'ResumeTaskEvent'
  | 'CancelTaskEvent'
  | 'AddTaskActivityEvent'
  | 'RequestAddTaskActivityEvent'
  | 'RequestCancelTaskActivityEvent'
  | 'UpdateTaskActivityScheduleByWorkRequestorEvent'
> = {
  PutOnHoldTaskEvent: (task, { status }, { now }) => ({
    task: inState(task, 'InProgress/OnHold', now, status?.note),
    faults: checkTrigger(task, 'putOnHold'),
  }),

  ResumeTaskEvent: (task, { status }, { now }) => ({
    task: inState(task, 'InProgress', now, status?.note),
    faults: checkTrigger(task, 'resume'),
  }),

  CancelTaskEvent: (task, { status }, context) =>
    neverActive(task) ? cancelAtOnce(task, status?.note, context) : askToCancel(task, status?.note, context),

  AddTaskActivityEvent: (task, { activities }, { now, facts }) => {
    const added = activities.map((activity, index) =>
      newActivity(activity, activityIdOf(task.id, task.activities.length + index + 1), facts, now),
    );
    return {
      task: { ...task, activities: [...task.activities, ...added] },
      faults: [
        ...checkNotCancelling(task),
        ...checkNewReferences(task, activities),
        ...checkNewActivities(activities, { ...task, supplierId: task.allocation.workSupplier.id, ...facts }),
      ],
      links: linksOf(added),
    };
  },

  RequestAddTaskActivityEvent: (task) => ({ task, faults: [] }),

  RequestCancelTaskActivityEvent: (task, { activities }) =>
    touchActivities(task, activities, (activity, { status }, path) => ({
      activity: { ...activity, cancellationRequested: true, status: { ...activity.status, ...status } },
      faults: checkNotClosed(activity, path),
    })),

  UpdateTaskActivityScheduleByWorkRequestorEvent: requestorReschedule,
};

/** No work was done: everything ends, and the units of its appointments come back. */
function cancelAtOnce(task: Task, note: string | undefined, { now }: EffectContext): Effect {
  const open = task.activities.filter((activity) => !isClosed(activity));
  return {
    task: {
      ...inState(task, 'Closed/Cancelled', now, note),
      activities: task.activities.map((each) => (isClosed(each) ? each : movedTo(each, 'Closed/Cancelled', now))),
      closedDateTime: now,
    },
    faults: checkTrigger(task, 'cancel'),
    cancelledBookings: open.flatMap(({ schedule }) => schedule.appointmentBookingId ?? []),
  };
}

/** Work was done: the supplier ends it. */
function askToCancel(task: Task, note: string | undefined, { now }: EffectContext): Effect {
  return {
    task: {
      ...inState(task, 'InProgress/CancelRequested', now, note),
      cancellationRequested: true,
      activities: task.activities.map((each) => (isClosed(each) ? each : { ...each, cancellationRequested: true })),
    },
    faults: checkTrigger(task, 'requestCancel'),
  };
}

function checkNotCancelling(task: Task): CodedFault[] {
  const message = `The task is ${taskStateOf(task)}: nothing can be added to it.`;
  return faultsWhen(task.cancellationRequested, fault('WRM-409-09', 'task', 'state', ['activities'], message));
}

function checkNewReferences(task: Task, added: readonly { externalReference: string }[]): CodedFault[] {
  const taken = new Set(task.activities.map(({ externalReference }) => externalReference));
  return added.flatMap(({ externalReference }, index) =>
    faultsWhen(
      taken.has(externalReference),
      fault(
        'WRM-400-01',
        `task.activities[${index}]`,
        'duplicate',
        ['externalReference'],
        `The task has an activity ${externalReference} already.`,
      ),
    ),
  );
}

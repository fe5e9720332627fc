import type { EventType } from '../event-catalogue';
import { eventTypes, mayPost } from '../event-catalogue';
import { isClosed } from '../activity';
import type { PartyRole } from '../party';
import type { Task } from '../task';
import { checkTrigger } from '../task-guards';
import { checkTimes } from './check-times';

/** What a party of this role can post next, as far as the state of the task and its activities decides. */
export function allowedEvents(task: Task, role: PartyRole): EventType[] {
  return eventTypes.filter(
    (type) =>
      type !== 'CreateTaskEvent' &&
      mayPost(role, type) &&
      checkTimes(task, type, role).length === 0 &&
      (conditions[type]?.(task) ?? true),
  );
}

const hasOpenActivity = ({ activities }: Task): boolean => !activities.every(isClosed);

const conditions: Partial<Record<EventType, (task: Task) => boolean>> = {
  AcceptTaskEvent: (task) => checkTrigger(task, 'accept').length === 0,
  RejectTaskEvent: (task) => checkTrigger(task, 'reject').length === 0,
  ReallocateTaskEvent: (task) => checkTrigger(task, 'reallocate').length === 0,
  PutOnHoldTaskEvent: (task) => checkTrigger(task, 'putOnHold').length === 0,
  ResumeTaskEvent: (task) => checkTrigger(task, 'resume').length === 0,
  AddTaskActivityEvent: (task) => !task.cancellationRequested,
  RequestCancelTaskActivityEvent: hasOpenActivity,
  UpdateTaskActivityScheduleByWorkRequestorEvent: ({ activities }) =>
    activities.some((activity) => !isClosed(activity) && activity.schedule.chorusReschAllowed),
};

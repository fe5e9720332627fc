import { newActivities, requestedActivity, requestorSchedule, statusNote } from '../attributes';
import { list, object, optional, required } from '../shape';
import { define, id, touched } from './definition';

const withNote = object({ id, status: optional(statusNote) });

/** How a task is held and cancelled, and how activities come and go. */
export const lifecycleEvents = {
  PutOnHoldTaskEvent: define('PutOnHoldTaskNotify', ['requestor'], withNote),
  ResumeTaskEvent: define('ResumeTaskNotify', ['requestor'], withNote),
  CancelTaskEvent: define('CancelTaskNotify', ['requestor'], withNote),
  AddTaskActivityEvent: define('AddActivityNotify', ['requestor'], object({ id, activities: required(newActivities) })),
  RequestAddTaskActivityEvent: define(
    'RequestAddTaskActivityNotify',
    ['supplier'],
    object({ id, activities: required(list(requestedActivity, { atLeast: 1 })) }),
    ['onHold'],
  ),
  RequestCancelTaskActivityEvent: define(
    'RequestCancelTaskActivityNotify',
    ['requestor'],
    object({
      id,
      activities: required(list(object({ id, status: optional(statusNote) }), touched)),
    }),
  ),
  UpdateTaskActivityScheduleByWorkRequestorEvent: define(
    'UpdateTaskActivityScheduleByWorkRequestorNotify',
    ['requestor'],
    object({
      id,
      activities: required(list(object({ id, schedule: required(requestorSchedule) }), touched)),
    }),
  ),
};

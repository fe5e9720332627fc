import { closingStatus, fileAttachments, outcome, reportedStatus, supplierSchedule, worker } from '../attributes';
import { list, object, required } from '../shape';
import { atAnyTime, define, id, touched } from './definition';

/** What a supplier tells of the work itself. */
export const activityEvents = {
  UpdateTaskActivityWorkerEvent: define(
    'UpdateTaskActivityWorkerNotify',
    ['supplier'],
    object({ id, activities: required(list(object({ id, worker: required(worker) }), touched)) }),
  ),
  UpdateTaskActivityScheduleByWorkSupplierEvent: define(
    'UpdateTaskActivityScheduleByWorkSupplierNotify',
    ['supplier'],
    object({ id, activities: required(list(object({ id, schedule: required(supplierSchedule) }), touched)) }),
  ),
  UpdateTaskActivityStatusEvent: define(
    'UpdateTaskActivityStatusNotify',
    ['supplier'],
    object({ id, activities: required(list(object({ id, status: required(reportedStatus) }), touched)) }),
  ),
  UpdateTaskActivityFileAttachmentsEvent: define(
    'UpdateTaskActivityFileAttachmentsNotify',
    ['supplier', 'requestor'],
    object({ id, activities: required(list(object({ id, fileAttachments: required(fileAttachments) }), touched)) }),
    atAnyTime,
  ),
  UpdateTaskActivityOutcomesEvent: define(
    'UpdateTaskActivityOutcomesNotify',
    ['supplier'],
    object({
      id,
      activities: required(list(object({ id, outcomes: required(list(outcome, { atLeast: 1 })) }), touched)),
    }),
  ),
  CloseTaskActivityEvent: define(
    'CloseTaskActivityNotify',
    ['supplier'],
    object({ id, activities: required(list(object({ id, status: required(closingStatus) }), touched)) }),
  ),
};

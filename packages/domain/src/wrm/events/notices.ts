import type { Activity, ActivityStatus } from '../activity';
import type { AnyPostedEvent, EventType, NotifyType } from '../event-catalogue';
import { definitionOf } from '../event-catalogue';
import type { PartyRole } from '../party';
import type { Task } from '../task';
import type { Notice } from './decision';

type Tree = Readonly<Record<string, unknown>>;

/** The task as the wire has it: everything but who asked for it. */
export const taskOnWire = ({ requestorId: _requestorId, ...task }: Task): Tree => task;

/** What an accepted event tells whom: the other party of the task, and on a reallocation both suppliers. */
export function noticesOf(
  before: Task | undefined,
  event: AnyPostedEvent,
  after: Task,
  { role }: { role: PartyRole },
): Notice[] {
  const type = definitionOf(event.notificationType).notify as NotifyType;
  const supplierId = after.allocation.workSupplier.id;
  if (event.notificationType === 'CreateTaskEvent') {
    return [{ type, toPartyId: supplierId, task: taskOnWire(after) }];
  }
  if (event.notificationType === 'ReallocateTaskEvent') {
    const { note } = event.task.allocation;
    const losing = { ...summaryOf(after), allocation: note === undefined ? {} : { note } };
    return [
      { type, toPartyId: before?.allocation.workSupplier.id ?? supplierId, task: losing },
      { type: 'CreateTaskNotify', toPartyId: supplierId, task: taskOnWire(after) },
    ];
  }
  const toPartyId = role === 'requestor' ? supplierId : after.requestorId;
  return [{ type, toPartyId, task: told(event, before, after) }];
}

/** The end of a task, told to both of its parties. */
export function closeNotices(task: Task): Notice[] {
  const told = {
    ...summaryOf(task),
    closedDateTime: task.closedDateTime,
    activities: task.activities.map(activitySummary),
  };
  return [task.requestorId, task.allocation.workSupplier.id].map((toPartyId) => ({
    type: 'CloseTaskNotify',
    toPartyId,
    task: told,
  }));
}

const summaryOf = ({ id, externalReference, taskType, workType, status }: Task, note?: string): Tree => ({
  id,
  externalReference,
  taskType,
  workType,
  status: {
    status: status.status,
    ...(status.substate && { substate: status.substate }),
    ...(note !== undefined && { note }),
  },
});

const activitySummary = ({ id, externalReference, status: { category, state } }: Activity): Tree => ({
  id,
  externalReference,
  status: { category, state },
});

/** Who and in which state, and beside it what the event said. */
function told(event: AnyPostedEvent, before: Task | undefined, after: Task): Tree {
  const {
    id: _id,
    status,
    activities,
    ...said
  } = event.task as Tree & {
    status?: { note?: string };
    activities?: readonly (Tree & { id: string })[];
  };
  return {
    ...summaryOf(after, status?.note),
    ...said,
    ...(activities && { activities: toldActivities(event.notificationType, activities, before, after) }),
  };
}

function toldActivities(
  type: EventType,
  said: readonly (Tree & { id: string })[],
  before: Task | undefined,
  after: Task,
): readonly Tree[] {
  if (type === 'RequestAddTaskActivityEvent') return said;
  if (type === 'AddTaskActivityEvent')
    return after.activities.slice(before?.activities.length ?? 0).map((each) => ({ ...each }));
  return said.map(({ id, status, ...rest }) => {
    const activity = after.activities.find((each) => each.id === id)!;
    return {
      ...activitySummary(activity),
      status: { ...activitySummary(activity).status!, ...(status as Partial<ActivityStatus> | undefined) },
      ...rest,
      ...(type === 'RequestCancelTaskActivityEvent' && { cancellationRequested: true }),
    };
  });
}

import type { EventTasks } from '../event-catalogue';
import type { PostedEvent } from '../event-catalogue';
import { mergeAdditionalInfos } from '../arrays';
import { refuseFaults } from '../faults';
import { activityIdOf } from '../references';
import type { Task } from '../task';
import type { NewTaskFacts } from '../task-rules';
import { checkNewTask } from '../task-rules';
import type { Decision, Posting } from './decision';
import { fieldChanges } from './field-changes';
import { linksOf, newActivity } from './new-activity';
import { noticesOf } from './notices';

/**
 * What the creation of a task makes: the task under this id, allocated and sent to its supplier. Throws RequestRefused
 * with every rule that stands against it.
 */
export function createTask(
  event: PostedEvent<'CreateTaskEvent'>,
  id: string,
  posting: Posting,
  facts: NewTaskFacts,
): Decision {
  refuseFaults(checkNewTask(event.task, facts));
  const task = newTask(event.task, id, posting, facts);
  return {
    task,
    notices: noticesOf(undefined, event, task, posting),
    history: [
      { notificationType: 'CreateTaskEvent', partyId: posting.partyId, changes: fieldChanges(undefined, task) },
    ],
    links: linksOf(task.activities),
    cancelledBookings: [],
  };
}

function newTask(given: EventTasks['CreateTaskEvent'], id: string, posting: Posting, facts: NewTaskFacts): Task {
  const { now, partyId } = posting;
  const { allocation, activities, additionalInfos, ...rest } = given;
  const supplier = facts.suppliers.get(facts.supplierId ?? '');
  return {
    ...rest,
    id,
    requestorId: partyId,
    status: { status: 'Allocation', substate: 'Sent', dateTime: now },
    cancellationRequested: false,
    allocation: {
      workSupplier: { id: facts.supplierId ?? '', name: supplier?.name ?? '' },
      supplierAccepted: null,
      ...(allocation?.note !== undefined && { note: allocation.note }),
      allocatedDateTime: now,
    },
    additionalInfos: mergeAdditionalInfos([], additionalInfos, posting),
    activities: activities.map((each, index) => newActivity(each, activityIdOf(id, index + 1), facts, now)),
    createdDateTime: now,
    updatedDateTime: now,
    version: 1,
  };
}

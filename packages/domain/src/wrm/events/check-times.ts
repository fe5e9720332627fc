import type { EventType } from '../event-catalogue';
import { definitionOf } from '../event-catalogue';
import type { CodedFault } from '../faults';
import { fault } from '../faults';
import type { PartyRole } from '../party';
import type { Task } from '../task';
import { taskStateOf } from '../task';

/**
 * Whether the task's state takes this event from this role at all: nothing once it is closed; of a supplier little
 * before it has accepted the work, and little while the task is on hold.
 */
export function checkTimes(task: Task, type: EventType, role: PartyRole): CodedFault[] {
  const state = taskStateOf(task);
  const refused = (code: 'WRM-409-04' | 'WRM-409-05' | 'WRM-409-07', why: string): CodedFault[] => [
    fault(code, 'task', 'state', ['status'], `The task is ${state}: ${type} ${why}.`),
  ];
  if (task.status.status === 'Closed') return refused('WRM-409-07', 'is not possible any more');
  if (role === 'requestor') return [];
  const { also } = definitionOf(type);
  if (state === 'InProgress/OnHold' && !also.includes('onHold'))
    return refused('WRM-409-04', 'has to wait until it is resumed');
  if (task.status.status === 'Allocation' && !also.includes('beforeAcceptance')) {
    return refused('WRM-409-05', 'has to wait until it is accepted');
  }
  return [];
}

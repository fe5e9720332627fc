import type { StateMachine } from '../kernel';
import type { Activity } from './activity';
import type {
  AdditionalInfo,
  Asset,
  FileAttachment,
  InventoryItem,
  Product,
  Site,
  Source,
  SupplementaryReference,
} from './attributes';
import type { DateTime } from './date-time';
import type { TaskType, ValueOf, WorkType } from './enumerations';

export interface TaskStatus {
  status: ValueOf<'taskStatus'>;
  substate?: ValueOf<'taskSubstate'>;
  note?: string;
  dateTime: DateTime;
}

export interface Allocation {
  workSupplier: { id: string; name: string };
  /** Null until the supplier has answered. */
  supplierAccepted: boolean | null;
  rejectReason?: ValueOf<'rejectReason'>;
  rejectNote?: string;
  note?: string;
  allocatedDateTime: DateTime;
  respondedDateTime?: DateTime;
}

/** A work request: the members have the wire's names, except the requestor, whom the wire does not tell. */
export interface Task {
  id: string;
  requestorId: string;
  externalReference: string;
  taskType: TaskType;
  workType: WorkType;
  description?: string;
  priority: ValueOf<'priority'>;
  status: TaskStatus;
  cancellationRequested: boolean;
  allocation: Allocation;
  product?: Product;
  source?: Source;
  site: Site;
  supplementaryReferences: readonly SupplementaryReference[];
  assets: readonly Asset[];
  inventory: readonly InventoryItem[];
  fileAttachments: readonly FileAttachment[];
  additionalInfos: readonly AdditionalInfo[];
  activities: readonly Activity[];
  createdDateTime: DateTime;
  updatedDateTime: DateTime;
  closedDateTime?: DateTime;
  /** One more for every accepted event. */
  version: number;
}

export const taskStates = [
  'Allocation/Sent',
  'Allocation/Rejected',
  'InProgress',
  'InProgress/OnHold',
  'InProgress/CancelRequested',
  'Closed/Completed',
  'Closed/Incomplete',
  'Closed/Cancelled',
] as const;
export type TaskState = (typeof taskStates)[number];

export type TaskTrigger =
  | 'accept'
  | 'reject'
  | 'reallocate'
  | 'putOnHold'
  | 'resume'
  | 'cancel'
  | 'requestCancel'
  | 'closeCompleted'
  | 'closeIncomplete'
  | 'closeCancelled';

const inProgress = ['InProgress', 'InProgress/OnHold', 'InProgress/CancelRequested'] as const;
const allocation = ['Allocation/Sent', 'Allocation/Rejected'] as const;

/** The life of a task. What the state alone does not decide stands in `task-guards`. */
// prettier-ignore
export const taskMachine: StateMachine<TaskState, TaskTrigger> = {
  name: 'task',
  initial: 'Allocation/Sent',
  states: taskStates,
  transitions: {
    accept:          { from: ['Allocation/Sent'],                                        to: 'InProgress' },
    reject:          { from: ['Allocation/Sent', 'InProgress'],                          to: 'Allocation/Rejected' },
    reallocate:      { from: [...allocation, 'InProgress', 'InProgress/OnHold'],         to: 'Allocation/Sent' },
    putOnHold:       { from: ['InProgress'],                                             to: 'InProgress/OnHold' },
    resume:          { from: ['InProgress/OnHold'],                                      to: 'InProgress' },
    cancel:          { from: [...allocation, ...inProgress],                             to: 'Closed/Cancelled' },
    requestCancel:   { from: inProgress,                                                 to: 'InProgress/CancelRequested' },
    closeCompleted:  { from: inProgress,                                                 to: 'Closed/Completed' },
    closeIncomplete: { from: inProgress,                                                 to: 'Closed/Incomplete' },
    closeCancelled:  { from: inProgress,                                                 to: 'Closed/Cancelled' },
  },
};

export const taskStateOf = ({ status: { status, substate } }: Pick<Task, 'status'>): TaskState =>
  (substate ? `${status}/${substate}` : status) as TaskState;

/** The state in the two parts that the wire has. */
export function taskStatusParts(state: TaskState): Pick<TaskStatus, 'status' | 'substate'> {
  const [status, substate] = state.split('/') as [TaskStatus['status'], TaskStatus['substate']];
  return { status, ...(substate && { substate }) };
}

/** The same task in another state, with the note that came with the change. */
export const inState = (task: Task, state: TaskState, now: DateTime, note?: string): Task => ({
  ...task,
  status: { ...taskStatusParts(state), ...(note !== undefined && { note }), dateTime: now },
});

import type { WrmComponents } from '@switchyard/contracts';
import type { Task } from '@switchyard/domain/wrm';
import { taskOnWire } from '@switchyard/domain/wrm';
import type { Resource } from '@switchyard/http';
import { linkTo, resource } from '../shared/json-api';
import type { HistoryRow } from './history';
import type { ListedTaskRow } from './list-tasks';

export type TaskBody = WrmComponents['schemas']['Task'];
export type TaskSummaryBody = WrmComponents['schemas']['TaskSummary'];
export type HistoryBody = WrmComponents['schemas']['HistoryEntry'];

/** The members of a task, by the names that `fields` takes. */
export const taskFields = [
  'id',
  'externalReference',
  'taskType',
  'workType',
  'description',
  'priority',
  'status',
  'cancellationRequested',
  'allocation',
  'product',
  'source',
  'site',
  'supplementaryReferences',
  'assets',
  'inventory',
  'fileAttachments',
  'additionalInfos',
  'activities',
  'createdDateTime',
  'updatedDateTime',
  'closedDateTime',
  'version',
] as const satisfies readonly (keyof TaskBody)[];

/** The task, or its id and those of its members that are wanted. */
export function presentTask(task: Task, wanted: readonly string[] | undefined): TaskBody {
  const whole = taskOnWire(task) as TaskBody;
  if (!wanted) return whole;
  const names = taskFields.filter((name) => name === 'id' || wanted.includes(name));
  return Object.fromEntries(names.map((name) => [name, whole[name]])) as TaskBody;
}

export const presentListedTask = ({ details, activities }: ListedTaskRow): TaskSummaryBody => ({
  id: details.id,
  externalReference: details.externalReference,
  taskType: details.taskType,
  workType: details.workType,
  ...(details.description !== undefined && { description: details.description }),
  priority: details.priority,
  status: details.status,
  cancellationRequested: details.cancellationRequested,
  workSupplier: details.allocation.workSupplier,
  ...(details.product && { product: details.product }),
  activities: activities.map(({ category, state, ...activity }) => ({ ...activity, status: { category, state } })),
  createdDateTime: details.createdDateTime,
  updatedDateTime: details.updatedDateTime,
  ...(details.closedDateTime !== undefined && { closedDateTime: details.closedDateTime }),
  version: details.version,
});

/**
 * An entry of a task's history. To a supplier who took a task over it does not tell what the supplier before had made
 * of it.
 */
export const presentHistory = (row: HistoryRow, hidesBefore: boolean): HistoryBody => ({
  sequence: row.sequence,
  notificationId: row.notification_id,
  notificationType: row.notification_type,
  partyId: row.party_id,
  receivedDateTime: row.at.toISOString(),
  changes: hidesBefore && row.is_handover ? row.changes.map((change) => ({ ...change, from: null })) : row.changes,
});

type Activities = readonly { id: string; schedule?: { appointmentBookingId?: string } }[];

const activityResources = (taskId: string, activities: Activities): Resource[] =>
  activities.map((activity) =>
    resource('activities', activity.id, activity, {
      task: linkTo('tasks', taskId),
      appointment: linkTo('appointments', activity.schedule?.appointmentBookingId),
    }),
  );

/** A task as a resource; one that was asked for without its supplier or activities has no such relations. */
export const taskResource = (task: TaskBody): Resource =>
  resource(
    'tasks',
    task.id,
    task,
    {
      ...(task.allocation && { work_supplier: linkTo('parties', task.allocation.workSupplier.id) }),
      ...(task.activities && { activities: activityResources(task.id, task.activities) }),
    },
    ['activities'],
  );

export const listedTaskResource = (task: TaskSummaryBody): Resource =>
  resource(
    'tasks',
    task.id,
    task,
    {
      work_supplier: linkTo('parties', task.workSupplier.id),
      activities: activityResources(task.id, task.activities),
    },
    ['workSupplier', 'activities'],
  );

export const historyResource = (taskId: string, entry: HistoryBody): Resource =>
  resource(
    'history-entries',
    `${taskId}/${entry.sequence}`,
    entry,
    { task: linkTo('tasks', taskId), notification: linkTo('notifications', entry.notificationId) },
    ['notificationId'],
  );

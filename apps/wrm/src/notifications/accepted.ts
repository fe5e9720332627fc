import type { WrmComponents } from '@switchyard/contracts';
import type { Task, Warning } from '@switchyard/domain/wrm';
import { taskStateOf, taskStatusParts } from '@switchyard/domain/wrm';

export type NotificationAccepted = WrmComponents['schemas']['NotificationAccepted'];

/** What the poster of an event is told: where the task and all of its activities stand now. */
export const presentAccepted = (
  notificationId: string,
  status: NotificationAccepted['status'],
  task: Task,
  warnings: readonly Warning[],
): NotificationAccepted => ({
  notificationId,
  status,
  task: {
    id: task.id,
    status: taskStatusParts(taskStateOf(task)),
    version: task.version,
    activities: task.activities.map(({ id, externalReference, status: { category, state } }) => ({
      id,
      externalReference,
      status: { category, state },
    })),
  },
  warnings: [...warnings],
});

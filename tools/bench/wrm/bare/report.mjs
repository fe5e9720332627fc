import { createHash } from 'node:crypto';
import { together } from '../../bare/database.mjs';

const changeActivity = {
  name: 'change-activity',
  text: `update activity set category = $2, state = $3, details = details || $4::jsonb where id = $1`,
};

const insertNotification = {
  name: 'insert-notification',
  text: `
    insert into notification (id, direction, party_id, type, linked_id, subscriber_id, task_id, at, body, fingerprint, result)
    values ($1, 'inbound', 'FIELDWORKS', $2, $3, $4, $5, $6, $7, $8, $9)`,
};

/** Stores the state that is reported and the report itself; answers as the service does, of a task that has not moved on. */
export async function storeReport(text) {
  const event = JSON.parse(text);
  const { notificationId, notificationType, linkedNotificationId, subscriberId, task } = event;
  const [{ id: activityId, status }] = task.activities;
  const now = new Date().toISOString();
  const result = JSON.stringify({
    notificationId,
    status: 'Accepted',
    task: {
      id: task.id,
      status: { status: 'InProgress' },
      version: 3,
      activities: [
        { id: activityId, externalReference: 'ACT-1', status: { category: status.category, state: status.state } },
      ],
    },
    warnings: [],
  });
  await together([
    {
      ...changeActivity,
      values: [activityId, status.category, status.state, JSON.stringify({ status: { ...status, dateTime: now } })],
    },
    {
      ...insertNotification,
      values: [
        ...[notificationId, notificationType, linkedNotificationId, subscriberId, task.id, now, text],
        ...[createHash('sha256').update(text).digest(), result],
      ],
    },
  ]);
  return result;
}

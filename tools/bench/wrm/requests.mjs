import { randomUUID } from 'node:crypto';
import { activityId, linkOf, numberOf, subscriptions, taskId } from './tasks.mjs';

/**
 * The n-th request of a work, for either server.
 * @param {{ tasks: number }} targets how many tasks there are
 * @returns {{ method: string, path: string, body: object }}
 */
export const requestOf = {
  /** Each task once: every event makes an accepted activity a scheduled one. */
  status: (n, { tasks }) => ({ method: 'POST', path: '/notifications', body: reportOf(numberOf(n, tasks)) }),
};

const reportOf = (number) => ({
  notificationType: 'UpdateTaskActivityStatusEvent',
  notificationId: randomUUID(),
  linkedNotificationId: linkOf(number),
  notificationDateTime: new Date().toISOString(),
  subscriberId: subscriptions.FIELDWORKS,
  task: {
    id: taskId(number),
    activities: [
      { id: activityId(number), status: { category: 'Open', state: 'Scheduled', note: 'Booked with site' } },
    ],
  },
});

/** The headers that both servers are sent; an event is known by its own id. */
export const headersOf = (_request, host, { authorization }) => ({
  Host: host,
  Authorization: authorization,
  Accept: 'application/json',
  'Content-Type': 'application/json',
});

import type { WrmComponents } from '@switchyard/contracts';
import type { NotificationAccepted } from '../notifications/accepted';

export type TriggerResult = WrmComponents['schemas']['TriggerResult'];

/** What a trigger came to: the event that was posted, and where the task stands. */
export const presentResult = ({ notificationId, task: { id, status } }: NotificationAccepted): TriggerResult => ({
  notificationId,
  task: { id, status },
});

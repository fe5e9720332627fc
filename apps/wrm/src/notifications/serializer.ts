import type { WrmComponents } from '@switchyard/contracts';
import type { Relationship, Resource } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import { presentDelivery } from '../deliveries/serializer';
import { linkTo, resource } from '../shared/json-api';
import type { FullNotification } from './get-notification';
import type { NotificationRow } from './repository';

export type SummaryBody = WrmComponents['schemas']['NotificationSummary'];
export type DetailBody = WrmComponents['schemas']['NotificationDetail'];

export const presentSummary = (row: NotificationRow): SummaryBody => ({
  sequence: row.sequence,
  notificationId: row.id,
  direction: row.direction,
  notificationType: row.type,
  linkedNotificationId: row.linked_id,
  partyId: row.party_id,
  taskId: row.task_id,
  dateTime: row.at.toISOString(),
  body: row.body,
});

export const presentDetail = ({ notification, deliveries }: FullNotification): DetailBody => ({
  ...presentSummary(notification),
  result: notification.result,
  deliveries: deliveries.map(presentDelivery),
});

const related = ({ taskId, linkedNotificationId }: SummaryBody): Record<string, Relationship> => ({
  task: linkTo('tasks', taskId),
  linked_notification: linkTo('notifications', linkedNotificationId),
});

const inRelations = ['notificationId', 'taskId', 'linkedNotificationId', 'deliveries'];

export const summaryResource = (body: SummaryBody): Resource =>
  resource('notifications', body.notificationId, body, related(body), inRelations);

export const detailResource = (body: DetailBody): Resource =>
  resource(
    'notifications',
    body.notificationId,
    body,
    { ...related(body), deliveries: body.deliveries.map(({ deliveryId }) => identifier('deliveries', deliveryId)) },
    inRelations,
  );

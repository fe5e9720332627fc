import type { Connection, Sql } from '@switchyard/db';
import { literal, sql } from '@switchyard/db';
import type { NotificationFilters } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import type { PageRequest } from '../shared/paging';
import { refuseCursor } from '../shared/paging';
import { ofOwnParty } from '../shared/sight';
import type { NotificationRow } from './repository';
import { findNotifications } from './repository';

/** A page of what the caller's party has posted and is sent, by its sequence, and one more. */
export function listNotifications(
  db: Connection,
  caller: Caller,
  filters: NotificationFilters,
  { after, limit }: PageRequest,
): Promise<NotificationRow[]> {
  if (after && !/^\d{1,15}$/.test(after.key)) refuseCursor();
  const cursor = after ? [sql`sequence > ${Number(after.key)}`] : [];
  const own = ofOwnParty(caller, literal('notification.party_id'));
  return findNotifications(db, [own, ...conditionsOf(filters), ...cursor], limit + 1);
}

function conditionsOf(filters: NotificationFilters): Sql[] {
  const { direction, notificationType, taskId, linkedNotificationId, subscriberId, from, to, after } = filters;
  return [
    ...(direction ? [sql`direction = ${direction}`] : []),
    ...(notificationType ? [sql`type = ${notificationType}`] : []),
    ...(taskId === undefined ? [] : [sql`task_id = ${taskId}`]),
    ...(linkedNotificationId === undefined ? [] : [sql`linked_id = ${linkedNotificationId.toLowerCase()}`]),
    ...(subscriberId === undefined ? [] : [ofSubscriber(subscriberId)]),
    ...(from ? [sql`at >= ${from}`] : []),
    ...(to ? [sql`at < ${to}`] : []),
    ...(after === undefined ? [] : [sql`sequence > ${Number(after)}`]),
  ];
}

/** Posted under the subscription, or sent to it; its party narrows this to the rows that can be meant. */
const ofSubscriber = (id: string): Sql => sql`party_id = (select party_id from subscriber where id = ${id})
  and (subscriber_id = ${id} or exists (
    select from webhook_delivery delivery
    where delivery.notification_id = notification.id::text and delivery.endpoint_id = ${id}))`;

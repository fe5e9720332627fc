import type { Connection, Sql } from '@switchyard/db';
import { literal, sql } from '@switchyard/db';
import type { DateTime } from '@switchyard/domain/wrm';
import { eventTypes, notifyTypes } from '@switchyard/domain/wrm';
import type { Caller } from '../caller';
import type { PageRequest } from '../shared/paging';
import { pageIn, refuseCursor } from '../shared/paging';
import { QueryReader } from '../shared/query';
import { ofOwnParty } from '../shared/sight';
import type { NotificationRow } from './repository';
import { findNotifications } from './repository';

export interface NotificationFilters {
  direction: 'inbound' | 'outbound' | undefined;
  type: string | undefined;
  taskId: string | undefined;
  linkedId: string | undefined;
  subscriberId: string | undefined;
  from: DateTime | undefined;
  to: DateTime | undefined;
  /** Only what has a greater sequence. */
  after: number | undefined;
}

export interface NotificationsQuestion {
  filters: NotificationFilters;
  page: PageRequest;
}

/** Reads what a list is narrowed to, and its page. Throws RequestRefused, 400, with every parameter that is wrong. */
export function readQuestion(query: Readonly<Record<string, string | undefined>>): NotificationsQuestion {
  const { page, faults } = pageIn(query);
  const reader = new QueryReader(query);
  const filters: NotificationFilters = {
    direction: reader.oneOf('direction', ['inbound', 'outbound']),
    type: reader.oneOf('notificationType', [...eventTypes, ...notifyTypes]),
    taskId: reader.text('taskId'),
    linkedId: reader.text('linkedNotificationId')?.toLowerCase(),
    subscriberId: reader.text('subscriberId'),
    from: reader.instant('from'),
    to: reader.instant('to'),
    after: reader.count('after'),
  };
  reader.add(faults);
  reader.check();
  return { filters, page };
}

/** A page of what the caller's party has posted and is sent, by its sequence, and one more. */
export function listNotifications(
  db: Connection,
  caller: Caller,
  { filters, page: { after, limit } }: NotificationsQuestion,
): Promise<NotificationRow[]> {
  if (after && !/^\d{1,15}$/.test(after.key)) refuseCursor();
  const cursor = after ? [sql`sequence > ${Number(after.key)}`] : [];
  const own = ofOwnParty(caller, literal('notification.party_id'));
  return findNotifications(db, [own, ...conditionsOf(filters), ...cursor], limit + 1);
}

function conditionsOf({ direction, type, taskId, linkedId, subscriberId, from, to, after }: NotificationFilters): Sql[] {
  return [
    ...(direction ? [sql`direction = ${direction}`] : []),
    ...(type ? [sql`type = ${type}`] : []),
    ...(taskId === undefined ? [] : [sql`task_id = ${taskId}`]),
    ...(linkedId === undefined ? [] : [sql`linked_id = ${linkedId}`]),
    ...(subscriberId === undefined ? [] : [ofSubscriber(subscriberId)]),
    ...(from ? [sql`at >= ${from}`] : []),
    ...(to ? [sql`at < ${to}`] : []),
    ...(after === undefined ? [] : [sql`sequence > ${after}`]),
  ];
}

/** Posted under the subscription, or sent to it; its party narrows this to the rows that can be meant. */
const ofSubscriber = (id: string): Sql => sql`party_id = (select party_id from subscriber where id = ${id})
  and (subscriber_id = ${id} or exists (
    select from webhook_delivery delivery
    where delivery.notification_id = notification.id::text and delivery.endpoint_id = ${id}))`;

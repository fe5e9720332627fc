import { createHash } from 'node:crypto';
import type { Connection, Sql, Transaction } from '@switchyard/db';
import { all, literal, prepared, sql } from '@switchyard/db';
import type { EventType, NotifyType } from '@switchyard/domain/wrm';
import { canonicalJson } from '@switchyard/domain/wrm';
import type { NotificationAccepted } from './accepted';

/** The digest of a body, whatever the order of its keys and the spelling of its numbers. */
export const fingerprintOf = (body: unknown): Buffer => createHash('sha256').update(canonicalJson(body)).digest();

/** An event as it was accepted. */
export interface Inbound {
  id: string;
  partyId: string;
  type: EventType;
  linkedId: string | undefined;
  subscriberId: string;
  taskId: string;
  at: Date;
  /** As it was posted. */
  body: unknown;
  result: NotificationAccepted;
}

/** A notification to a party. */
export interface Outbound {
  id: string;
  partyId: string;
  type: NotifyType;
  /** The event that caused it. */
  linkedId: string;
  /** The first subscription that it is sent to; null where the party has none for it. */
  subscriberId: string | null;
  taskId: string;
  /** Place among the notifications of the task to this party, from 1. */
  taskSequence: number;
  at: Date;
  /** JSON. */
  body: string;
}

// Numbers follow the order of the commits, or a reader that asks for what came after a number could miss one.
const inOrder = prepared('notifications-in-order', `select pg_advisory_xact_lock(hashtext('notification.sequence'))`);

/**
 * Numbers notifications as one, until the commit: nothing that others may hold is to be asked for after this.
 */
export const holdSequence = (tx: Transaction): void => tx.send(inOrder);

const insertInbound = prepared(
  'notification-inbound-insert',
  `insert into notification (id, direction, party_id, type, linked_id, subscriber_id, task_id, at, body, fingerprint, result)
   values ($1, 'inbound', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** The sequence must be held. */
export function insertInboundNotification(tx: Transaction, event: Inbound): void {
  const { id, partyId, type, linkedId = null, subscriberId, taskId, at, body, result } = event;
  tx.send(insertInbound, [
    ...[id, partyId, type, linkedId, subscriberId, taskId, at, JSON.stringify(body)],
    ...[fingerprintOf(body), JSON.stringify(result)],
  ]);
}

const insertOutbound = prepared(
  'notification-outbound-insert',
  `insert into notification (id, direction, party_id, type, linked_id, subscriber_id, task_id, task_sequence, at, body)
   values ($1, 'outbound', $2, $3, $4, $5, $6, $7, $8, $9)`,
);

/** The sequence must be held. */
export function insertOutboundNotification(tx: Transaction, notification: Outbound): void {
  const { id, partyId, type, linkedId, subscriberId, taskId, taskSequence, at, body } = notification;
  tx.send(insertOutbound, [id, partyId, type, linkedId, subscriberId, taskId, taskSequence, at, body]);
}

const last = prepared<{ party_id: string; sequence: number }>(
  'notification-last-sequences',
  `select party_id, max(task_sequence) as sequence from notification
   where task_id = $1 and task_sequence is not null group by party_id`,
);

/** The number of the last notification of the task to each party. It stands as long as the task is held. */
export async function lastSequences(db: Connection, taskId: string): Promise<Map<string, number>> {
  return new Map((await db.rows(last, [taskId])).map(({ party_id, sequence }) => [party_id, sequence]));
}

const holdId = prepared('notification-hold-id', `select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))`);
const earlier = prepared<{ fingerprint: Buffer; result: NotificationAccepted }>(
  'notification-earlier',
  `select fingerprint, result from notification where party_id = $1 and id = $2::uuid and direction = 'inbound'`,
);

/** What was answered to an event of this name; a parallel one of the same name is waited for. */
export function findAnswered(
  tx: Transaction,
  partyId: string,
  id: string,
): Promise<{ fingerprint: Buffer; result: NotificationAccepted } | undefined> {
  tx.send(holdId, [partyId, id]);
  return tx.first(earlier, [partyId, id]);
}

const ofTask = prepared<{ found: boolean }>(
  'notification-of-task',
  'select exists (select from notification where task_id = $1 and id::text = $2) as found',
);

/** Whether a notification of this task, in either direction, has this id. */
export const isOfTask = async (db: Connection, taskId: string, id: string): Promise<boolean> =>
  (await db.first(ofTask, [taskId, id]))!.found;

export interface NotificationRow {
  sequence: number;
  id: string;
  direction: 'inbound' | 'outbound';
  party_id: string;
  type: EventType | NotifyType;
  linked_id: string | null;
  task_id: string | null;
  task_sequence: number | null;
  at: Date;
  body: Record<string, unknown>;
  result: NotificationAccepted | null;
}

const columns = literal('sequence, id, direction, party_id, type, linked_id, task_id, task_sequence, at, body, result');

/** Those that meet the conditions, by their sequence. */
export const findNotifications = (
  db: Connection,
  conditions: readonly Sql[],
  limit: number,
): Promise<NotificationRow[]> =>
  db.rows<NotificationRow>(
    sql`select ${columns} from notification where ${all(conditions)} order by sequence limit ${limit}`,
  );

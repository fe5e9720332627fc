import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

/** One notification for one endpoint. */
export interface NewDelivery {
  /** The public id of the delivery, a UUID; it never changes. */
  id: string;
  endpointId: string;
  /** What is told in order, for example a task's id; null for something outside every order, such as a ping. */
  lane: string | null;
  /** What a receiver is told of its place; absent: that within its lane, none outside the lanes. */
  sequence?: number;
  /** It is not sent before; absent: at once. */
  notBefore?: Date;
  /** By which a receiver knows a repeat; unique for the endpoint. */
  notificationId: string;
  type: string;
  /** What it is about, to find it again. */
  subject?: string;
  /** The exact bytes; text is taken as UTF-8. */
  body: string | Uint8Array;
  /** `application/json; charset=utf-8` when absent. */
  contentType?: string;
}

// The lane's row stays locked until the commit, so that its numbers follow the order of the commits.
const insert = prepared(
  'webhook-enqueue',
  `with lane as (
     insert into webhook_lane as lane (endpoint_id, key, last_position, due_at)
     select id, $3, 1, $12::timestamptz from webhook_endpoint where id = $2 and state <> 'closed'
     on conflict (endpoint_id, key, redelivery) do update
       set last_position = lane.last_position + 1, due_at = coalesce(lane.due_at, excluded.due_at)
     returning id, last_position)
   insert into webhook_delivery (id, endpoint_id, lane_id, position, sequence, notification_id, type, subject, body,
     content_type, state, series_from, next_attempt_at, created_at)
   select $1, $2, lane.id, lane.last_position, coalesce($11::bigint, case when $10::boolean then lane.last_position end), $4, $5, $6,
     $7, $8, 'waiting', $12, $12, $9::timestamptz
   from lane`,
);
const announce = prepared('webhook-announce', `select pg_notify(current_schema() || ':webhooks', '')`);

/**
 * Records deliveries, in their order, in the transaction that made them true; the dispatchers of all processes wake at
 * its commit. A delivery to a closed endpoint is not recorded. A second one of the same notification to the same
 * endpoint makes the commit fail with UniqueViolation.
 */
export function enqueue(tx: Transaction, deliveries: readonly NewDelivery[], now: Date): void {
  if (deliveries.length === 0) return;
  for (const each of [...deliveries].sort(byLane)) {
    const { id, endpointId, lane, notificationId, type, subject = null, sequence = null, notBefore = now, body } = each;
    const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length);
    const contentType = each.contentType ?? 'application/json; charset=utf-8';
    const inOrder = lane !== null;
    // A lane of its own is no order at all.
    const key = lane ?? `alone:${id}`;
    const facts = [notificationId, type, subject, bytes, contentType, now, inOrder, sequence, notBefore];
    tx.send(insert, [id, endpointId, key, ...facts]);
  }
  tx.send(announce);
}

/** All transactions lock lanes in one order; within a lane the given one stays. */
function byLane(one: NewDelivery, other: NewDelivery): number {
  const [a, b] = [one, other].map(({ endpointId, lane, id }) => `${endpointId} ${lane ?? id}`) as [string, string];
  return a < b ? -1 : a > b ? 1 : 0;
}

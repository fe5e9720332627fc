import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';

const setUrl = prepared('webhook-endpoint-url', 'update webhook_endpoint set url = $2 where id = $1 returning id');

/** Sends to another URL from the next attempt on. Throws NotFound. */
export async function changeUrl(tx: Transaction, id: string, url: string): Promise<void> {
  if (!(await tx.first(setUrl, [id, url]))) throw new NotFound('endpoint', id);
}

const hold = prepared(
  'webhook-endpoint-hold',
  `update webhook_endpoint set state = 'held', held_reason = $2 where id = $1 and state <> 'closed'`,
);

/** Keeps what is due for the endpoint until it is resumed; a closed one stays closed. */
export function holdEndpoint(tx: Transaction, id: string, reason: string): void {
  tx.send(hold, [id, reason]);
}

const resume = prepared(
  'webhook-endpoint-resume',
  `update webhook_endpoint set state = 'active', held_reason = null, active_since = $2, failing_since = null,
     alerted_at = null, paused_until = null, probation = 0
   where id = $1 and state <> 'closed'`,
);
const busyLanes = 'select id from webhook_lane where endpoint_id = $1 and due_at is not null';
const lockLanes = prepared(
  'webhook-endpoint-lock-lanes',
  'select from webhook_lane where endpoint_id = $1 and due_at is not null order by id for update',
);
const wakeDeliveries = prepared(
  'webhook-endpoint-wake-deliveries',
  `update webhook_delivery set next_attempt_at = $2, failures = 0
   where state = 'waiting' and lane_id in (${busyLanes})`,
);
const wakeLanes = prepared(
  'webhook-endpoint-wake-lanes',
  'update webhook_lane set due_at = $2 where endpoint_id = $1 and due_at is not null',
);
const announce = prepared('webhook-endpoint-announce', `select pg_notify(current_schema() || ':webhooks', '')`);

/** Sends again: what was kept is due at once, in its order, and has all its attempts before it. */
export function resumeEndpoint(tx: Transaction, id: string, now: Date): void {
  tx.send(resume, [id, now]);
  tx.send(lockLanes, [id]);
  tx.send(wakeDeliveries, [id, now]);
  tx.send(wakeLanes, [id, now]);
  tx.send(announce);
}

const close = prepared(
  'webhook-endpoint-close',
  `update webhook_endpoint set state = 'closed', held_reason = null where id = $1`,
);
const cancelDeliveries = prepared(
  'webhook-endpoint-cancel-deliveries',
  `update webhook_delivery set state = 'cancelled', next_attempt_at = null, leased_by = null, finished_at = $2
   where state in ('waiting', 'leased') and lane_id in (${busyLanes})`,
);
const emptyLanes = prepared(
  'webhook-endpoint-empty-lanes',
  'update webhook_lane set due_at = null where endpoint_id = $1 and due_at is not null',
);

/** Sends nothing more, ever: what is undelivered is cancelled, the log stays. */
export function closeEndpoint(tx: Transaction, id: string, now: Date): void {
  tx.send(close, [id]);
  tx.send(lockLanes, [id]);
  tx.send(cancelDeliveries, [id, now]);
  tx.send(emptyLanes, [id]);
}

import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { Conflict, NotFound } from '@switchyard/domain';

const lockLane = prepared<{ id: number }>(
  'webhook-skip-lane',
  `select id from webhook_lane
   where id = (select lane_id from webhook_delivery where id = $1) for update`,
);
const abandon = prepared<{ id: string }>(
  'webhook-skip',
  `update webhook_delivery set state = 'skipped', next_attempt_at = null, leased_by = null, finished_at = $2
   where id = $1 and state in ('waiting', 'leased') returning id`,
);
// A lane whose head is under way is freed when that has ended.
const moveOn = prepared(
  'webhook-skip-move-on',
  `update webhook_lane lane
   set due_at = (select next_attempt_at from webhook_delivery
     where lane_id = lane.id and state = 'waiting' order by position limit 1)
   where id = $1 and leased_by is null`,
);
const announce = prepared('webhook-skip-announce', `select pg_notify(current_schema() || ':webhooks', '')`);

/**
 * Abandons a delivery, so that its lane moves on; a request that is under way is not called back. Throws NotFound, and
 * Conflict `finished` when it is over already.
 */
export async function skip(tx: Transaction, id: string, now: Date): Promise<void> {
  const lane = await tx.first(lockLane, [id]);
  if (!lane) throw new NotFound('delivery', id);
  if (!(await tx.first(abandon, [id, now]))) throw new Conflict('finished');
  tx.send(moveOn, [lane.id]);
  tx.send(announce);
}

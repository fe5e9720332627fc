import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

const refresh = prepared(
  'webhook-lanes-refresh',
  `update webhook_lane lane
   set leased_by = null, due_at = (
     select next_attempt_at from webhook_delivery
     where lane_id = lane.id and state = 'waiting' order by position limit 1)
   where id = any($1)`,
);

/**
 * Frees lanes, due when their heads are. The caller must have locked them in an earlier statement: this one then sees
 * every delivery that was added before.
 */
export function refreshLanes(tx: Transaction, ids: readonly number[]): void {
  if (ids.length > 0) tx.send(refresh, [ids]);
}

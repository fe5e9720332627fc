import type { Database, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { DeadLetter, Happening } from './happening';
import { refreshLanes } from './lanes';

const BATCH = 1_000;
const ERROR = 'HELD_TOO_LONG';

interface ExpiredRow {
  id: string;
  lane_id: number;
  endpoint_id: string;
  notification_id: string;
  type: string;
}

const find = prepared<{ lane_id: number }>(
  'webhook-expire-find',
  `select distinct lane.id as lane_id
   from webhook_endpoint endpoint
   join webhook_lane lane on lane.endpoint_id = endpoint.id and lane.due_at is not null and lane.leased_by is null
   join webhook_delivery delivery on delivery.lane_id = lane.id and delivery.state = 'waiting'
   where endpoint.state = 'held' and delivery.series_from <= $1
   limit ${BATCH}`,
);
const lock = prepared<{ id: number }>(
  'webhook-expire-lock',
  'select id from webhook_lane where id = any($1) and leased_by is null for update skip locked',
);
const expire = prepared<ExpiredRow>(
  'webhook-expire',
  `update webhook_delivery set state = 'dead', next_attempt_at = null, finished_at = $3, last_error = '${ERROR}'
   where lane_id = any($1) and state = 'waiting' and series_from <= $2
   returning id, lane_id, endpoint_id, notification_id, type`,
);

export interface Expiry {
  /** What has been waiting since then or longer is given up. */
  waitingSince: Date;
  now: Date;
  record(tx: Transaction, happenings: readonly Happening[]): void | Promise<void>;
}

/** Gives up what held endpoints have kept for too long; gives the number of deliveries. */
export async function expireHeld(db: Database, { waitingSince, now, record }: Expiry): Promise<number> {
  return db.transaction(async (tx) => {
    const candidates = (await tx.rows(find, [waitingSince])).map(({ lane_id }) => lane_id);
    if (candidates.length === 0) return 0;
    const lanes = (await tx.rows(lock, [candidates])).map(({ id }) => id);
    const expired = await tx.rows(expire, [lanes, waitingSince, now]);
    refreshLanes(tx, lanes);
    if (expired.length > 0) await record(tx, expired.map(toDeadLetter));
    return expired.length;
  });
}

const toDeadLetter = (row: ExpiredRow): DeadLetter => ({
  kind: 'dead',
  endpointId: row.endpoint_id,
  deliveryId: row.id,
  notificationId: row.notification_id,
  type: row.type,
  error: ERROR,
});

import type { Connection, Database, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { Conflict, NotFound } from '@switchyard/domain';
import type { SecretBox } from '../secret-box';

const setUrl = prepared('webhook-endpoint-url', 'update webhook_endpoint set url = $2 where id = $1 returning id');

/** Sends to another URL from the next attempt on. Throws NotFound. */
export async function changeUrl(tx: Transaction, id: string, url: string): Promise<void> {
  if (!(await tx.first(setUrl, [id, url]))) throw new NotFound('endpoint', id);
}

interface SecretRow {
  id: string;
  secret: string;
  previous_secret: string | null;
  previous_until: Date | null;
  basic_credentials: string | null;
}

const secretColumns = 'id, secret, previous_secret, previous_until, basic_credentials';
const secretOf = prepared<SecretRow>(
  'webhook-endpoint-secret',
  `select ${secretColumns} from webhook_endpoint where id = $1`,
);
const lockSecret = prepared<SecretRow>(
  'webhook-endpoint-lock-secret',
  `select ${secretColumns} from webhook_endpoint where id = $1 for no key update`,
);
const setSecret = prepared(
  'webhook-endpoint-rotate',
  `update webhook_endpoint set secret = $2, previous_secret = $3, previous_until = $4 where id = $1`,
);

/** The secret that signs now. Throws NotFound. */
export async function readSecret(db: Connection, secrets: SecretBox, id: string): Promise<string> {
  const row = await db.first(secretOf, [id]);
  if (!row) throw new NotFound('endpoint', id);
  return secrets.open(row.secret, id);
}

export interface Rotation {
  id: string;
  secret: string;
  /** Until then the previous secret signs too; an instant that is past ends its use at once. */
  previousUntil: Date;
  now: Date;
}

/** Signs with another secret from now on. Throws NotFound, and Conflict while an earlier rotation is still open. */
export async function rotateSecret(tx: Transaction, secrets: SecretBox, rotation: Rotation): Promise<void> {
  const { id, secret, previousUntil, now } = rotation;
  const row = await tx.first(lockSecret, [id]);
  if (!row) throw new NotFound('endpoint', id);
  if (row.previous_until && row.previous_until > now)
    throw new Conflict('rotation_open', { until: row.previous_until });
  const overlaps = previousUntil > now;
  tx.send(setSecret, [id, secrets.seal(secret, id), overlaps ? row.secret : null, overlaps ? previousUntil : null]);
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

const allSecrets = prepared<SecretRow>(
  'webhook-endpoint-all-secrets',
  `select ${secretColumns} from webhook_endpoint order by id for no key update`,
);
const reseal = prepared(
  'webhook-endpoint-reseal',
  `update webhook_endpoint set secret = $2, previous_secret = $3, basic_credentials = $4 where id = $1`,
);

/** After a change of key: seals everything under the current one. Gives how many endpoints were sealed again. */
export async function resealSecrets(db: Database, secrets: SecretBox): Promise<number> {
  return db.transaction(async (tx) => {
    const stale = (await tx.rows(allSecrets)).filter((row) =>
      sealedTexts(row).some((text) => !secrets.isCurrent(text)),
    );
    for (const { id, secret, previous_secret, basic_credentials } of stale) {
      const again = (text: string | null): string | null => text && secrets.seal(secrets.open(text, id), id);
      tx.send(reseal, [id, again(secret), again(previous_secret), again(basic_credentials)]);
    }
    return stale.length;
  });
}

const sealedTexts = (row: SecretRow): string[] =>
  [row.secret, row.previous_secret, row.basic_credentials].filter((text) => text !== null);

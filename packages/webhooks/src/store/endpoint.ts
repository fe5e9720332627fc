import type { Connection, SecretBox, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';

export type EndpointState = 'active' | 'held' | 'closed';

/** Where deliveries go, without its secrets. The service keeps its own resource around it, under the same id. */
export interface Endpoint {
  id: string;
  url: string;
  /** Names the request style that the dispatcher was given. */
  style: string;
  /** Names a retry profile that the dispatcher was given; null for its own. */
  profile: string | null;
  /** Requests at a time, over all processes. */
  maxInFlight: number;
  /** `held`: deliveries are kept, in order, and not sent. `closed`: for good. */
  state: EndpointState;
  /** Why it is held: `gone`, `blocked` and `failing` are the engine's, all others the service's. */
  heldReason: string | null;
  /** Since when every attempt has failed; null while all is well. */
  failingSince: Date | null;
  /** Not sent to before this instant, at its own wish. */
  pausedUntil: Date | null;
  /** Until when the previous secret signs too; null when no rotation is open. */
  previousSecretUntil: Date | null;
}

export interface NewEndpoint {
  id: string;
  url: string;
  style: string;
  profile?: string;
  /** 8 when absent. */
  maxInFlight?: number;
  secret: string;
  basic?: BasicCredentials;
  /** Absent: active at once. */
  heldReason?: string;
}

export interface BasicCredentials {
  user: string;
  password: string;
}

interface EndpointRow {
  id: string;
  url: string;
  style: string;
  profile: string | null;
  max_in_flight: number;
  state: EndpointState;
  held_reason: string | null;
  failing_since: Date | null;
  paused_until: Date | null;
  previous_until: Date | null;
}

const insert = prepared(
  'webhook-endpoint-insert',
  `insert into webhook_endpoint
     (id, url, style, profile, max_in_flight, secret, basic_credentials, state, held_reason, active_since)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $8 = 'active' then $10::timestamptz end)`,
);

export function createEndpoint(tx: Transaction, secrets: SecretBox, endpoint: NewEndpoint, now: Date): void {
  const { id, url, style, profile = null, maxInFlight = 8, secret, basic, heldReason = null } = endpoint;
  const credentials = basic ? secrets.seal(`${basic.user}:${basic.password}`, id) : null;
  const state = heldReason === null ? 'active' : 'held';
  tx.send(insert, [
    id,
    url,
    style,
    profile,
    maxInFlight,
    secrets.seal(secret, id),
    credentials,
    state,
    heldReason,
    now,
  ]);
}

const columns = `id, url, style, profile, max_in_flight, state, held_reason, failing_since, paused_until, previous_until`;
const byIds = prepared<EndpointRow>(
  'webhook-endpoints',
  `select ${columns} from webhook_endpoint where id = any($1) order by id`,
);

/** Those of the endpoints that exist, in the order of their ids. */
export async function listEndpoints(db: Connection, ids: readonly string[]): Promise<Endpoint[]> {
  return (await db.rows(byIds, [ids])).map(toEndpoint);
}

/** Throws NotFound. */
export async function getEndpoint(db: Connection, id: string): Promise<Endpoint> {
  const [endpoint] = await listEndpoints(db, [id]);
  if (!endpoint) throw new NotFound('endpoint', id);
  return endpoint;
}

const toEndpoint = (row: EndpointRow): Endpoint => ({
  id: row.id,
  url: row.url,
  style: row.style,
  profile: row.profile,
  maxInFlight: row.max_in_flight,
  state: row.state,
  heldReason: row.held_reason,
  failingSince: row.failing_since,
  pausedUntil: row.paused_until,
  previousSecretUntil: row.previous_until,
});

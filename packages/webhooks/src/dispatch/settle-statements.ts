import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { AttemptResult, Claimed, Ended } from './claimed';
import type { Health } from './health';

/** How one delivery goes on. */
export interface Settlement {
  claimed: Claimed;
  /** Null when it is given back untried. */
  result: AttemptResult | null;
  state: 'waiting' | 'delivered' | 'dead';
  nextAttemptAt: Date | null;
}

interface LaneRow {
  id: number;
  leased_by: string | null;
}

interface HealthRow {
  id: string;
  state: Health['state'];
  failing_since: Date | null;
  alerted_at: Date | null;
  paused_until: Date | null;
  probation: number;
}

const readLeases = prepared<LaneRow>(
  'webhook-settle-leases',
  'select id, leased_by from webhook_lane where id = any($1)',
);
const lockLanes = prepared<LaneRow>(
  'webhook-settle-lanes',
  'select id, leased_by from webhook_lane where id = any($1) for update skip locked',
);
const lockHealth = prepared<HealthRow>(
  'webhook-settle-health',
  `select id, state, failing_since, alerted_at, paused_until, probation
   from webhook_endpoint where id = any($1) for no key update skip locked`,
);

interface Locked {
  /** The lanes that are ours, and free to be settled. */
  lanes: Set<number>;
  /** The lanes that were taken from us, or are no more. */
  lost: Set<number>;
  health: Map<string, Health>;
}

/** Locks what the attempts are to change, as far as nobody else holds it. */
export async function lockFor(tx: Transaction, ended: readonly Ended[], failing: readonly string[]): Promise<Locked> {
  const holder = new Map(ended.map(({ claimed }) => [claimed.laneId, claimed.leasedBy]));
  const isOurs = ({ id, leased_by }: LaneRow): boolean => leased_by === holder.get(id);
  const ids = [...holder.keys()];
  const [known, locked, endpoints] = await Promise.all([
    tx.rows(readLeases, [ids]),
    tx.rows(lockLanes, [ids]),
    failing.length > 0 ? tx.rows(lockHealth, [failing]) : [],
  ]);
  const ours = new Set(known.filter(isOurs).map(({ id }) => id));
  return {
    lanes: new Set(locked.filter(isOurs).map(({ id }) => id)),
    lost: new Set(ids.filter((id) => !ours.has(id))),
    health: new Map(endpoints.map((row) => [row.id, toHealth(row)])),
  };
}

const toHealth = (row: HealthRow): Health => ({
  state: row.state,
  failingSince: row.failing_since,
  alertedAt: row.alerted_at,
  pausedUntil: row.paused_until,
  probation: row.probation,
  hold: null,
});

const outcomes = prepared(
  'webhook-settle-outcomes',
  `update webhook_delivery delivery
   set state = outcome.state, next_attempt_at = outcome.next, leased_by = null,
     failures = failures + outcome.failed, last_status = outcome.status, last_error = outcome.error,
     finished_at = case when outcome.state <> 'waiting' then $2::timestamptz end
   from jsonb_to_recordset($1::jsonb) as outcome (id uuid, "by" uuid, state text, next timestamptz, failed integer,
     status smallint, error text)
   where delivery.id = outcome.id and delivery.state = 'leased' and delivery.leased_by = outcome."by"`,
);

/** A delivery that was skipped or cancelled meanwhile stays so. */
export function storeOutcomes(tx: Transaction, settlements: readonly Settlement[], now: Date): void {
  const rows = settlements.map(({ claimed, result, state, nextAttemptAt }) => ({
    id: claimed.deliveryId,
    by: claimed.leasedBy,
    state,
    next: nextAttemptAt,
    failed: result?.errorCode ? 1 : 0,
    status: result?.status ?? null,
    error: result?.errorCode ?? null,
  }));
  tx.send(outcomes, [JSON.stringify(rows), now]);
}

const attempts = prepared(
  'webhook-settle-attempts',
  `insert into webhook_attempt (delivery_id, number, started_at, duration_ms, address, status, error_code, error,
     request_headers, response_headers, response_body)
   select id, number, "startedAt", "durationMs", address, status, "errorCode", error, "requestHeaders",
     "responseHeaders", "responseBody"
   from jsonb_to_recordset($1::jsonb) as attempt (id uuid, number integer, "startedAt" timestamptz,
     "durationMs" integer, address text, status smallint, "errorCode" text, error text, "requestHeaders" jsonb,
     "responseHeaders" jsonb, "responseBody" text)`,
);

/** Adds to the log of attempts. */
export function logAttempts(tx: Transaction, settlements: readonly Settlement[]): void {
  const rows = settlements.flatMap(({ claimed, result }) =>
    result ? [{ id: claimed.deliveryId, number: claimed.attempt, ...result }] : [],
  );
  if (rows.length > 0) tx.send(attempts, [JSON.stringify(rows)]);
}

const recoverEndpoints = prepared(
  'webhook-settle-recover',
  `update webhook_endpoint
   set failing_since = null, alerted_at = null, probation = greatest(0, probation - 1)
   where id in (
     select id from webhook_endpoint
     where id = any($1) and (failing_since is not null or probation > 0)
     for no key update skip locked)`,
);

/** Something has got through to these endpoints. */
export function recover(tx: Transaction, endpointIds: readonly string[]): void {
  if (endpointIds.length > 0) tx.send(recoverEndpoints, [[...new Set(endpointIds)]]);
}

const store = prepared(
  'webhook-settle-store-health',
  `update webhook_endpoint
   set failing_since = $2, alerted_at = $3, paused_until = $4, probation = $5,
     state = case when $6::text is null then state else 'held' end, held_reason = coalesce($6, held_reason)
   where id = $1`,
);

export function storeHealth(tx: Transaction, changed: ReadonlyMap<string, Health>): void {
  for (const [id, { failingSince, alertedAt, pausedUntil, probation, hold }] of changed) {
    tx.send(store, [id, failingSince, alertedAt, pausedUntil, probation, hold]);
  }
}

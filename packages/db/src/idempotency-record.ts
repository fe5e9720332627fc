import { createHash } from 'node:crypto';
import type { Connection } from './connection';
import { prepared } from './statement';
import type { Transaction } from './transaction';

/** What a key remembers: which request it belongs to, and the exact answer. */
export interface IdempotencyRecord {
  scope: string;
  key: string;
  method: string;
  path: string;
  fingerprint: Buffer;
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  requestId: string;
  createdAt: Date;
  replayUntil: Date;
  conflictUntil: Date;
}

interface LookupRow {
  locked: boolean;
  fingerprint: Buffer | null;
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  request_id: string;
  replay_until: Date;
  conflict_until: Date;
}

export type Lookup =
  | { state: 'in_flight' }
  | { state: 'free' }
  | {
      state: 'known';
      fingerprint: Buffer;
      status: number;
      headers: Record<string, string>;
      body: Buffer;
      requestId: string;
      replayUntil: Date;
      conflictUntil: Date;
    };

// The lock is taken in a step of its own, so that the row is read after it: a row that a parallel request committed
// while we waited is seen under READ COMMITTED only by a statement that starts afterwards.
const lock = prepared<{ locked: boolean }>('idempotency-lock', 'select pg_try_advisory_xact_lock($1) as locked');
const find = prepared<LookupRow>(
  'idempotency-find',
  `select fingerprint, status, headers, body, request_id, replay_until, conflict_until
   from idempotency_key where scope = $1 and key = $2`,
);

/** Takes the key for this transaction and reads what it remembers. Never waits: a key in use is `in_flight`. */
export async function takeKey(tx: Transaction, service: string, scope: string, key: string): Promise<Lookup> {
  const [locked, row] = await Promise.all([
    tx.first(lock, [lockNumber(service, scope, key)]),
    tx.first(find, [scope, key]),
  ]);
  if (!locked?.locked) return { state: 'in_flight' };
  if (!row?.fingerprint) return { state: 'free' };
  return {
    state: 'known',
    fingerprint: row.fingerprint,
    status: row.status,
    headers: row.headers,
    body: row.body,
    requestId: row.request_id,
    replayUntil: row.replay_until,
    conflictUntil: row.conflict_until,
  };
}

const upsert = prepared(
  'idempotency-remember',
  `insert into idempotency_key (scope, key, method, path, fingerprint, status, headers, body, request_id, created_at,
     replay_until, conflict_until)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (scope, key) do update set
     method = excluded.method, path = excluded.path, fingerprint = excluded.fingerprint, status = excluded.status,
     headers = excluded.headers, body = excluded.body, request_id = excluded.request_id,
     created_at = excluded.created_at, replay_until = excluded.replay_until,
     conflict_until = excluded.conflict_until`,
);

/** Remembers the answer under its key, in the transaction of the effect. Replaces a record that has expired. */
export function rememberKey(tx: Transaction, record: IdempotencyRecord): void {
  tx.append(upsert, [
    record.scope,
    record.key,
    record.method,
    record.path,
    record.fingerprint,
    record.status,
    JSON.stringify(record.headers),
    record.body,
    record.requestId,
    record.createdAt,
    record.replayUntil,
    record.conflictUntil,
  ]);
}

const reap = prepared<{ key: string }>(
  'idempotency-reap',
  `delete from idempotency_key where (scope, key) in (
     select scope, key from idempotency_key where conflict_until < $1 limit 1000 for update skip locked)
   returning key`,
);

/** Forgets up to a thousand keys that have expired by `now`; returns how many. */
export async function forgetExpiredKeys(db: Connection, now: Date): Promise<number> {
  return (await db.rows(reap, [now])).length;
}

/** The first eight bytes of a digest as the signed 64-bit number that an advisory lock takes. */
function lockNumber(service: string, scope: string, key: string): string {
  return createHash('sha256').update(`${service}\n${scope}\n${key}`).digest().readBigInt64BE(0).toString();
}

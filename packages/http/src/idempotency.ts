import { createHash } from 'node:crypto';
import type { Database, Lookup, Transaction } from '@switchyard/db';
import { rememberKey, takeKey } from '@switchyard/db';
import { Refusal } from './refusals';

/** What a service promises about keys: which are valid, and for how long they are remembered. */
export interface IdempotencyPolicy {
  isValid(key: string): boolean;
  /** An identical request within this time gets the identical answer. */
  replayMs: number;
  /** Until then the key cannot be used for anything else. */
  conflictMs: number;
  /** How long a duplicate waits for the one that is still running. */
  waitMs: number;
  /** Whether a malformed key counts as none where none is required. */
  overlooksMalformed?: boolean;
  /** Whether the query string is part of what makes two requests the same. */
  fingerprintsQuery: boolean;
}

export interface KeyedRequest {
  service: string;
  scope: string;
  key: string;
  method: string;
  path: string;
  query: string;
  body: Buffer;
  requestId: string;
  now: Date;
}

/** An answer as it goes over the wire. */
export interface WireReply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const STORED_HEADERS = ['content-type', 'location', 'etag', 'link', 'content-language', 'deprecation', 'sunset'];

/** The key of a request, or undefined. `required` and malformed keys are refused. */
export function readKey(
  header: string | undefined,
  rule: 'required' | 'optional' | 'none',
  policy: IdempotencyPolicy,
): string | undefined {
  if (rule === 'none') return undefined;
  const trimmed = header?.trim() ?? '';
  const key = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"') ? trimmed.slice(1, -1) : trimmed;
  if (key === '') {
    if (rule === 'required') throw new Refusal('idempotency_key_missing', 'this request needs an Idempotency-Key');
    return undefined;
  }
  if (policy.isValid(key)) return key;
  if (rule === 'optional' && policy.overlooksMalformed) return undefined;
  throw new Refusal('idempotency_key_malformed', key);
}

/**
 * Runs a keyed write. The effect, what it tells others and the remembered answer commit together, so only a committed
 * effect consumes the key: after a failure, a refusal or a crash it is free. Of parallel duplicates exactly one runs;
 * the others wait briefly, then replay its answer or are told that it is still running. What `open` asks for travels
 * with the key; `work` runs only for a fresh one.
 */
export async function runKeyed(
  db: Database,
  policy: IdempotencyPolicy,
  request: KeyedRequest,
  open: (tx: Transaction) => Promise<unknown>,
  work: (tx: Transaction, opened: Promise<unknown>) => Promise<WireReply>,
  onReplay: (tx: Transaction, status: number) => void,
): Promise<WireReply> {
  const fingerprint = fingerprintOf(request, policy);
  for (let waited = 0, pause = 50; ; waited += pause, pause = Math.min(pause * 2, 200)) {
    const reply = await db.transaction(async (tx) => {
      const opened = open(tx);
      const lookup = await takeKey(tx, request.service, request.scope, request.key);
      if (lookup.state === 'in_flight') return undefined;
      const replay = replayOf(lookup, fingerprint, request);
      if (replay) {
        onReplay(tx, replay.status);
        return replay;
      }
      const fresh = await work(tx, opened);
      remember(tx, policy, request, fingerprint, fresh);
      return { ...fresh, headers: { ...fresh.headers, 'Idempotency-Key': request.key } };
    });
    if (reply) return reply;
    if (waited >= policy.waitMs) {
      throw new Refusal('idempotency_key_in_flight', request.key, { 'Retry-After': '1' });
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function replayOf(lookup: Lookup, fingerprint: Buffer, { key, now }: KeyedRequest): WireReply | undefined {
  if (lookup.state !== 'known' || now >= lookup.conflictUntil) return undefined;
  if (now >= lookup.replayUntil || !lookup.fingerprint.equals(fingerprint)) {
    throw new Refusal('idempotency_key_conflict', key);
  }
  return {
    status: lookup.status,
    headers: {
      ...lookup.headers,
      'Idempotency-Key': key,
      'Idempotent-Replayed': 'true',
      'Original-Request-Id': lookup.requestId,
    },
    body: lookup.body,
  };
}

function remember(
  tx: Transaction,
  policy: IdempotencyPolicy,
  { scope, key, method, path, requestId, now }: KeyedRequest,
  fingerprint: Buffer,
  { status, headers, body }: WireReply,
): void {
  rememberKey(tx, {
    scope,
    key,
    method,
    path,
    fingerprint,
    status,
    headers: Object.fromEntries(
      Object.entries(headers).filter(([name]) => STORED_HEADERS.includes(name.toLowerCase())),
    ),
    body,
    requestId,
    createdAt: now,
    replayUntil: new Date(now.getTime() + policy.replayMs),
    conflictUntil: new Date(now.getTime() + policy.conflictMs),
  });
}

function fingerprintOf({ method, path, query, body }: KeyedRequest, { fingerprintsQuery }: IdempotencyPolicy): Buffer {
  const sorted = fingerprintsQuery ? [...new URLSearchParams(query)].sort().join('&') : '';
  return createHash('sha256').update(`v1\n${method}\n${path}\n${sorted}\n`).update(body).digest();
}

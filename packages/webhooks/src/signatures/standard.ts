import { createHmac } from 'node:crypto';
import { matchesAny } from './constant-time';

const PREFIX = 'whsec_';
const TOLERANCE_S = 5 * 60;

/** What the three headers of the published Standard Webhooks rules say. */
export interface StandardHeaders {
  'webhook-id': string;
  /** Unix seconds. */
  'webhook-timestamp': string;
  /** `v1,<base64>`, several separated by spaces. */
  'webhook-signature': string;
}

export interface StandardMessage {
  id: string;
  sentAt: Date;
  body: string | Uint8Array;
}

/** The key of a secret written the standard way, `whsec_` and base64; any other secret is its UTF-8 bytes. */
export function standardSecret(secret: string): Buffer {
  return secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), 'base64') : Buffer.from(secret);
}

/** The three headers, signed with each key: during a rotation the receiver may know either. */
export function standardSignature(keys: readonly Uint8Array[], { id, sentAt, body }: StandardMessage): StandardHeaders {
  const timestamp = String(Math.floor(sentAt.getTime() / 1_000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': keys.map((key) => sign(key, id, timestamp, body)).join(' '),
  };
}

/**
 * True when one of the keys made one of the signatures, at most five minutes before or after `now`. The body must be
 * the raw bytes that arrived; the names of the headers are in lower case, as Node.js gives them.
 */
export function verifyStandard(
  keys: readonly Uint8Array[],
  body: string | Uint8Array,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  now: Date,
): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (typeof id !== 'string' || typeof signatures !== 'string') return false;
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > TOLERANCE_S) return false;
  const expected = keys.map((key) => sign(key, id, timestamp, body));
  return signatures
    .split(' ')
    .map((signature) => matchesAny(expected, signature))
    .includes(true);
}

function sign(key: Uint8Array, id: string, timestamp: string, body: string | Uint8Array): string {
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}

import { when } from '../kernel';
import type { Violation } from '../kernel';
import { blank, invalid, isBlank } from './standard-violations';

const shape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** How long a stored reply is repeated, and how long its key stays taken, both from the first request; milliseconds. */
export const replyKeptMs = 10 * 60_000;
export const keyKeptMs = 12 * 60 * 60_000;

/** The parameter rules of an Idempotency-Key: hexadecimal in the shape of a UUID of any version and case. */
export function checkIdempotencyKey(key: string | undefined): Violation[] {
  return [...when(isBlank(key), blank('idempotency_key')), ...when(!shape.test(key ?? ''), invalid('idempotency_key'))];
}

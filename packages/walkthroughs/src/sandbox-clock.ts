import type { Call } from './client';
import { documentOf, type Reply } from './reply';

/** What the sandbox's clock can be told: to stand at an instant, or to move by an ISO 8601 duration such as `P3DT4H`. */
export type ClockChange = { now: string; frozen?: boolean } | { advance: string };

const sandbox = { id: 'sandbox', secret: '' };

/** Tells the service's clock something; it asks nobody for a token. */
export function clockCall(body: ClockChange | { reset: true }): Call {
  return { method: 'PUT', path: '/sandbox/clock', as: sandbox, headers: { 'content-type': 'application/json' }, body };
}

/** The instant that the clock's answer shows. */
export function clockOf(reply: Reply): string {
  return String((documentOf(reply) as { now?: unknown }).now);
}

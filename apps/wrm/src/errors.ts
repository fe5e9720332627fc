import { DatabaseUnavailable } from '@switchyard/db';
import type { Reply } from '@switchyard/http';
import { Refusal } from '@switchyard/http';

const message = (status: number, text: string): Reply => ({ status, body: { code: status, message: text } });

/** Every refusal in the dialect of this API; undefined for what is our own fault. */
export function renderError(error: unknown): Reply | undefined {
  if (error instanceof DatabaseUnavailable) {
    return { ...message(503, 'Service unavailable'), headers: { 'Retry-After': '1' } };
  }
  if (error instanceof Refusal) {
    const status = statuses[error.reason] ?? 400;
    return {
      ...message(status, error.reason === 'unauthenticated' ? 'Authentication required' : error.detail),
      headers: error.headers,
    };
  }
  return undefined;
}

const statuses: Partial<Record<Refusal['reason'], number>> = {
  unknown_route: 404,
  unauthenticated: 401,
  unsupported_media_type: 415,
  unsupported_encoding: 415,
  body_too_large: 413,
  idempotency_key_conflict: 422,
  idempotency_key_in_flight: 409,
  rate_limited: 429,
  overloaded: 503,
  draining: 503,
};

export const renderUnexpected = (requestId: string): Reply => ({
  ...message(500, 'Internal server error'),
  headers: { 'X-Request-Id': requestId },
});

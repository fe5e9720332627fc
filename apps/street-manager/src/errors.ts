import { DatabaseUnavailable, UniqueViolation } from '@switchyard/db';
import { Conflict, InvalidTransition, NotFound, RulesBroken } from '@switchyard/domain';
import { AccessRestricted, AuthenticationFailed, PreconditionFailed } from '@switchyard/domain/street-manager';
import { AccountLocked } from './access/account-locked';
import type { Reply } from '@switchyard/http';
import { InvalidBody, Refusal } from '@switchyard/http';
import { StoreFull } from './files/store';
import { TooManyFeatures } from './geojson/too-many-features';
import type { Field } from './shared/fields';
import { fieldsOfBody, fieldsOfRules } from './shared/fields';

/** What the services answer with: a sentence, the status once more, and for a bad request every broken field. */
export interface ErrorBody {
  message: string;
  error: { status: number; fields?: Record<string, Field> };
}

const message = (status: number, text: string, headers?: Readonly<Record<string, string>>): Reply => ({
  status,
  body: { message: text, error: { status } } satisfies ErrorBody,
  ...(headers && { headers }),
});

const invalid = (fields: Record<string, Field>): Reply => ({
  status: 400,
  body: { message: 'Validation failed', error: { status: 400, fields } } satisfies ErrorBody,
});

/** Every refusal in the dialect of this API; undefined for what is our own fault. */
export function renderError(error: unknown): Reply | undefined {
  if (error instanceof InvalidBody) return invalid(fieldsOfBody(error));
  if (error instanceof RulesBroken) return invalid(fieldsOfRules(error.violations));
  if (error instanceof AuthenticationFailed) return message(401, 'Authentication failed');
  if (error instanceof AccessRestricted) return message(401, 'Access restricted');
  if (error instanceof TooManyFeatures) return message(403, error.message);
  if (error instanceof NotFound) return message(404, 'Not found');
  if (error instanceof AccountLocked) return message(423, error.message);
  if (error instanceof PreconditionFailed) return message(412, error.reason);
  if (error instanceof InvalidTransition) return message(412, error.message);
  if (error instanceof Conflict || error instanceof UniqueViolation) return message(409, 'Conflict');
  if (error instanceof DatabaseUnavailable) return message(503, 'Service unavailable', { 'Retry-After': '1' });
  if (error instanceof StoreFull) return message(507, 'Insufficient storage');
  if (error instanceof Refusal) return refusal(error);
  return undefined;
}

function refusal({ reason, detail, headers }: Refusal): Reply {
  if (reason === 'unauthenticated') return message(401, 'Authentication failed', headers);
  if (reason === 'unknown_route') return message(404, 'Not found', headers);
  if (reason === 'malformed_body') return invalid({ body: { message: detail, value: null } });
  return message(statuses[reason] ?? 400, aboutKeys[reason] ?? detail, headers);
}

/** The kit names the key; a client that sent it wants to know what was wrong with it. */
const aboutKeys: Partial<Record<Refusal['reason'], string>> = {
  idempotency_key_malformed: 'An Idempotency-Key must have 1 to 255 visible ASCII characters',
  idempotency_key_conflict: 'The Idempotency-Key was sent with another request before',
  idempotency_key_in_flight: 'The first request with this Idempotency-Key is still being answered',
};

const statuses: Partial<Record<Refusal['reason'], number>> = {
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

/** A refusal as a JSON:API document: one error for each broken field, or one in all. */
export function jsonApiErrors({ status, body }: Reply): object {
  const { message: title, error } = body as ErrorBody;
  const fields = Object.entries(error.fields ?? {});
  const one = { status: String(status), title };
  if (fields.length === 0) return { errors: [one] };
  return {
    errors: fields.map(([path, field]) => ({
      ...one,
      detail: `${path} ${field.message}`,
      source: { pointer: `/${path.replace(/\[(\d+)\]/g, '.$1').replace(/\./g, '/')}` },
    })),
  };
}

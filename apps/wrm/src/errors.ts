import { DatabaseUnavailable, UniqueViolation, ValueRefused } from '@switchyard/db';
import { Conflict, Forbidden, NotFound } from '@switchyard/domain';
import type { Fault, ResponseCode } from '@switchyard/domain/wrm';
import { RequestRefused, statusOf } from '@switchyard/domain/wrm';
import type { RefusalReason, Reply } from '@switchyard/http';
import { Refusal } from '@switchyard/http';
import { NotAcceptable } from './shared/media';

export interface ErrorBody {
  responseCode: ResponseCode;
  message: string;
  correlationId: string;
  errors: readonly Fault[];
}

interface Refused {
  code: ResponseCode;
  message: string;
  faults?: readonly Fault[];
  headers?: Readonly<Record<string, string>>;
}

/** Every refusal in the dialect of this API; undefined for what is our own fault. */
export type RenderError = (error: unknown, correlationId: string) => Reply | undefined;

/** The renderer of a profile of statuses: `chorus` answers 409 and 422 with 400, under the same codes. */
export const renderErrors =
  (profile: 'separate' | 'chorus'): RenderError =>
  (error, correlationId) => {
    const refused = refusedOf(error);
    return refused && replyOf(refused, correlationId, profile);
  };

function replyOf({ code, message, faults = [], headers }: Refused, correlationId: string, profile: string): Reply {
  const status = statusOf(code);
  const body: ErrorBody = { responseCode: code, message, correlationId, errors: faults };
  return {
    status: profile === 'chorus' && (status === 409 || status === 422) ? 400 : status,
    body,
    ...(headers && { headers }),
  };
}

function refusedOf(error: unknown): Refused | undefined {
  if (error instanceof RequestRefused) return ofRequest(error);
  if (error instanceof Refusal) return ofKit(error);
  if (error instanceof NotAcceptable) return { code: 'WRM-406-01', message: error.message };
  if (error instanceof NotFound) return ofNotFound(error);
  if (error instanceof Forbidden) return { code: 'WRM-403-01', message: error.reason };
  if (error instanceof Conflict) return conflicts[error.reason] ?? { code: 'WRM-409-40', message: error.message };
  if (error instanceof UniqueViolation) {
    return { code: 'WRM-409-40', message: 'A parallel request has just stored the same record.' };
  }
  if (error instanceof ValueRefused) return { code: 'WRM-400-01', message: 'A value is out of range.' };
  if (error instanceof DatabaseUnavailable) {
    return { code: 'WRM-503-01', message: 'The service is busy, please try again.', headers: { 'Retry-After': '1' } };
  }
  return undefined;
}

function ofRequest({ responseCode, faults }: RequestRefused): Refused {
  const message =
    responseCode === 'WRM-400-01'
      ? 'The request failed validation.'
      : (faults[0]?.message ?? 'The request is refused.');
  return { code: responseCode, message, faults };
}

/** Nothing is said of why: what is out of sight looks like what does not exist. */
function ofNotFound({ resource, id }: NotFound): Refused {
  const code = missing[resource] ?? 'WRM-404-06';
  return { code, message: id === undefined ? `There is no such ${resource}.` : `There is no ${resource} ${id}.` };
}

const missing: Readonly<Record<string, ResponseCode>> = {
  task: 'WRM-404-02',
  activity: 'WRM-404-03',
  subscriber: 'WRM-404-04',
  delivery: 'WRM-404-04',
  notification: 'WRM-404-04',
  appointment: 'WRM-404-05',
};

/** What the delivery engine calls its conflicts. */
const conflicts: Readonly<Record<string, Refused>> = {
  rotation_open: { code: 'WRM-409-31', message: 'A rotation of the secret is open: the old one still signs.' },
  in_progress: { code: 'WRM-409-33', message: 'The delivery is in progress.' },
  finished: { code: 'WRM-409-11', message: 'The delivery is over already.' },
};

function ofKit({ reason, detail, headers }: Refusal): Refused {
  if (reason === 'unknown_route' && headers.Allow !== undefined) {
    return { code: 'WRM-405-01', message: `The route has ${headers.Allow}.`, headers };
  }
  const [code, message] = kitRefusals[reason];
  return { code, message: message ?? `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`, headers };
}

/** The codes of what the kit turns away; without a sentence of ours its own is told. */
const kitRefusals: Record<RefusalReason, readonly [ResponseCode, string?]> = {
  unknown_route: ['WRM-404-01', 'There is no such route.'],
  unauthenticated: ['401-86', 'The credentials are missing or wrong.'],
  unsupported_media_type: ['WRM-415-01'],
  unsupported_encoding: ['WRM-415-01'],
  body_too_large: ['WRM-413-01'],
  body_incomplete: ['WRM-400-02'],
  malformed_body: ['WRM-400-02'],
  idempotency_key_missing: ['WRM-400-05'],
  idempotency_key_malformed: ['WRM-400-05', 'Idempotency-Key must be 1 to 255 visible ASCII characters.'],
  idempotency_key_conflict: ['WRM-409-01', 'The Idempotency-Key was used for another request.'],
  idempotency_key_in_flight: ['WRM-409-34', 'The first request with this Idempotency-Key is still running.'],
  rate_limited: ['429-89', 'Too many requests.'],
  overloaded: ['WRM-503-01'],
  draining: ['WRM-503-01'],
};

export const renderUnexpected = (_requestId: string, correlationId: string): Reply =>
  replyOf({ code: 'WRM-500-01', message: 'An unexpected error occurred.' }, correlationId, 'separate');

/** A refusal as the document of errors of JSON:API: one object for each fault, or one for the whole. */
export function jsonApiErrors({ status, body }: Reply): object {
  const { responseCode, message, errors } = body as ErrorBody;
  const whole: Fault = { object: '', reason: 'state', message, attributes: [] };
  return {
    errors: (errors.length > 0 ? errors : [whole]).map((fault) => ({
      status: String(status),
      code: fault.responseCode ?? responseCode,
      title: message,
      detail: fault.message,
      ...(fault.object !== '' && {
        source: { pointer: [fault.object, ...fault.attributes.slice(0, 1)].join('.') },
        meta: { reason: fault.reason, attributes: fault.attributes },
      }),
    })),
  };
}

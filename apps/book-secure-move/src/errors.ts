import { DatabaseUnavailable, UniqueViolation, ValueRefused } from '@switchyard/db';
import type { Violation } from '@switchyard/domain';
import { Forbidden, InvalidTransition, NotFound, RulesBroken } from '@switchyard/domain';
import {
  BadRequest,
  InvalidFilter,
  InvalidParameters,
  LodgingNotCancellable,
  MissingParameter,
  NotAuthorised,
  UnreadableDays,
  parametersDetail,
  parametersTitle,
  recordDetail,
} from '@switchyard/domain/book-secure-move';
import type { BodyFault, RefusalReason, Reply } from '@switchyard/http';
import { InvalidBody, Refusal } from '@switchyard/http';
import { MissingScope } from './oauth/authenticate';
import { isUuid } from './shared/uuid';
import { NotInThisVersion, UnsupportedVersion } from './shared/media';
import { NomisBadGateway, NomisTimeout, NomisUnavailable } from './nomis';
import { RegisterRefused } from './timetable/register-refusal';

interface ErrorObject {
  title: string;
  detail: string;
  source?: { pointer: string };
  code?: string;
  meta?: Record<string, unknown>;
}

const errors = (status: number, ...list: ErrorObject[]): Reply => ({ status, body: { errors: list } });
const plain = (status: number, error: unknown): Reply => ({ status, body: { error } });

/** Every refusal in the dialect of this API; undefined for what is our own fault. */
export function renderError(error: unknown): Reply | undefined {
  if (error instanceof Refusal) return renderRefusal(error);
  if (error instanceof InvalidBody) return renderInvalidBody(error.faults);
  if (error instanceof InvalidParameters) {
    return errors(422, { title: parametersTitle(error.violations), detail: parametersDetail(error.violations) });
  }
  if (error instanceof RulesBroken) return errors(422, ...error.violations.map(ofRecord));
  if (error instanceof MissingParameter || error instanceof BadRequest) {
    return errors(400, { title: 'Bad request', detail: error.message });
  }
  if (error instanceof InvalidFilter) {
    return plain(400, Object.fromEntries(error.violations.map(({ field, message }) => [field, [message]])));
  }
  if (error instanceof UnreadableDays) {
    return errors(400, ...error.fields.map((field) => ({ title: field, detail: 'is not a valid iso8601 date.' })));
  }
  if (error instanceof LodgingNotCancellable) return plain(400, error.message);
  if (error instanceof NotAuthorised) return errors(401, { title: 'Not authorized', detail: error.detail });
  if (error instanceof NotFound) return errors(404, { title: 'Resource not found', detail: notFoundDetail(error) });
  if (error instanceof Forbidden) return errors(403, { title: 'Forbidden', detail: error.reason });
  if (error instanceof InvalidTransition) {
    return errors(422, { title: 'Unprocessable content', detail: error.message, code: 'invalid_transition' });
  }
  if (error instanceof UnsupportedVersion) return errors(415, { title: 'Invalid Api Version', detail: error.message });
  if (error instanceof NotInThisVersion) {
    return errors(406, { title: 'Not Supported In Old Version Error', detail: error.message });
  }
  if (error instanceof MissingScope) return { status: 403 };
  if (error instanceof NomisUnavailable) return renderNomis(error);
  if (error instanceof RegisterRefused) return renderRegister(error.refusal);
  if (error instanceof UniqueViolation) {
    return errors(409, { title: 'Conflict', detail: 'A parallel request has just stored the same record' });
  }
  if (error instanceof ValueRefused) {
    return errors(422, { title: 'Unprocessable content', detail: 'A value is out of range', code: 'invalid' });
  }
  if (error instanceof DatabaseUnavailable) {
    return {
      ...errors(503, { title: 'Service Unavailable', detail: 'The service is busy, please try again' }),
      headers: { 'Retry-After': '1' },
    };
  }
  return undefined;
}

function renderNomis(error: NomisUnavailable): Reply {
  if (error instanceof NomisBadGateway) return errors(502, { title: 'Nomis Bad Gateway Error', detail: error.detail });
  if (error instanceof NomisTimeout) return errors(504, { title: 'Timeout Error', detail: error.detail });
  return errors(503, { title: 'Connection Error', detail: error.detail });
}

/** The register's own document; its status is kept where it says that there is nothing, else it is a bad gateway. */
function renderRegister({ status, userMessage, developerMessage, moreInfo }: NomisBadGateway): Reply {
  const details = [developerMessage, moreInfo].filter((part) => part !== null).join(' ');
  const fault = { code: 'NOMIS-ERROR', status, title: userMessage, details: details === '' ? null : details };
  return { status: status === 404 ? 404 : 502, body: { errors: [fault] } };
}

export const renderUnexpected = (requestId: string): Reply => ({
  status: 500,
  body: { status: 500, error: 'Internal Server Error', request_id: requestId },
});

/** A rule of the record: the pointer always says `attributes`, for relationships too. */
const ofRecord = (violation: Violation): ErrorObject => ({
  title: 'Unprocessable content',
  detail: recordDetail(violation),
  source: { pointer: `/data/attributes/${violation.field}` },
  code: violation.code,
  ...(violation.meta && { meta: violation.meta }),
});

function notFoundDetail({ resource, id }: NotFound): string {
  const name = resource.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (id === undefined) return `Couldn't find ${name} without an ID`;
  if (name === 'Supplier' && !isUuid(id)) return `Couldn't find Supplier with ${id}`;
  return `Couldn't find ${name} with 'id'=${id}`;
}

/** The outer members are missing parameters; anything below is an invalid value of the record. */
function renderInvalidBody(faults: readonly BodyFault[]): Reply {
  const structural = faults.find(({ pointer }) => pointer.split('/').length <= 2 || /^\/data\/[a-z]+$/.test(pointer));
  if (structural) return renderError(new MissingParameter(missingMember(structural)))!;
  return errors(
    422,
    ...faults.map(({ pointer }) =>
      ofRecord({ field: pointer.split('/').at(-1)!, code: 'invalid', message: 'is invalid' }),
    ),
  );
}

const missingMember = ({ pointer, params }: BodyFault): string =>
  typeof params.missingProperty === 'string' ? params.missingProperty : pointer.split('/').at(-1) || 'data';

const conflictTitle = 'Idempotency Conflict Error';
const keyTitle = 'Invalid idempotency_key';
const keyInvalid = 'Idempotency key is invalid';

const refusals: Record<RefusalReason, (detail: string) => Reply> = {
  unknown_route: () => errors(404, { title: 'Resource not found', detail: 'No such path' }),
  unauthenticated: () => errors(401, { title: 'Not authorized', detail: 'Token expired or invalid' }),
  unsupported_media_type: (detail) => errors(415, { title: 'Invalid Media Type', detail }),
  unsupported_encoding: (detail) => errors(415, { title: 'Invalid Media Type', detail }),
  body_too_large: (detail) => errors(413, { title: 'Payload too large', detail }),
  body_incomplete: (detail) => errors(400, { title: 'Bad request', detail }),
  malformed_body: (detail) => errors(400, { title: 'Bad request', detail }),
  idempotency_key_missing: () =>
    errors(422, { title: keyTitle, detail: `Validation failed: Idempotency key can't be blank, ${keyInvalid}` }),
  idempotency_key_malformed: () => errors(422, { title: keyTitle, detail: `Validation failed: ${keyInvalid}` }),
  idempotency_key_conflict: (key) =>
    errors(409, { title: conflictTitle, detail: `Idempotency::ConflictError: Conflicting idempotency key: ${key}` }),
  idempotency_key_in_flight: (key) =>
    errors(409, { title: conflictTitle, detail: `A request with the idempotency key ${key} is still being processed` }),
  rate_limited: (detail) => errors(429, { title: 'Too Many Requests', detail }),
  overloaded: (detail) => errors(503, { title: 'Service Unavailable', detail }),
  draining: (detail) => errors(503, { title: 'Service Unavailable', detail }),
};

const renderRefusal = ({ reason, detail, headers }: Refusal): Reply => ({ ...refusals[reason](detail), headers });

import { Conflict, InvalidTransition, NotFound } from '@switchyard/domain';
import { AccessRestricted, AuthenticationFailed, PreconditionFailed } from '@switchyard/domain/street-manager';
import { Refusal } from '@switchyard/http';
import { AccountLocked } from './access/account-locked';
import { jsonApiErrors, renderError } from './errors';

describe('renderError', () => {
  it.each<[Error, number, string]>([
    [new AuthenticationFailed('why'), 401, 'Authentication failed'],
    [new AccessRestricted('why'), 401, 'Access restricted'],
    [new NotFound('work', 'NB1'), 404, 'Not found'],
    [new Conflict('why'), 409, 'Conflict'],
    [new PreconditionFailed('A PAA can not be altered'), 412, 'A PAA can not be altered'],
    [new InvalidTransition('permit', 'closed', 'grant'), 412, 'permit: grant is not possible from closed'],
    [new AccountLocked(), 423, 'Account locked'],
  ])('answers %s with %i', (error, status, message) => {
    expect(renderError(error)).toMatchObject({ status, body: { message, error: { status } } });
  });

  it.each<[Refusal['reason'], number, string]>([
    ['unknown_route', 404, 'Not found'],
    ['unauthenticated', 401, 'Authentication failed'],
    ['unsupported_media_type', 415, 'detail'],
    ['body_too_large', 413, 'detail'],
    ['idempotency_key_malformed', 400, 'An Idempotency-Key must have 1 to 255 visible ASCII characters'],
    ['idempotency_key_conflict', 422, 'The Idempotency-Key was sent with another request before'],
    ['idempotency_key_in_flight', 409, 'The first request with this Idempotency-Key is still being answered'],
    ['rate_limited', 429, 'detail'],
    ['overloaded', 503, 'detail'],
  ])('answers %s with %i: %s', (reason, status, message) => {
    const reply = renderError(new Refusal(reason, 'detail', { 'Retry-After': '1' }));
    expect(reply).toEqual({ status, body: { message, error: { status } }, headers: { 'Retry-After': '1' } });
  });

  it('answers a body that is no JSON as any other that cannot be read', () => {
    expect(renderError(new Refusal('malformed_body', 'it ends early'))).toEqual({
      status: 400,
      body: {
        message: 'Validation failed',
        error: { status: 400, fields: { body: { message: 'it ends early', value: null } } },
      },
    });
  });

  it('leaves what is our own fault to the service', () => expect(renderError(new Error('oops'))).toBeUndefined());
});

it('tells each broken field as an error of its own in JSON:API', () => {
  const fields = { 'permit_conditions[1].comment': { message: 'is required', value: null } };
  const body = { message: 'Validation failed', error: { status: 400, fields } };
  expect(jsonApiErrors({ status: 400, body })).toEqual({
    errors: [
      {
        status: '400',
        title: 'Validation failed',
        detail: 'permit_conditions[1].comment is required',
        source: { pointer: '/permit_conditions/1/comment' },
      },
    ],
  });
});

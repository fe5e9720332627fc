import { clientCredentials } from './login';
import { Play } from '../play';
import { stubService, type StubReply } from '../testing/stub-service';
import { needsKey, refusesOtherBody, replays } from './idempotency';
import type { Call } from '../client';

const key = '0b6a1c52-1f0e-4a6b-9a57-2d1f6a0c1e11';
const call: Call = {
  method: 'POST',
  path: '/keyed',
  as: { id: 'pmu', secret: 's' },
  headers: { 'Idempotency-Key': key },
  body: { data: { type: 'starts', attributes: { notes: 'first' } } },
};
const stored: StubReply = { status: 201, body: { data: 'stored' } };
const replayed: StubReply = { ...stored, headers: { 'Idempotent-Replayed': 'true' } };
const error = (status: number, title: string, detail: string): StubReply => ({
  status,
  body: { errors: [{ title, detail }] },
});
const conflict = error(
  409,
  'Idempotency Conflict Error',
  `Idempotency::ConflictError: Conflicting idempotency key: ${key}`,
);

async function against<T>(replies: StubReply[], act: (api: Play) => Promise<T>): Promise<T> {
  const service = await stubService({ 'POST /keyed': replies });
  try {
    return await act(new Play({ url: service.url, login: clientCredentials }));
  } finally {
    await service.close();
  }
}

const twice = (second: StubReply) =>
  against([stored, second], async (api) => replays(api, call, await api.send(call, { status: 201 })));

describe('replays', () => {
  it('accepts the stored reply', () => expect(twice(replayed)).resolves.toBeUndefined());

  it.each<[string, StubReply, string]>([
    ['another status', { ...replayed, status: 200 }, 'expected 201, got 200'],
    ['a reply that was made anew', stored, 'Idempotent-Replayed: expected true, got null'],
    ['other bytes', { ...replayed, body: { data: 'new' } }, 'expected {"data":"stored"}, got {"data":"new"}'],
  ])('refuses %s', (_, second, message) => expect(twice(second)).rejects.toThrow(message));
});

describe('refusesOtherBody', () => {
  const sent = (reply: StubReply) => against([reply], (api) => refusesOtherBody(api, call, { notes: 'second' }));

  it('accepts the conflict in the published words', () => expect(sent(conflict)).resolves.toBeUndefined());

  it('refuses a second execution', () => expect(sent(stored)).rejects.toThrow('expected 409, got 201'));

  it('refuses other words', () =>
    expect(sent(error(409, 'Conflict', 'key in use'))).rejects.toThrow('errors of the 409: expected'));
});

describe('needsKey', () => {
  const title = 'Invalid idempotency_key';
  const missing = error(422, title, "Validation failed: Idempotency key can't be blank, Idempotency key is invalid");
  const malformed = error(422, title, 'Validation failed: Idempotency key is invalid');

  it('accepts both refusals', () =>
    expect(against([missing, malformed], (api) => needsKey(api, call))).resolves.toBeUndefined());

  it('refuses a service that takes a call without key', () =>
    expect(against([stored, malformed], (api) => needsKey(api, call))).rejects.toThrow('expected 422, got 201'));

  it('refuses a service that takes a malformed key', () =>
    expect(against([missing, stored], (api) => needsKey(api, call))).rejects.toThrow('expected 422, got 201'));
});

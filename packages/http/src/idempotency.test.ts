import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { prepared } from '@switchyard/db';
import type { TestReply } from '@switchyard/testing';
import { call } from '@switchyard/testing';
import { fabricated } from './testing/fabricated';

const api = fabricated();
const { stage, post, names } = api;
const keyed = (key: string = randomUUID()): Record<string, string> => ({ 'Idempotency-Key': key });
const audited = (key: string) =>
  api
    .db()
    .reader()
    .rows(prepared('audited', 'select status, replayed from audit_log where idempotency_key = $1 order by id'), [key]);

beforeEach(() => api.db().reader().rows(prepared('clear', 'truncate thing')));

/** What a client can compare between the first answer and a replay. */
const exact = ({ status, text, headers }: TestReply) => ({
  status,
  text,
  type: headers.get('content-type'),
  location: headers.get('location'),
});

/** Holds every write where it is, until `free`; `reached` when the first is there. */
function holdWrites(): { reached: Promise<void>; free: () => void } {
  let free: () => void = () => undefined;
  let reach: () => void = () => undefined;
  const freed = new Promise<void>((resolve) => (free = resolve));
  const reached = new Promise<void>((resolve) => (reach = resolve));
  stage.meanwhile = () => {
    reach();
    return freed;
  };
  return { reached, free };
}

describe('a keyed write', () => {
  it('happens once when fifty identical requests arrive together; the rest replay its exact answer', async () => {
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 50 }, () => post({ name: 'one' }, keyed(key))));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
    expect(stage.handled).toBe(1);
    expect(await names()).toEqual(['one']);
    const originals = replies.filter(({ headers }) => !headers.has('idempotent-replayed'));
    expect(originals).toHaveLength(1);
    for (const reply of replies) {
      expect(exact(reply)).toEqual(exact(originals[0]!));
      expect(reply.headers.get('idempotency-key')).toBe(key);
    }
    expect(await audited(key)).toHaveLength(50);
  });

  it('is replayed byte for byte, and says which request it was', async () => {
    const headers = keyed();
    const first = await post({ name: 'é "one"' }, headers);
    const again = await post({ name: 'é "one"' }, headers);
    expect(exact(again)).toEqual(exact(first));
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.headers.get('original-request-id')).toBe(first.headers.get('x-request-id'));
    expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(await audited(headers['Idempotency-Key']!)).toEqual([
      { status: 201, replayed: false },
      { status: 201, replayed: true },
    ]);
  });

  it('is replayed when it answered nothing', async () => {
    const { id } = (await post({ name: 'one' }, keyed())).body as { id: number };
    const remove = (key: string) =>
      call(`${api.url()}/api/things/${id}`, 'DELETE', { headers: { Authorization: 'me', ...keyed(key) } });
    const key = randomUUID();
    expect(exact(await remove(key))).toEqual({ status: 204, text: '', type: null, location: null });
    expect(exact(await remove(key))).toEqual({ status: 204, text: '', type: null, location: null });
    expect((await remove(randomUUID())).status).toBe(422);
  });

  it.each([
    ['another body', { name: 'two' }, '/things'],
    ['the same JSON in other bytes', '{"name": "one" }', '/things'],
    ['another path', { name: 'one' }, '/things/optional'],
  ])('refuses its key to %s', async (_, body, path) => {
    const headers = keyed();
    await post({ name: 'one' }, headers);
    const reply = await post(body, headers, path);
    expect(reply).toMatchObject({ status: 409, body: { reason: 'idempotency_key_conflict' } });
    expect(await names()).toEqual(['one']);
  });

  it.each([
    ['leaves the query out of the comparison', false, 201],
    ['compares the query', true, 409],
  ])('%s when the API says so', async (_, fingerprintsQuery, status) => {
    stage.policy = { ...stage.policy, fingerprintsQuery };
    const headers = keyed();
    await post({ name: 'one' }, headers, '/things?a=1&b=2');
    expect((await post({ name: 'one' }, headers, '/things?b=2&a=1')).status).toBe(201);
    expect((await post({ name: 'one' }, headers, '/things?a=1&b=3')).status).toBe(status);
  });

  it('keeps the keys of two callers apart', async () => {
    const headers = keyed();
    const mine = await post({ name: 'mine' }, headers);
    const theirs = await post({ name: 'theirs' }, { ...headers, Authorization: 'somebody else' });
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(await names()).toEqual(['mine', 'theirs']);
  });
});

describe('a key after a failure', () => {
  it.each([
    ['refused', 422],
    ['unexpected', 500],
    ['out of contract', 500],
    ['not prepared', 503],
  ] as const)('%s is free, and nothing was stored', async (mishap, status) => {
    const headers = keyed();
    const failed = await post({ name: 'one', mishap }, headers);
    expect(failed.status).toBe(status);
    expect(failed.text).not.toContain('secret');
    expect(await names()).toEqual([]);
    expect((await post({ name: 'one' }, headers)).status).toBe(201);
    expect(await names()).toEqual(['one']);
  });

  it('of its contract is free', async () => {
    const headers = keyed();
    expect((await post({ no: 'name' }, headers)).status).toBe(422);
    expect((await post({ name: 'one' }, headers)).status).toBe(201);
  });
});

describe('the windows of a key', () => {
  beforeEach(() => stage.clock.set(new Date('2026-11-20T12:00:00Z')));

  it.each([
    ['replays up to the last moment', 599_000, 201, 1],
    ['conflicts once the replay is over', 601_000, 409, 1],
    ['conflicts up to the last moment', 43_199_000, 409, 1],
    ['is free afterwards', 43_201_000, 201, 2],
  ])('%s', async (_, laterMs, status, handled) => {
    const headers = keyed();
    await post({ name: 'one' }, headers);
    stage.clock.set(new Date(Date.parse('2026-11-20T12:00:00Z') + laterMs));
    if (handled === 2) await api.db().reader().rows(prepared('forget', 'delete from thing'));
    expect((await post({ name: 'one' }, headers)).status).toBe(status);
    expect(stage.handled).toBe(handled);
  });

  it('begin anew when an expired key is used again', async () => {
    const headers = keyed();
    await post({ name: 'one' }, headers);
    stage.clock.set(new Date('2026-11-21T12:00:00Z'));
    const second = await post({ name: 'two' }, headers);
    const replay = await post({ name: 'two' }, headers);
    expect(exact(replay)).toEqual(exact(second));
    expect((await post({ name: 'one' }, headers)).status).toBe(409);
  });
});

describe('the header', () => {
  it.each([
    ['no key', {}, 'idempotency_key_missing'],
    ['an empty key', { 'Idempotency-Key': '  ' }, 'idempotency_key_missing'],
    ['an empty quoted key', { 'Idempotency-Key': '""' }, 'idempotency_key_missing'],
    ['a malformed key', { 'Idempotency-Key': '!!' }, 'idempotency_key_malformed'],
    ['a half-quoted key', { 'Idempotency-Key': '"abc-1' }, 'idempotency_key_malformed'],
  ])('%s is refused where one is required', async (_, headers, reason) => {
    const reply = await post({ name: 'one' }, headers as Record<string, string>);
    expect(reply).toMatchObject({ status: 400, body: { reason } });
    expect(await names()).toEqual([]);
  });

  it('may be quoted, or spelt with an underscore: it is the same key', async () => {
    const key = randomUUID();
    await post({ name: 'one' }, keyed(key));
    for (const headers of [keyed(`"${key}"`), keyed(` ${key} `), { Idempotency_Key: key }]) {
      expect((await post({ name: 'one' }, headers)).headers.get('idempotent-replayed')).toBe('true');
    }
  });

  it('must not come twice', async () => {
    const request = httpRequest(`${api.url()}/api/things`, {
      method: 'POST',
      headers: { Authorization: 'me', 'Idempotency-Key': [randomUUID(), randomUUID()] },
    });
    request.end(JSON.stringify({ name: 'one' }));
    const [reply] = (await once(request, 'response')) as [{ statusCode: number; resume(): void }];
    reply.resume();
    expect(reply.statusCode).toBe(400);
    expect(await names()).toEqual([]);
  });

  it.each([
    ['is not needed where it is optional', '/things/optional', {}],
    ['means nothing where the contract has none, even malformed', '/things/keyless', { 'Idempotency-Key': '!!' }],
  ])('%s', async (_, path, headers) => {
    expect((await post({ name: 'one' }, headers as Record<string, string>, path)).status).toBe(201);
  });

  it.each([
    ['is refused', false, 400],
    ['counts as none when the API says so', true, 201],
  ])('that is malformed where it is optional %s', async (_, overlooksMalformed, status) => {
    stage.policy = { ...stage.policy, overlooksMalformed };
    expect((await post({ name: 'one' }, keyed('!!'), '/things/optional')).status).toBe(status);
    expect((await post({ name: 'two' }, keyed('!!'), '/things')).status).toBe(400);
  });

  it('does not hinder a repetition where the contract has none', async () => {
    const headers = keyed();
    await post({ name: 'one' }, headers, '/things/keyless');
    expect((await post({ name: 'two' }, headers, '/things/keyless')).status).toBe(201);
  });
});

describe('a duplicate of a request that still runs', () => {
  it('is told so at once when it may not wait', async () => {
    stage.policy = { ...stage.policy, waitMs: 0 };
    const headers = keyed();
    const { reached, free } = holdWrites();
    const first = post({ name: 'one' }, headers);
    await reached;
    const duplicate = await post({ name: 'one' }, headers);
    expect(duplicate).toMatchObject({ status: 409, body: { reason: 'idempotency_key_in_flight' } });
    expect(duplicate.headers.get('retry-after')).toBe('1');
    free();
    expect((await first).status).toBe(201);
    expect((await post({ name: 'one' }, headers)).headers.get('idempotent-replayed')).toBe('true');
    expect(stage.handled).toBe(1);
  });

  it('waits for it and replays its answer', async () => {
    const headers = keyed();
    const { reached, free } = holdWrites();
    const first = post({ name: 'one' }, headers);
    await reached;
    const duplicate = post({ name: 'one' }, headers);
    free();
    expect(exact(await duplicate)).toEqual(exact(await first));
    expect((await duplicate).headers.get('idempotent-replayed')).toBe('true');
  });

  it('runs itself when the first fails', async () => {
    const headers = keyed();
    const { reached, free } = holdWrites();
    const first = post({ name: 'one', mishap: 'refused' }, headers);
    await reached;
    const duplicate = post({ name: 'one' }, headers);
    free();
    expect((await first).status).toBe(422);
    expect((await duplicate).status).toBe(201);
    expect(await names()).toEqual(['one']);
  });

  it('does not keep a connection while it waits', async () => {
    const headers = keyed();
    const { reached, free } = holdWrites();
    const first = post({ name: 'one' }, headers);
    await reached;
    const duplicates = Array.from({ length: 10 }, () => post({ name: 'one' }, headers));
    stage.meanwhile = () => Promise.resolve();
    expect((await post({ name: 'another' }, keyed())).status).toBe(201);
    free();
    await Promise.all([first, ...duplicates]);
    expect((await names()).sort()).toEqual(['another', 'one']);
  });
});

describe('preparation', () => {
  it('that fails does not hinder a replay', async () => {
    const headers = keyed();
    const first = await post({ name: 'one' }, headers);
    stage.preparation = () => Promise.reject(new Error('the other system is down'));
    expect(exact(await post({ name: 'one' }, headers))).toEqual(exact(first));
    expect((await post({ name: 'two' }, keyed())).status).toBe(500);
  });

  it('runs outside the transaction: a slow one holds no connection', async () => {
    let free: () => void = () => undefined;
    const freed = new Promise<void>((resolve) => (free = resolve));
    stage.preparation = () => freed;
    const slow = Array.from({ length: 12 }, (_, index) => post({ name: `slow ${index}` }, keyed()));
    const quick = await post({ name: 'quick' }, {}, '/things/optional');
    expect(quick.status).toBe(201);
    free();
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual(slow.map(() => 201));
  });
});

describe('a write that a parallel one forestalls', () => {
  const forestall = (name: string) =>
    api.db().reader().rows(prepared('forestall', 'insert into thing (name) values ($1)'), [name]);

  it.each([
    ['keyed', keyed(), '/things'],
    ['without a key', {}, '/things/optional'],
  ])('runs again from its preparation, and the rules name what is in the way: %s', async (_, headers, path) => {
    stage.meanwhile = async (name) => {
      stage.meanwhile = () => Promise.resolve();
      await forestall(name);
    };
    const reply = await post({ name: 'one' }, headers as Record<string, string>, path);
    expect(reply).toMatchObject({ status: 422, body: { detail: 'name is taken' } });
    expect(stage.handled).toBe(2);
    expect(stage.prepared).toBe(path === '/things' ? 2 : 0);
    expect(await names()).toEqual(['one']);
  });

  it('is reported when it happens four times', async () => {
    const clear = prepared('clear-again', 'delete from thing');
    stage.preparation = () => api.db().reader().rows(clear);
    stage.meanwhile = forestall;
    expect((await post({ name: 'one' }, keyed())).status).toBe(409);
    expect(stage.handled).toBe(4);
    expect(stage.prepared).toBe(4);
  });
});

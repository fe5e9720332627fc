import { randomUUID } from 'node:crypto';
import { bookSecureMove as contract } from '@switchyard/contracts';
import { prepared } from '@switchyard/db';
import type { TestReply } from '@switchyard/testing';
import { bookSecureMove } from './testing/book-secure-move';
import { demo, journeyBody, moveBody, related } from './testing/given';

const { api, given } = bookSecureMove();
const durable = bookSecureMove({ IDEMPOTENCY_PROFILE: 'durable' });

const start = new Date('2026-11-20T12:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const keyed = (key: string) => ({ 'Idempotency-Key': key });
const moves = prepared<{ n: number }>('count-moves', 'select count(*) as n from moves');
const countMoves = async (): Promise<number> => (await api.db().reader().first(moves))!.n;

const exact = ({ status, text, headers }: TestReply) => [status, text, headers.get('content-type')];
const conflict = (key: string) => ({
  status: 409,
  body: {
    errors: [
      {
        title: 'Idempotency Conflict Error',
        detail: `Idempotency::ConflictError: Conflicting idempotency key: ${key}`,
      },
    ],
  },
});

/** A move without a person: the smallest that can be created. */
const body = (): object => moveBody(null);

const operations = Object.entries(contract.operations)
  .filter(([, { base }]) => base === '/api')
  .map(([name, { idempotencyKey }]) => {
    const [method, path] = name.split(' ') as [string, string];
    return {
      name,
      method: method.toLowerCase(),
      path: path.replace(/\{\w+\}/g, randomUUID()),
      template: path,
      idempotencyKey,
    };
  });
const requiring = operations.filter(({ idempotencyKey }) => idempotencyKey === 'required');
const others = operations.filter(({ idempotencyKey, method }) => idempotencyKey !== 'required' && method !== 'get');

let parents: Record<string, string>;

beforeAll(async () => {
  const { id } = await given.move();
  const lodging = await api.post(`/moves/${id}/lodgings`, lodgingBody);
  parents = { move_id: id, journey_id: await given.journey(id), lodging_id: lodging.body.data.id };
});

const lodgingBody = {
  data: {
    type: 'lodgings',
    attributes: { start_date: '2026-12-20', end_date: '2026-12-21' },
    relationships: { location: related('locations', demo.lodging) },
  },
};

/** A body that nothing but the missing key speaks against. */
function soundBody(path: string): object {
  if (/\/journeys(\/\{journey_id\})?$/.test(path)) return journeyBody({}, { to: demo.c });
  if (/\/lodgings(\/\{lodging_id\})?$/.test(path)) return lodgingBody;
  return { data: { type: 'moves', attributes: {} } };
}

describe('an operation that requires a key', () => {
  it('is any that creates or changes a move, a journey or a lodging', () => {
    expect(requiring.length).toBeGreaterThanOrEqual(20);
    expect(requiring.filter(({ path }) => !path.startsWith('/moves'))).toEqual([]);
  });

  describe.each(requiring)('$name', ({ method, template }) => {
    // Journeys and lodgings look at the body first: theirs is in order.
    it.each([
      ['without one', '', "Validation failed: Idempotency key can't be blank, Idempotency key is invalid"],
      ['with a malformed one', 'not-a-uuid', 'Validation failed: Idempotency key is invalid'],
    ])('is refused %s', async (_, key, detail) => {
      const path = template.replace(/\{(\w+)\}/g, (_name, name: string) => parents[name]!);
      const reply = await api[method as 'post' | 'patch'](path, soundBody(template), keyed(key));
      expect(reply).toMatchObject({ status: 422, body: { errors: [{ title: 'Invalid idempotency_key', detail }] } });
      expect(reply.body.errors).toHaveLength(1);
    });
  });
});

describe('an operation that requires none', () => {
  it.each(others)('$name does not mind a malformed one', async ({ method, path }) => {
    const reply = await api[method as 'post' | 'patch'](path, { data: {} }, keyed('not-a-uuid'));
    expect(reply.text).not.toContain('dempotency');
  });

  it('is safe to repeat with one all the same', async () => {
    const key = randomUUID();
    const person = { data: { type: 'people', attributes: { first_names: 'SAM', last_name: 'REPEATED' } } };
    const first = await api.post('/people', person, keyed(key));
    const again = await api.post('/people', person, keyed(key));
    expect(first.status).toBe(201);
    expect(exact(again)).toEqual(exact(first));
  });
});

describe.each([
  ['faithful', api, 10 * MINUTE, 12 * HOUR],
  ['durable', durable.api, 24 * HOUR, 24 * HOUR],
])('the windows of a key, %s', (_, client, replayMs, conflictMs) => {
  const cases: [string, number, 'replay' | 'conflict' | 'fresh'][] = [
    ['at once', 0, 'replay'],
    ['at the last moment of the replay', replayMs - 1, 'replay'],
    ...(replayMs < conflictMs
      ? ([
          ['after the replay', replayMs, 'conflict'],
          ['at the last moment of the conflict', conflictMs - 1, 'conflict'],
        ] as [string, number, 'conflict'][])
      : []),
    ['after the conflict', conflictMs, 'fresh'],
  ];

  beforeEach(() => {
    client.clock().reset();
    // Stopped first: between setting and stopping a running clock a millisecond may pass.
    client.clock().freeze();
    client.clock().set(start);
  });

  afterAll(() => client.clock().reset());

  it.each(cases)('the same request %s', async (_when, laterMs, expected) => {
    const key = randomUUID();
    const first = await client.post('/moves', body(), keyed(key));
    expect(first.status).toBe(201);
    // Tokens last two hours; the clock goes on only for the key.
    const token = await freshToken(client.url(), () => client.clock().set(new Date(start.getTime() + laterMs)));
    const again = await client.post('/moves', body(), { ...keyed(key), Authorization: token });
    if (expected === 'conflict') expect(again).toMatchObject(conflict(key));
    else expect(again.status).toBe(201);
    if (expected === 'replay') expect(exact(again)).toEqual(exact(first));
    if (expected === 'fresh') expect(again.body.data.id).not.toBe(first.body.data.id);
  });

  it('another request with the same key conflicts until it is free', async () => {
    const key = randomUUID();
    await client.post('/moves', body(), keyed(key));
    const other = moveBody(null, { additional_information: 'other' });
    expect(await client.post('/moves', other, keyed(key))).toMatchObject(conflict(key));
    const token = await freshToken(client.url(), () => client.clock().set(new Date(start.getTime() + conflictMs)));
    const free = await client.post('/moves', other, { ...keyed(key), Authorization: token });
    expect(free.status).toBe(201);
  });
});

describe('a key', () => {
  it('replays the exact bytes and changes nothing', async () => {
    const key = randomUUID();
    const first = await api.post('/moves', body(), keyed(key));
    const before = await countMoves();
    const again = await api.post('/moves', body(), keyed(key));
    expect(exact(again)).toEqual(exact(first));
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await countMoves()).toBe(before);
  });

  it('replays a change too, even after the move has changed again', async () => {
    const { id } = await given.move();
    const key = randomUUID();
    const change = { data: { type: 'moves', attributes: { additional_information: 'first' } } };
    const first = await api.patch(`/moves/${id}`, change, keyed(key));
    await api.patch(`/moves/${id}`, { data: { type: 'moves', attributes: { additional_information: 'second' } } });
    expect(exact(await api.patch(`/moves/${id}`, change, keyed(key)))).toEqual(exact(first));
    expect((await api.get(`/moves/${id}`)).body.data.attributes.additional_information).toBe('second');
  });

  it('conflicts with the same body on another path', async () => {
    const key = randomUUID();
    await api.post('/moves', body(), keyed(key));
    expect(await api.post('/v1/moves', body(), keyed(key))).toMatchObject(conflict(key));
  });

  it('does not look at the query', async () => {
    const key = randomUUID();
    const first = await api.post('/moves', body(), keyed(key));
    expect(exact(await api.post('/moves?include=from_location', body(), keyed(key)))).toEqual(exact(first));
  });

  it('of one client means nothing to another', async () => {
    const key = randomUUID();
    const mine = await api.post('/moves', body(), keyed(key));
    const theirs = await api.as('serco').post('/moves', body(), keyed(key));
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.data.id).not.toBe(mine.body.data.id);
  });

  it.each([
    ['a body without data', {}, 400],
    ['a status that does not exist', moveBody(null, { status: 'nowhere' }), 422],
    ['a place that does not exist', moveBody(null, {}, { from: randomUUID() }), 404],
    ['no body', '', 400],
  ])('is free again after %s', async (_, bad, status) => {
    const key = randomUUID();
    const before = await countMoves();
    expect((await api.post('/moves', bad, keyed(key))).status).toBe(status);
    expect(await countMoves()).toBe(before);
    expect((await api.post('/moves', body(), keyed(key))).status).toBe(201);
  });

  it.each([
    ['in upper case', (key: string) => key.toUpperCase()],
    ['of no version at all', () => '00000000-0000-0000-0000-000000000001'],
    ['in quotes', (key: string) => `"${key}"`],
  ])('may be %s', async (_, spell) => {
    expect((await api.post('/moves', body(), keyed(spell(randomUUID())))).status).toBe(201);
  });

  it('is compared as it was sent', async () => {
    const key = randomUUID();
    const first = await api.post('/moves', body(), keyed(key));
    const shouted = await api.post('/moves', body(), keyed(key.toUpperCase()));
    expect(shouted.body.data.id).not.toBe(first.body.data.id);
  });
});

/** A token of the moment that `move` leads to. */
async function freshToken(url: string, move: () => void): Promise<string> {
  move();
  const reply = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'pmu-demo',
      client_secret: 'pmu-demo-secret',
    }),
  });
  const { access_token: token } = (await reply.json()) as { access_token: string };
  return `Bearer ${token}`;
}

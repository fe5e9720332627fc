import { createHash, randomUUID } from 'node:crypto';
import { testDatabase } from '@switchyard/testing';
import type { IdempotencyRecord, Lookup } from './idempotency-record';
import { forgetExpiredKeys, rememberKey, takeKey } from './idempotency-record';
import { prepared } from './statement';
import { scratch } from './testing/scratch';

const { database } = testDatabase(scratch);
const noon = new Date('2026-11-20T12:00:00.000Z');

const record = (facts: Partial<IdempotencyRecord> = {}): IdempotencyRecord => ({
  scope: 'client',
  key: randomUUID(),
  method: 'POST',
  path: '/api/moves',
  fingerprint: createHash('sha256').update('body').digest(),
  status: 201,
  headers: { 'Content-Type': 'application/json' },
  body: Buffer.from([0, 1, 2, 0xff, 0xfe]),
  requestId: randomUUID(),
  createdAt: noon,
  replayUntil: new Date(noon.getTime() + 1),
  conflictUntil: new Date(noon.getTime() + 2),
  ...facts,
});

const remember = (remembered: IdempotencyRecord) =>
  database().transaction(async (tx) => {
    rememberKey(tx, remembered);
    await Promise.resolve();
  });
const lookup = (scope: string, key: string, service = 'test'): Promise<Lookup> =>
  database().transaction((tx) => takeKey(tx, service, scope, key));

describe('takeKey', () => {
  it('finds a key free, then known, byte for byte', async () => {
    const known = record();
    expect(await lookup(known.scope, known.key)).toEqual({ state: 'free' });
    await remember(known);
    const { fingerprint, status, headers, body, requestId, replayUntil, conflictUntil } = known;
    expect(await lookup(known.scope, known.key)).toEqual({
      state: 'known',
      fingerprint,
      status,
      headers,
      body,
      requestId,
      replayUntil,
      conflictUntil,
    });
  });

  it('remembers an empty body', async () => {
    const empty = record({ status: 204, headers: {}, body: Buffer.alloc(0) });
    await remember(empty);
    expect(await lookup(empty.scope, empty.key)).toMatchObject({ state: 'known', status: 204, body: Buffer.alloc(0) });
  });

  it('says in flight, at once, while another transaction holds the key, and free when that one failed', async () => {
    const key = randomUUID();
    const failed = database().transaction(async (tx) => {
      expect(await takeKey(tx, 'test', 'client', key)).toEqual({ state: 'free' });
      expect(await lookup('client', key)).toEqual({ state: 'in_flight' });
      throw new Error('boom');
    });
    await expect(failed).rejects.toThrow('boom');
    expect(await lookup('client', key)).toEqual({ state: 'free' });
  });

  it.each([
    ['another client', 'test', 'other client'],
    ['another service', 'other service', 'client'],
  ])('does not hold up %s with the same key', async (_, service, scope) => {
    const key = randomUUID();
    await database().transaction(async (tx) => {
      await takeKey(tx, 'test', 'client', key);
      expect(await lookup(scope, key, service)).toEqual({ state: 'free' });
    });
  });

  it('sees what a parallel request committed while this transaction was open already', async () => {
    const late = record();
    await database().transaction(async (tx) => {
      await tx.rows(prepared('one', 'select 1'));
      await remember(late);
      expect(await takeKey(tx, 'test', late.scope, late.key)).toMatchObject({ state: 'known' });
    });
  });
});

describe('rememberKey', () => {
  it('replaces what has expired', async () => {
    const old = record();
    await remember(old);
    await remember({ ...old, status: 204, body: Buffer.from('new'), requestId: randomUUID() });
    expect(await lookup(old.scope, old.key)).toMatchObject({ status: 204, body: Buffer.from('new') });
  });

  it.each([
    ['a failure', { status: 422 }],
    ['a key that is too long', { key: 'k'.repeat(256) }],
    ['a fingerprint that is none', { fingerprint: Buffer.from('short') }],
  ])('refuses %s', async (_, facts) => {
    await expect(remember(record(facts))).rejects.toMatchObject({ sqlState: '23514' });
  });
});

describe('forgetExpiredKeys', () => {
  it('forgets up to a thousand that have expired, and none that still counts', async () => {
    await database().reader().rows(prepared('clear-keys', 'truncate idempotency_key'));
    const live = record();
    await remember(live);
    await database()
      .reader()
      .rows(
        prepared(
          'many-keys',
          `insert into idempotency_key
           select scope, 'old ' || n, method, path, fingerprint, status, headers, body, request_id, created_at,
             replay_until - interval '1 day', conflict_until - interval '1 day'
           from idempotency_key, generate_series(1, 1500) as n`,
        ),
      );
    const justBefore = new Date(live.conflictUntil.getTime());
    expect(await forgetExpiredKeys(database().reader(), justBefore)).toBe(1_000);
    expect(await forgetExpiredKeys(database().reader(), justBefore)).toBe(500);
    expect(await forgetExpiredKeys(database().reader(), justBefore)).toBe(0);
    expect(await lookup(live.scope, live.key)).toMatchObject({ state: 'known' });
  });

  it('passes over a key that is being written now', async () => {
    await database().reader().rows(prepared('clear-keys', 'truncate idempotency_key'));
    const [one, other] = [record(), record()];
    await remember(one);
    await remember(other);
    await database().transaction(async (tx) => {
      await tx.rows(prepared('hold-key', 'select 1 from idempotency_key where key = $1 for update'), [one.key]);
      expect(await forgetExpiredKeys(database().reader(), new Date(noon.getTime() + 10))).toBe(1);
    });
    expect(await lookup(other.scope, other.key)).toEqual({ state: 'free' });
  });
});

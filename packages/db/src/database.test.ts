import { once } from 'node:events';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import { testDatabase } from '@switchyard/testing';
import { Database } from './database';
import { DatabaseUnavailable } from './sql-errors';
import { prepared } from './statement';
import { scratch } from './testing/scratch';

const insert = prepared('insert-item', 'insert into item (id, name) values ($1, $2)');
const touch = prepared('touch', 'update item set amount = coalesce(amount, 0) + 1 where id = $1');
const hold = prepared('hold', 'select pg_advisory_xact_lock(77)');
const raise = (code: string) =>
  prepared(`raise-${code}`, `do $$ begin raise exception 'raised' using errcode = '${code}'; end $$`);

const { database, url } = testDatabase(scratch);
const small = (settings: object): Database =>
  new Database({ url: url(), schema: scratch.schema, poolSize: 1, ...settings });

beforeEach(() => database().reader().rows(prepared('clear', 'truncate item, part')));

describe('a transaction that the database gave up', () => {
  it.each(['40001', '40P01'])('runs again after %s, unseen by the caller', async (code) => {
    let runs = 0;
    const answer = await database().transaction(async (tx) => {
      runs += 1;
      tx.send(insert, [runs, 'item']);
      if (runs <= 3) tx.send(raise(code));
      return `run ${runs}`;
    });
    expect(answer).toBe('run 4');
    expect(await database().reader().rows(prepared('ids', 'select id from item'))).toEqual([{ id: 4 }]);
  });

  it('is reported after the third repetition', async () => {
    let runs = 0;
    const work = database().transaction(async (tx) => {
      runs += 1;
      await tx.rows(raise('40001'));
    });
    await expect(work).rejects.toMatchObject({ constructor: DatabaseUnavailable, sqlState: '40001' });
    expect(runs).toBe(4);
  });

  it.each(['55P03', '23514', '42P01'])('does not run again after %s', async (code) => {
    let runs = 0;
    const work = database().transaction(async (tx) => {
      runs += 1;
      await tx.rows(raise(code));
    });
    await expect(work).rejects.toThrow();
    expect(runs).toBe(1);
  });

  it('survives a real deadlock: both writers end with their effect', async () => {
    await database().transaction(async (tx) => {
      tx.send(insert, [1, 'one']);
      tx.send(insert, [2, 'two']);
      await Promise.resolve();
    });
    let arrived = 0;
    let meet: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (meet = resolve));
    const write = (first: number, second: number) =>
      database().transaction(async (tx) => {
        tx.send(prepared('quick-deadlock', "set local deadlock_timeout = '20ms'"));
        await tx.rows(touch, [first]);
        arrived += 1;
        if (arrived === 2) meet();
        await both;
        await tx.rows(touch, [second]);
      });
    await Promise.all([write(1, 2), write(2, 1)]);
    expect(arrived).toBeGreaterThan(2);
    const amounts = await database().reader().rows(prepared('amounts', 'select amount from item order by id'));
    expect(amounts).toEqual([{ amount: 2 }, { amount: 2 }]);
  });
});

describe('when every connection is taken', () => {
  it.each([
    ['a write', (db: Database) => db.transaction((tx) => tx.rows(prepared('one', 'select 1')))],
    ['a read', (db: Database) => db.reader().rows(prepared('one', 'select 1'))],
    ['a list', (db: Database) => db.lister().rows(prepared('one', 'select 1'))],
  ])('%s beyond the queue is turned away at once, those in the queue are served', async (_, ask) => {
    const db = small({ maxWaiting: 2 });
    const { holder, free } = await holdOnly(db);
    const queued = [ask(db), ask(db)];
    expect(db.waiting).toBe(2);
    await expect(ask(db)).rejects.toMatchObject({ constructor: DatabaseUnavailable, sqlState: 'pool' });
    free();
    await Promise.all([holder, ...queued]);
    await db.close();
  });

  it('a request that waits too long is turned away, and the connection stays usable', async () => {
    const db = small({ acquireTimeoutMs: 1_000 });
    const { holder, free } = await holdOnly(db);
    await expect(db.transaction(() => Promise.resolve())).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(db.reader().rows(prepared('one', 'select 1 as one'))).rejects.toBeInstanceOf(DatabaseUnavailable);
    free();
    await holder;
    await expect(db.reader().first(prepared('one', 'select 1 as one'))).resolves.toEqual({ one: 1 });
    await db.close();
  });
});

describe('time limits', () => {
  it.each([
    ['a statement', { statementTimeoutMs: 30 }, prepared('sleep', 'select pg_sleep(5)'), '57014'],
    ['a wait for a lock', { lockTimeoutMs: 30 }, hold, '55P03'],
  ])('%s that takes too long ends as unavailable', async (_, settings, statement, sqlState) => {
    const db = small(settings);
    await database().transaction(async (tx) => {
      await tx.rows(hold);
      await expect(db.transaction((other) => other.rows(statement))).rejects.toMatchObject({
        constructor: DatabaseUnavailable,
        sqlState,
      });
    });
    await db.close();
  });

  it('a transaction that stands idle too long is ended by the server, and says so', async () => {
    const db = small({ idleInTransactionTimeoutMs: 30 });
    const ended = db.transaction(async (tx) => {
      const [me] = await tx.rows<{ pid: number }>(prepared('me', 'select pg_backend_pid() as pid'));
      const gone = prepared('gone', 'select from pg_stat_activity where pid = $1');
      while ((await database().reader().rows(gone, [me?.pid])).length > 0) await new Promise(setImmediate);
      await tx.rows(prepared('one', 'select 1'));
    });
    await expect(ended).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(db.reader().first(prepared('one', 'select 1 as one'))).resolves.toEqual({ one: 1 });
    await db.close();
  });
});

describe('a server that cannot be reached', () => {
  it('is unavailable: nothing listens', async () => {
    const db = small({ url: `postgres://user:secret@127.0.0.1:${await closedPort()}/nowhere` });
    await expect(db.reader().rows(hold)).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(db.transaction(() => Promise.resolve())).rejects.toBeInstanceOf(DatabaseUnavailable);
    await db.close();
  });

  it('is unavailable: it accepts and never answers', async () => {
    const silent = createServer();
    const port = await listen(silent);
    const db = small({ url: `postgres://user:secret@127.0.0.1:${port}/nowhere`, acquireTimeoutMs: 50 });
    await expect(db.reader().rows(hold)).rejects.toBeInstanceOf(DatabaseUnavailable);
    await db.close();
    silent.close();
  });
});

describe('columns', () => {
  it('a day stays text, a count becomes a number, an instant a date', async () => {
    const statement = prepared('types', "select date '2026-02-28' as d, 9007199254740991::int8 as n, now() as t");
    expect(await database().reader().first(statement)).toEqual({
      d: '2026-02-28',
      n: Number.MAX_SAFE_INTEGER,
      t: expect.any(Date),
    });
  });

  it('the statements of a request are counted when somebody asks', async () => {
    const counter = { statements: 0 };
    const db = database().reader(counter);
    await db.rows(prepared('one', 'select 1'));
    await db.first(prepared('one', 'select 1'));
    expect(counter.statements).toBe(2);
  });
});

/** Takes the only connection of `db` until it is freed. */
async function holdOnly(db: Database): Promise<{ holder: Promise<void>; free: () => void }> {
  let free: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (free = resolve));
  const [holder] = await new Promise<[Promise<void>]>((held) => {
    const holding: Promise<void> = db.transaction(() => {
      held([holding]);
      return until;
    });
  });
  return { holder, free };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as { port: number }).port;
}

async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return port;
}

import type { Database, Statement } from '@switchyard/db';
import { query } from '@switchyard/db';
import { testDatabase } from '@switchyard/testing';
import { migrations } from '../../migrations';
import { demoData } from './demo';
import { referenceData } from './reference-data';
import { isSeeded, resetDatabase, seedDatabase } from './index';

const { database } = testDatabase({ schema: 'book_secure_move', migrations });
const now = new Date('2026-11-20T10:00:00Z');

const seed = (what: 'reference' | 'demo', at = now) => database().transaction((tx) => seedDatabase(tx, what, at));
const reset = (at = now) => database().transaction((tx) => resetDatabase(tx, at));

describe('seedDatabase', () => {
  beforeEach(() => empty(database()));

  it('stores the reference data alone', async () => {
    await seed('reference');
    expect(await counts()).toEqual(sizes(referenceData));
    expect(await states()).toEqual({ reference: true, demo: false });
  });

  it('adds the demo to reference data that is there already', async () => {
    await seed('reference');
    await seed('demo');
    expect(await counts()).toMatchObject(sizes([...referenceData, ...demoData(now)]));
    expect(await states()).toEqual({ reference: true, demo: true });
  });

  it('changes nothing when it runs again, at another time too', async () => {
    await seed('demo');
    const before = await contents();
    await seed('reference');
    await seed('demo');
    await seed('demo', new Date('2027-02-01T08:00:00Z'));
    expect(await contents()).toEqual(before);
  });

  it('keeps what somebody has changed', async () => {
    await seed('demo');
    await run(query('suppliers').where({ key: 'serco' }).update({ name: 'Serco Group' }));
    await seed('demo');
    expect(await rows('suppliers')).toContainEqual(expect.objectContaining({ key: 'serco', name: 'Serco Group' }));
  });

  it('stores the values as their columns read them', async () => {
    await seed('demo');
    const [client] = await read(query('oauth_applications').where({ uid: 'pmu-demo' }));
    const [allocation] = await read(query('allocations'));
    expect(client).toMatchObject({
      scopes: ['read', 'write', 'diagnostics.pii', 'pricing:read', 'pricing:write'],
      supplier_id: null,
      demo: true,
    });
    expect(allocation).toMatchObject({
      date: '2026-11-27',
      moves_count: 3,
      created_at: new Date('2026-11-19T09:10:00Z'),
    });
    expect(allocation?.['complex_cases']).toContainEqual({
      title: 'Segregated prisoners',
      answer: true,
      allocationComplexCaseId: '8952537a-ecf7-4e25-93d1-2ad67651ad99',
      key: 'hold_separately',
    });
  });

  it('lets the database derive who sees a move and which ones wander', async () => {
    await seed('demo');
    const moves = await read(query('moves'));
    const suppliers = await read(query('suppliers'));
    const nameOf = (id: unknown) => suppliers.find((each) => each['id'] === id)?.['key'];
    const seenBy = (reference: string) =>
      (moves.find((each) => each['reference'] === reference)?.['visible_to'] as string[]).map(nameOf).sort();
    expect(moves.filter((each) => each['has_lodgings']).map((each) => each['reference'])).toEqual(['WAF8271H']);
    expect(moves.filter((each) => each['has_multi_date_journeys']).map((each) => each['reference'])).toEqual([
      'WAF8271H',
    ]);
    expect(seenBy('KHT4917W')).toEqual(['geoamey', 'serco']);
    expect(seenBy('WAF8271H')).toEqual(['serco']);
  });
});

describe('isSeeded', () => {
  it('is false on an empty database', async () => {
    await empty(database());
    expect(await states()).toEqual({ reference: false, demo: false });
  });
});

describe('resetDatabase', () => {
  beforeEach(async () => {
    await empty(database());
    await seed('demo');
  });

  it('restores exactly what a fresh demo has', async () => {
    const fresh = await contents();
    await disturb();
    expect(await contents()).not.toEqual(fresh);
    await reset();
    expect(await contents()).toEqual(fresh);
  });

  it('lays the demo around its own now', async () => {
    await reset(new Date('2026-12-24T10:00:00Z'));
    const [inTransit] = await read(query('moves').where({ status: 'in_transit' }));
    expect(inTransit?.['date']).toBe('2026-12-24');
  });

  it('keeps the ledger of migrations', async () => {
    const before = await rows('knex_migrations');
    await reset();
    expect(await rows('knex_migrations')).toEqual(before);
  });

  it('leaves everything as it was when it fails half-way', async () => {
    await disturb();
    const before = await contents();
    const failing = database().transaction(async (tx) => {
      await resetDatabase(tx, now);
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    expect(await contents()).toEqual(before);
  });

  it('shows others no state between', async () => {
    const seen = new Set<number>();
    let done = false;
    const watch = async () => {
      while (!done) seen.add((await read(query('moves'))).length);
    };
    const watching = watch();
    await reset();
    done = true;
    await watching;
    expect(seen).toEqual(new Set([(await read(query('moves'))).length]));
  });
});

type Row = Record<string, unknown>;

const run = (statement: Statement<Row>): Promise<Row[]> => database().transaction((tx) => tx.rows<Row>(statement));
const read = (statement: Statement<Row>): Promise<Row[]> => database().reader().rows<Row>(statement);
const rows = (table: string): Promise<Row[]> => read(query(table));

async function states(): Promise<{ reference: boolean; demo: boolean }> {
  const db = database().reader();
  return { reference: await isSeeded(db, 'reference'), demo: await isSeeded(db, 'demo') };
}

const sizes = (batches: typeof referenceData): Record<string, number> =>
  Object.fromEntries(batches.map(({ table, rows: stored }) => [table, stored.length]));

/** How many rows each table has, of those that have any. */
async function counts(): Promise<Record<string, number>> {
  return sizes((await contents()).map(([table, stored]) => ({ table, rows: stored })));
}

/** Every row of every table that has any, in an order of its own. */
async function contents(): Promise<[table: string, rows: Row[]][]> {
  const tables = (await tableNames()).map(async (table): Promise<[string, Row[]]> => {
    return [table, await read(query(`${table} as t`).orderByRaw('t::text'))];
  });
  return (await Promise.all(tables)).filter(([, stored]) => stored.length > 0);
}

async function tableNames(): Promise<string[]> {
  const found = await read(query('pg_tables').where({ schemaname: 'book_secure_move' }).orderBy('tablename'));
  return found.map(({ tablename }) => String(tablename)).filter((name) => !name.startsWith('knex_migrations'));
}

async function empty(db: Database): Promise<void> {
  const names = await tableNames();
  await db.transaction((tx) => tx.rows(query.raw(`truncate ${names.map(() => '??').join(', ')}`, names)));
}

/** Something of everything that a user might do: change, add, remove, and leave traces in the tables of the mechanism. */
async function disturb(): Promise<void> {
  await run(query('moves').where({ status: 'requested' }).update({ additional_information: 'changed' }));
  await run(query('generic_events').where({ eventable_type: 'lodgings' }).delete());
  await run(query('identifier_types').insert({ key: 'shoe_size', title: 'Shoe size', description: 'Size of shoe' }));
  await run(query('sandbox_clock').insert({ offset_ms: 5 }));
  await run(
    query('audit_log').insert({
      at: now,
      request_id: '11111111-1111-4111-8111-111111111111',
      method: 'GET',
      route: '/moves',
      path: '/api/moves',
      status: 200,
    }),
  );
}

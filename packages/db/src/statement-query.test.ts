import { testDatabase } from '@switchyard/testing';
import type { EventEmitter } from 'node:events';
import type { PoolClient } from 'pg';
import { Pool } from 'pg';
import { send } from './statement-query';
import { scratch } from './testing/scratch';

const { url } = testDatabase(scratch);
let pool: Pool;
let client: PoolClient;

beforeEach(async () => {
  pool = new Pool({ connectionString: url(), max: 1, pipeline: true });
  client = await pool.connect();
});

afterEach(async () => {
  client.release();
  await pool.end();
});

/** How often the server has described rows on the connection while `work` ran. */
async function descriptionsIn(work: () => Promise<unknown>): Promise<number> {
  const { connection } = client as unknown as { connection: EventEmitter };
  let seen = 0;
  const count = (): void => void (seen += 1);
  connection.on('rowDescription', count);
  await work();
  connection.off('rowDescription', count);
  return seen;
}

const numbers = (name: string, upTo: number) =>
  send(client, {
    name,
    text: "select n, 'no ' || n as text, null as nothing from generate_series(1, $1) n",
    values: [upTo],
  });

describe('send', () => {
  it('has the rows of a named statement described once, and reads them the same each time', async () => {
    const row = (n: number) => ({ n, text: `no ${n}`, nothing: null });
    expect(
      await descriptionsIn(async () => {
        expect((await numbers('numbers', 1)).rows).toEqual([row(1)]);
        expect((await numbers('numbers', 3)).rows).toEqual([row(1), row(2), row(3)]);
        expect((await numbers('numbers', 0)).rows).toEqual([]);
      }),
    ).toBe(1);
  });

  it('has them described each time where the statement has no name', async () => {
    expect(
      await descriptionsIn(async () => {
        for (const upTo of [1, 2]) expect((await numbers('', upTo)).rows).toHaveLength(upTo);
      }),
    ).toBe(2);
  });

  it('tells what a statement without rows did', async () => {
    await send(client, { text: 'create temporary table kept (id int)' });
    const insert = { name: 'insert-kept', text: 'insert into kept values ($1), ($1)', values: [1] };
    expect([await send(client, insert), await send(client, insert)]).toEqual([
      { rows: [], command: 'INSERT 0 2' },
      { rows: [], command: 'INSERT 0 2' },
    ]);
  });

  it('reads nothing wrongly when the columns of a named statement have changed: the server refuses it', async () => {
    await send(client, { text: 'create temporary table kept as select 1 as id' });
    const all = { name: 'all-kept', text: 'select * from kept', values: [] };
    await send(client, all);
    await send(client, { text: 'alter table kept add column late text' });
    await expect(send(client, all)).rejects.toThrow('cached plan must not change result type');
    expect((await send(client, { ...all, name: 'all-kept-now' })).rows[0]).toEqual({ id: 1, late: null });
  });

  it('fails alone in a pipeline', async () => {
    const outcomes = await Promise.allSettled([
      numbers('numbers', 1),
      send(client, { name: 'halved', text: 'select 1 / $1::int as half', values: [0] }),
      numbers('numbers', 2),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

import { testDatabase } from '@switchyard/testing';
import { Pool } from 'pg';
import { Database } from './database';
import { Leases } from './leases';
import { DatabaseUnavailable } from './sql-errors';
import { prepared } from './statement';
import { scratch } from './testing/scratch';

const { url } = testDatabase(scratch);

/** Lends the connections of a pool of its own. */
async function lending(
  { max, maxWaiting = 100 }: { max: number; maxWaiting?: number },
  work: (leases: Leases, pool: Pool) => Promise<void>,
): Promise<void> {
  const pool = new Pool({ connectionString: url(), max });
  await work(new Leases(pool, maxWaiting), pool);
  await pool.end();
}

describe('leases', () => {
  it('are of one connection each while there are enough', () =>
    lending({ max: 2 }, async (leases) => {
      const [first, second] = [leases.take(), leases.take()];
      expect(first).not.toBe(second);
      const clients = await Promise.all([first.client, second.client]);
      expect(leases.waiting).toBe(0);
      for (const client of clients) client.release();
    }));

  it('are shared by four while all connections are taken, and each who waits is counted', () =>
    lending({ max: 1 }, async (leases, pool) => {
      const holder = await pool.connect();
      const taken = Array.from({ length: 6 }, () => leases.take());
      expect(taken.map((lease) => taken.indexOf(lease))).toEqual([0, 0, 0, 0, 4, 4]);
      expect(leases.waiting).toBe(6);
      holder.release();
      (await taken[0]!.client).release();
      expect(leases.waiting).toBeLessThanOrEqual(2);
      (await taken[4]!.client).release();
      expect(leases.waiting).toBe(0);
    }));

  it('are not joined any more once their connection is there', () =>
    lending({ max: 1 }, async (leases, pool) => {
      const holder = await pool.connect();
      const early = leases.take();
      holder.release();
      const client = await early.client;
      const late = leases.take();
      expect(late).not.toBe(early);
      client.release();
      (await late.client).release();
    }));

  it('are refused when too many wait, those that joined another counted too', () =>
    lending({ max: 1, maxWaiting: 3 }, async (leases, pool) => {
      const holder = await pool.connect();
      const taken = [leases.take(), leases.take(), leases.take()];
      expect(() => leases.take()).toThrow(DatabaseUnavailable);
      holder.release();
      (await taken[0]!.client).release();
      (await leases.take().client).release();
    }));
});

describe('reads that share a connection', () => {
  it('each have their own answer, and their own failure', async () => {
    const db = new Database({ url: url(), schema: scratch.schema, poolSize: 1 });
    const answer = (n: number) => db.reader().first(prepared(`answer-${n}`, `select ${n} as n`));
    let answers: Promise<PromiseSettledResult<unknown>[]> | undefined;
    await db.transaction(async (tx) => {
      answers = Promise.allSettled([answer(1), db.reader().rows(prepared('broken', 'select 1 / 0')), answer(2)]);
      await tx.rows(prepared('one', 'select 1'));
    });
    expect(await answers).toEqual([
      { status: 'fulfilled', value: { n: 1 } },
      { status: 'rejected', reason: expect.objectContaining({ sqlState: '22012' }) },
      { status: 'fulfilled', value: { n: 2 } },
    ]);
    await db.close();
  });
});

import { testDatabase } from '@switchyard/testing';
import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';
import { Pool } from 'pg';
import { prepared } from './statement';
import { scratch } from './testing/scratch';
import { Transaction } from './transaction';

const { url } = testDatabase(scratch);

/** How often a connection's socket is written to while `work` runs. */
async function packetsIn(work: (client: PoolClient) => Promise<unknown>): Promise<number> {
  const pool = new Pool({
    connectionString: url(),
    max: 1,
    pipeline: true,
    options: `-c search_path=${scratch.schema}`,
  });
  const client = await pool.connect();
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  const write = jest.spyOn(stream, '_write');
  const writeSeveral = jest.spyOn(stream as Required<Writable>, '_writev');
  await work(client);
  const packets = write.mock.calls.length + writeSeveral.mock.calls.length;
  client.release();
  await pool.end();
  return packets;
}

const insert = prepared('insert', 'insert into item (id, name) values ($1, $2)');
const log = prepared('log', 'insert into part (id, item_id) values ($1, $2)');
const names = prepared<{ name: string }>('names', 'select name from item');

describe('the statements of one turn', () => {
  it('leave in one packet, the begin before them and the commit after them included', async () => {
    const packets = await packetsIn(async (client) => {
      const tx = new Transaction(client);
      tx.send(insert, [1, 'one']);
      tx.append(log, [1, 1]);
      await tx.commit();
    });
    expect(packets).toBe(1);
  });

  it('leave in one packet for each answer that is waited for', async () => {
    const packets = await packetsIn(async (client) => {
      const tx = new Transaction(client);
      expect(await Promise.all([tx.first(names), tx.rows(names)])).toEqual([{ name: 'one' }, [{ name: 'one' }]]);
      tx.send(insert, [2, 'two']);
      tx.send(insert, [3, 'three']);
      await tx.commit();
    });
    expect(packets).toBe(2);
  });
});

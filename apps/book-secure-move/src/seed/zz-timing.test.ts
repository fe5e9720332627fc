import { testDatabase } from '@switchyard/testing';
import { migrations } from '../../migrations';
import { resetDatabase, seedDatabase } from './index';
const { database } = testDatabase({ schema: 'book_secure_move', migrations });
it('times', async () => {
  const t = async (f: () => Promise<unknown>) => {
    const s = performance.now();
    await f();
    return Math.round(performance.now() - s);
  };
  const now = new Date('2026-11-20T10:00:00Z');
  const out = [await t(() => database().transaction((tx) => seedDatabase(tx, 'demo', now)))];
  for (let i = 0; i < 5; i++) out.push(await t(() => database().transaction((tx) => resetDatabase(tx, now))));
  process.stderr.write(JSON.stringify(out) + '\n');
});

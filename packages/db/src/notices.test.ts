import { EventEmitter, once } from 'node:events';
import { testDatabase } from '@switchyard/testing';
import { Notices } from './notices';
import { prepared } from './statement';
import { scratch } from './testing/scratch';

const { database, url } = testDatabase(scratch);
const announce = (topic: string, channel = 'scratch') =>
  database().reader().rows(prepared('announce', 'select pg_notify($1, $2)'), [channel, topic]);
const killListener = () =>
  database()
    .reader()
    .rows(
      prepared(
        'kill-listener',
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where datname = current_database() and query like 'listen%'`,
      ),
    );

/** Every topic that is heard, as an event to wait for. */
async function listening(): Promise<{ notices: Notices; heard: string[]; next(): Promise<string> }> {
  const ears = new EventEmitter();
  const heard: string[] = [];
  const notices = new Notices(url(), 'scratch', (topic) => {
    heard.push(topic);
    ears.emit('heard', topic);
  });
  await notices.listen();
  return { notices, heard, next: async () => ((await once(ears, 'heard')) as [string])[0] };
}

describe('notices', () => {
  it('are heard in order, those of other channels are not', async () => {
    const { notices, heard, next } = await listening();
    await announce('not ours', 'elsewhere');
    await announce('clock');
    await announce('reference');
    while (heard.at(-1) !== 'reference') await next();
    expect(heard).toEqual(['clock', 'reference']);
    await notices.close();
  });

  it('are heard again after the connection was lost, and the gap is told', async () => {
    const { notices, next } = await listening();
    const reconnected = next();
    await killListener();
    expect(await reconnected).toBe('reconnected');
    const heard = next();
    await announce('clock');
    expect(await heard).toBe('clock');
    await notices.close();
  });

  it('end with close, and do not come back', async () => {
    const { notices, heard } = await listening();
    await notices.close();
    await announce('clock');
    const left = await database()
      .reader()
      .rows(
        prepared(
          'listeners',
          `select from pg_stat_activity
           where datname = current_database() and query like 'listen%' and state = 'idle'`,
        ),
      );
    expect(left).toEqual([]);
    expect(heard).toEqual([]);
  });

  it('cannot be opened where nothing answers', async () => {
    await expect(new Notices('postgres://127.0.0.1:1/none', 'scratch', () => undefined).listen()).rejects.toThrow();
  });
});

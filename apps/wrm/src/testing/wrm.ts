import { randomUUID } from 'node:crypto';
import type { Database } from '@switchyard/db';
import { Database as DatabaseOf } from '@switchyard/db';
import type { MovableClock } from '@switchyard/domain';
import { randomIds } from '@switchyard/domain';
import type { Listening } from '@switchyard/http';
import { createLogger, listen } from '@switchyard/http';
import type { TestReply } from '@switchyard/testing';
import { call, cloneDatabase } from '@switchyard/testing';
import { migrations } from '../../migrations';
import { readConfig } from '../config';
import { seedDatabase } from '../seed';
import type { Running } from '../start';
import { startWrm } from '../start';

/** The demo's clients, and nobody. */
export type Who = 'requestor' | 'supplier-a' | 'supplier-b' | 'admin' | 'nobody';

type Headers = Record<string, string>;

/** One client of the API, as a test speaks for it. */
export interface Speaker {
  get(path: string, headers?: Headers): Promise<TestReply>;
  post(path: string, body?: unknown, headers?: Headers): Promise<TestReply>;
  put(path: string, body?: unknown, headers?: Headers): Promise<TestReply>;
  patch(path: string, body?: unknown, headers?: Headers): Promise<TestReply>;
  delete(path: string, headers?: Headers): Promise<TestReply>;
}

export interface TestApi {
  as(who: Who): Speaker;
  url(): string;
  clock(): MovableClock;
  db(): Database;
}

/** When the demo of a test begins: Monday 2 February 2026 at 14:00 by the clocks of New Zealand. */
export const START = '2026-02-02T01:00:00.000Z';

/** Time as it passes, from `START` on. */
const aroundStart = (): Date => new Date(Date.parse(START) + performance.now());

export const basic = (user: string, secret: string): Headers => ({
  Authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
});

/**
 * The real app on a database of its own, with the demo data and its clock stopped at `START`, for the tests of one file.
 * Replies are held against the contract. `env` adds settings.
 */
export function wrm(env: Record<string, string> = {}): TestApi {
  let drop: () => Promise<void>;
  let running: Running;
  let listening: Listening;

  beforeAll(async () => {
    const clone = await cloneDatabase({ schema: 'wrm', migrations, fill });
    drop = clone.drop;
    const config = readConfig({
      DATABASE_URL: clone.url,
      CHECK_RESPONSES: 'on',
      LOG_LEVEL: 'error',
      DATABASE_POOL_SIZE: '6',
      ...env,
    });
    // What falls due is done at the start too, and must not find itself at another time than the demo.
    running = await startWrm(config, createLogger('test', config.logLevel, false), randomIds, { now: aroundStart });
    running.clock.set(new Date(START));
    running.clock.freeze();
    listening = await listen(running.service, '127.0.0.1', 0);
  }, 60_000);

  afterAll(async () => {
    await listening?.stop(1_000);
    await running?.stop();
    await drop?.();
  });

  const as = (who: Who): Speaker => {
    const send = (method: string, path: string, body: unknown, headers: Headers = {}): Promise<TestReply> =>
      call(`${listening.url}${path}`, method, {
        body,
        headers: {
          ...(who === 'nobody' ? {} : basic(who, `${who}-secret`)),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
      });
    return {
      get: (path, headers) => send('GET', path, undefined, headers),
      post: (path, body, headers) => send('POST', path, body, headers),
      put: (path, body, headers) => send('PUT', path, body, headers),
      patch: (path, body, headers) => send('PATCH', path, body, headers),
      delete: (path, headers) => send('DELETE', path, undefined, headers),
    };
  };

  return { as, url: () => listening.url, clock: () => running.clock, db: () => running.db };
}

/** A fresh name for a notification. */
export const notificationId = (): string => randomUUID();

/** The template holds the demo data, so that a test file starts with it at no cost. */
async function fill(url: string): Promise<void> {
  const db = new DatabaseOf({ url, schema: 'wrm', poolSize: 1 });
  await db.transaction((tx) => seedDatabase(tx, 'demo', new Date(START)));
  await db.close();
}

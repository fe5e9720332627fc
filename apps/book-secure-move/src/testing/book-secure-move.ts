import { randomUUID } from 'node:crypto';
import type { Database } from '@switchyard/db';
import { Database as DatabaseOf, prepared } from '@switchyard/db';
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
import { startBookSecureMove } from '../start';
import { Given } from './given';

export type Who = 'pmu' | 'geoamey' | 'serco' | 'nobody';

/** One client of the API, as a test speaks for it. Every write has a fresh Idempotency-Key unless it names its own. */
export interface Speaker {
  get(path: string, headers?: Record<string, string>): Promise<TestReply>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestReply>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestReply>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestReply>;
}

export interface TestApi extends Speaker {
  as(who: Who): Speaker;
  url(): string;
  clock(): MovableClock;
  db(): Database;
}

const JSON_API = 'application/vnd.api+json';

/**
 * The real app on a database of its own, with the demo data, for the tests of one file. Replies are held against the
 * contract. `env` adds settings.
 */
export function bookSecureMove(env: Record<string, string> = {}): { api: TestApi; given: Given } {
  let drop: () => Promise<void>;
  let running: Running;
  let listening: Listening;
  let databaseUrl: string;
  const tokens = new Map<Who, string>();

  beforeAll(async () => {
    ({ url: databaseUrl, drop } = await cloneDatabase({ schema: 'book_secure_move', migrations, fill }));
    const config = readConfig({
      DATABASE_URL: databaseUrl,
      CHECK_RESPONSES: 'on',
      LOG_LEVEL: 'error',
      DATABASE_POOL_SIZE: '6',
      ...env,
    });
    running = await startBookSecureMove(config, createLogger('test', config.logLevel, false), randomIds);
    listening = await listen(running.service, '127.0.0.1', 0);
    for (const who of ['pmu', 'geoamey', 'serco'] as const) tokens.set(who, await tokenOf(who));
  }, 60_000);

  afterAll(async () => {
    await listening?.stop(1_000);
    await running?.stop();
    await drop?.();
  });

  const tokenOf = async (who: Who): Promise<string> => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: `${who}-demo`,
      client_secret: `${who}-demo-secret`,
    });
    const reply = await call(`${listening.url}/oauth/token`, 'POST', {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    return (reply.body as { access_token: string }).access_token;
  };

  const speak = (who: Who): Speaker => {
    const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
      call(
        path.startsWith('http')
          ? path
          : `${listening.url}${path.startsWith('/api') || path.startsWith('/oauth') ? '' : '/api'}${path}`,
        method,
        {
          body,
          headers: {
            Accept: `${JSON_API}; version=2`,
            ...(who === 'nobody' ? {} : { Authorization: `Bearer ${tokens.get(who)}` }),
            ...(method === 'GET' ? {} : { 'Content-Type': JSON_API, 'Idempotency-Key': randomUUID() }),
            ...headers,
          },
        },
      );
    return {
      get: (path, headers) => send('GET', path, undefined, headers),
      post: (path, body, headers) => send('POST', path, body, headers),
      patch: (path, body, headers) => send('PATCH', path, body, headers),
      put: (path, body, headers) => send('PUT', path, body, headers),
    };
  };

  const api: TestApi = {
    ...speak('pmu'),
    as: speak,
    url: () => listening.url,
    clock: () => running.clock,
    db: () => running.db,
  };
  return { api, given: new Given(api) };
}

/** The template holds the demo data, so that a test file starts with it at no cost. */
async function fill(url: string): Promise<void> {
  const db = new DatabaseOf({ url, schema: 'book_secure_move', poolSize: 1 });
  await db.transaction((tx) => seedDatabase(tx, 'demo', new Date('2026-11-20T10:00:00Z')));
  await db.reader().rows(prepared('fold', 'select fold_tallies()'));
  await db.close();
}

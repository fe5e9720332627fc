import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { demoPassword } from '../seed/demo/users';
import type { Running } from '../start';
import { startStreetManager } from '../start';
import { Given } from './given';

/** Who speaks: a user of the demo by a short name. */
const users = {
  northbeck: 'planner@northbeck.example',
  southgate: 'planner@southgate.example',
  railway: 'planner@railway.example',
  contractor: 'contractor@copperline.example',
  ellerdale: 'officer@ellerdale.example',
  finance: 'finance@ellerdale.example',
  marshfield: 'officer@marshfield.example',
  admin: 'admin@ellerdale.example',
  export: 'export@northbeck.example',
} as const;

export type Who = keyof typeof users | 'nobody';

/** One user of the API, as a test speaks for it. Paths without a base are those of the Work API. */
export interface Speaker {
  get(path: string, headers?: Record<string, string>): Promise<TestReply>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestReply>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestReply>;
  delete(path: string, headers?: Record<string, string>): Promise<TestReply>;
}

export interface TestApi {
  as(who: Who): Speaker;
  /** Of a user that has logged in since the clock last moved; empty for nobody. */
  tokenOf(who: Who): Promise<string>;
  url(): string;
  clock(): MovableClock;
  db(): Database;
  /** Where uploaded files are kept. */
  filesDir(): string;
  /** Moves the clock forward, `P1D`, or sets it, and waits until what was due has been done. */
  moveTo(when: { now: string } | { advance: string }): Promise<void>;
}

/** Friday, in working hours. */
export const START = '2026-11-20T10:00:00.000Z';

/**
 * The real app on a database of its own, with the demo data, for the tests of one file; its clock stands at `START`.
 * Replies are held against the contract. `env` adds settings.
 */
export function streetManager(env: Record<string, string> = {}): { api: TestApi; given: Given } {
  let drop: () => Promise<void>;
  let running: Running;
  let listening: Listening;
  let dataDir: string;
  /** Who has spoken since the clock last moved: tokens live for an hour. */
  const tokens = new Map<Who, Promise<string>>();

  beforeAll(async () => {
    const clone = await cloneDatabase({ schema: 'street_manager', migrations, fill });
    drop = clone.drop;
    dataDir = await mkdtemp(join(tmpdir(), 'switchyard-'));
    const config = readConfig({
      DATABASE_URL: clone.url,
      CHECK_RESPONSES: 'on',
      LOG_LEVEL: 'error',
      DATABASE_POOL_SIZE: '6',
      SWITCHYARD_DATA_DIR: dataDir,
      ...env,
    });
    running = await startStreetManager(config, createLogger('test', config.logLevel, false), randomIds);
    listening = await listen(running.service, '127.0.0.1', 0);
    await moveClock({ now: START, frozen: true });
  }, 60_000);

  afterAll(async () => {
    await listening?.stop(1_000);
    await running?.stop();
    await drop?.();
    if (dataDir) await rm(dataDir, { recursive: true, force: true });
  });

  const moveClock = async (body: object): Promise<void> => {
    const headers = { 'Content-Type': 'application/json' };
    const { status, text } = await call(`${listening.url}/sandbox/clock`, 'PUT', { body, headers });
    if (status !== 200) throw new Error(`the clock could not be moved: ${text}`);
  };

  const login = async (emailAddress: string): Promise<string> => {
    const { body } = await call(`${listening.url}/v3/work/authenticate`, 'POST', {
      headers: { 'Content-Type': 'application/json' },
      body: { emailAddress, password: demoPassword },
    });
    return (body as { idToken: string }).idToken;
  };

  const tokenOf = (who: Who): Promise<string> => {
    const token = tokens.get(who) ?? (who === 'nobody' ? Promise.resolve('') : login(users[who]));
    tokens.set(who, token);
    return token;
  };

  const speak = (who: Who): Speaker => {
    const send = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
      call(
        `${listening.url}${path.startsWith('/v3') || path.startsWith('/sandbox') ? '' : '/v3/work'}${path}`,
        method,
        {
          body,
          headers: {
            ...(who === 'nobody' ? {} : { token: await tokenOf(who) }),
            ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
            ...(method === 'GET' ? {} : { 'Idempotency-Key': randomUUID() }),
            ...headers,
          },
        },
      );
    return {
      get: (path, headers) => send('GET', path, undefined, headers),
      post: (path, body, headers) => send('POST', path, body, headers),
      put: (path, body, headers) => send('PUT', path, body, headers),
      delete: (path, headers) => send('DELETE', path, undefined, headers),
    };
  };

  const api: TestApi = {
    as: speak,
    tokenOf,
    url: () => listening.url,
    clock: () => running.clock,
    db: () => running.db,
    filesDir: () => join(dataDir, 'files'),
    moveTo: async (when) => {
      await moveClock(when);
      tokens.clear();
    },
  };
  return { api, given: new Given(api) };
}

/** The template holds the demo data, so that a test file starts with it at no cost. */
async function fill(url: string): Promise<void> {
  const db = new DatabaseOf({ url, schema: 'street_manager', poolSize: 1 });
  await db.transaction((tx) => seedDatabase(tx, 'demo'));
  await db.close();
}

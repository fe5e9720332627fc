import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { cloneDatabase } from '@switchyard/testing';
import { play, type Service, services } from './index';

const root = resolve(__dirname, '../../..');

/** The service as `npm start` runs it, on an empty database and a folder of its own. */
async function launch({ name }: Service): Promise<{ url: string; stop: () => Promise<void> }> {
  const clone = await cloneDatabase({ schema: 'public', migrations: [] });
  const dataDir = await mkdtemp(join(tmpdir(), 'switchyard-'));
  const portVariable = `${name.toUpperCase().replaceAll('-', '_')}_PORT`;
  const launcher = spawn(process.execPath, ['tools/start.mjs', '--only', name], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: clone.url,
      SWITCHYARD_DATA_DIR: dataDir,
      [portVariable]: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (launcher.exitCode === null) {
      launcher.kill('SIGTERM');
      await once(launcher, 'exit');
    }
    await clone.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: await readyUrl(launcher), stop };
}

async function readyUrl({ stdout }: ChildProcess): Promise<string> {
  let found = '';
  for await (const line of createInterface({ input: stdout! })) {
    found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? found;
    if (line === 'ready') break;
  }
  return found;
}

describe.each(services.map((service) => [service.name, service] as const))('%s', (_service, service) => {
  let launched: Awaited<ReturnType<typeof launch>>;

  beforeAll(async () => {
    launched = await launch(service);
  }, 60_000);
  afterAll(() => launched?.stop(), 20_000);

  it.each(service.walkthroughs.map((walkthrough) => [walkthrough.name, walkthrough] as const))(
    '%s holds, and holds again',
    async (_name, walkthrough) => {
      for (let round = 0; round < 2; round += 1) {
        const played = await play(walkthrough, { url: launched.url, login: service.login });
        expect(played.failure).toBeUndefined();
        expect(played.held).toBe(true);
      }
    },
    60_000,
  );
});

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { cloneDatabase } from '@switchyard/testing';
import { bookSecureMoveWalkthroughs, play } from './index';

const root = resolve(__dirname, '../../..');
let drop: () => Promise<void>;
let launcher: ChildProcess;
let url: string;

/** The service as `npm start` runs it, on an empty database of its own. */
beforeAll(async () => {
  const clone = await cloneDatabase({ schema: 'public', migrations: [] });
  drop = clone.drop;
  launcher = spawn(process.execPath, ['tools/start.mjs', '--only', 'book-secure-move'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: clone.url, BOOK_SECURE_MOVE_PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  url = await readyUrl(launcher);
}, 60_000);

afterAll(async () => {
  if (launcher.exitCode === null) {
    launcher.kill('SIGTERM');
    await once(launcher, 'exit');
  }
  await drop();
}, 20_000);

async function readyUrl({ stdout }: ChildProcess): Promise<string> {
  let found = '';
  for await (const line of createInterface({ input: stdout! })) {
    found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? found;
    if (line === 'ready') break;
  }
  return found;
}

describe.each(bookSecureMoveWalkthroughs.map((walkthrough) => [walkthrough.name, walkthrough] as const))(
  '%s',
  (_name, walkthrough) => {
    it('holds, and holds again', async () => {
      for (let round = 0; round < 2; round += 1) {
        const played = await play(walkthrough, { url, print: () => undefined });
        expect(played.failure).toBeUndefined();
        expect(played.held).toBe(true);
      }
    }, 30_000);
  },
);

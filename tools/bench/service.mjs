import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from '../start/child.mjs';
import { root } from '../lib/root.mjs';

const profiler = fileURLToPath(new URL('./profiler.cjs', import.meta.url));

/**
 * Starts a bundled service as `npm start` does, on a free port.
 * @param {{ name: string, portVariable: string, credentials: (url: string) => Promise<object> }} service
 * @param {string} url of the database
 * @param {string} dataDir for what it keeps in files
 * @param {string | undefined} profileDir where CPU profiles go, if any are wanted
 * @param {(stop: () => Promise<void>) => void} own takes what ends it
 * @returns its `pid`, `port`, and the `credentials` that the load speaks with
 */
export async function startService({ name, portVariable, credentials }, url, dataDir, profileDir, own) {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    SWITCHYARD_DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    [portVariable]: '0',
    SEED: 'demo',
    LOG_LEVEL: 'warn',
    ...(profileDir && { BENCH_PROFILE_DIR: resolve(profileDir), NODE_OPTIONS: `--require ${profiler}` }),
  };
  const child = startChild({ name, portVariable, port: 0 }, env);
  own(() => child.stop(8_000, new Promise(() => undefined)));
  child.failed.catch(() => undefined);
  const ready = await Promise.race([child.ready, child.failed]);
  return {
    pid: child.pid,
    port: Number(new URL(ready.url).port),
    credentials: await credentials(ready.url),
  };
}

/**
 * Runs the start command until it says `ready`, then ends it.
 * @param {string} dataDir
 * @param {(stop: () => Promise<void>) => void} own takes what ends it, should the benchmark end first
 * @returns {Promise<number>} seconds
 */
export async function timeStart(dataDir, own) {
  const ports = { STREET_MANAGER_PORT: '0', BOOK_SECURE_MOVE_PORT: '0', WRM_PORT: '0' };
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'tools', 'start.mjs')], {
    cwd: root,
    env: { ...process.env, ...ports, DATABASE_URL: '', SWITCHYARD_DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  own(stop);
  const ready = new Promise((resolve) => {
    createInterface(child.stdout).on('line', (line) => line === 'ready' && resolve());
  });
  await Promise.race([
    ready,
    ended.then((code) => {
      throw new Error(`The start ended with ${code} before it was ready.`);
    }),
  ]);
  const seconds = (performance.now() - began) / 1_000;
  await stop();
  return seconds;
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { root } from '../lib/root.mjs';
import { reasonOf } from './reason.mjs';

const followParent = fileURLToPath(new URL('./follow-parent.cjs', import.meta.url));
const readyWithinMs = 60_000;
const keptLines = 200;

/**
 * Starts one bundled service in a process group of its own: Ctrl-C reaches the launcher only, which then lets each
 * service finish its requests. What the service prints is passed on line by line; what it says on stderr before it is
 * ready is kept back, for the explanation should it fail.
 * @param {{ name: string, portVariable: string, port: number }} service
 * @param {NodeJS.ProcessEnv} env
 * @returns `ready`: what the service said when it could serve; `failed`: rejected when it ends unasked or is never ready
 */
export function startChild(service, env) {
  const args = ['--require', followParent, join(root, 'dist', 'apps', `${service.name}.cjs`)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const printed = { stdout: [], stderr: [] };
  let isReady = false;
  let isAsked = false;

  keep(child.stdout, printed.stdout, (line) => process.stdout.write(`${line}\n`));
  keep(child.stderr, printed.stderr, (line) => isReady && process.stderr.write(`${line}\n`));

  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status, signal) => resolve(signal ?? `exit code ${status}`));
  });
  const ready = new Promise((resolve) => {
    child.on('message', (message) => {
      if (message?.type !== 'ready' || isReady) return;
      isReady = true;
      for (const line of printed.stderr) process.stderr.write(`${line}\n`);
      resolve(message);
    });
  });
  const failed = Promise.race([
    ended.then((how) => `${service.name} ended with ${how} ${isReady ? 'while serving' : 'while starting'}.`),
    tooLate(ready, `${service.name} was not ready after ${readyWithinMs / 1000} s.`),
  ]).then((what) => {
    if (!isAsked) throw new Error(reasonOf(service, what, printed));
  });

  /** Asks the service to finish and end; after `graceMs`, or as soon as `hurried` resolves, it is killed. */
  async function stop(graceMs, hurried) {
    isAsked = true;
    child.kill('SIGTERM');
    const timer = new AbortController();
    await Promise.race([ended, hurried, delay(graceMs, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
    killGroup(child.pid);
    await ended;
  }

  return { name: service.name, pid: child.pid, ready, failed, stop };
}

/** Resolves with the complaint when the promise is still open then, and never otherwise. */
function tooLate(ready, complaint) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(complaint), readyWithinMs);
    void ready.then(() => clearTimeout(timer));
    timer.unref();
  });
}

function keep(stream, lines, pass) {
  createInterface(stream).on('line', (line) => {
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
    pass(line);
  });
}

/** The service and whatever it started itself; none may be left. */
function killGroup(pid) {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}

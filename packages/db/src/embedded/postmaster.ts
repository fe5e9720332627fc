import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from './failure';
import { commandOf, isAlive, waitForExit, workingFolderOf } from './process';

/** What the server writes into `postmaster.pid`. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  /** It takes connections. */
  readonly ready: boolean;
}

/** Reads the server's own note of its process; undefined when there is none, or only the beginning of one. */
export function readPidFile(dataDir: string): PidFile | undefined {
  try {
    const lines = readFileSync(pidFileOf(dataDir), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 ? { pid, port: port || 0, ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

export function pidFileOf(dataDir: string): string {
  return join(dataDir, 'postmaster.pid');
}

/**
 * Whether this process is the server of this data directory, and not another program that got its number since. A
 * server works in its data directory, and is recognised there even after the folder got another name.
 */
export function isPostmasterOf(pid: number, dataDir: string): boolean {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  const folder = workingFolderOf(pid);
  return folder === undefined
    ? command.includes(`postgres -D ${dataDir} `)
    : /postgres -D/.test(command) && folder === dataDir;
}

/**
 * Ends the server: politely to its clients' transactions for `graceMs` (it rolls them back and writes everything), then
 * at once (the next start recovers from its log). Does nothing when it is gone already.
 */
export async function stopPostmaster(pid: number, dataDir: string, graceMs: number): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', graceMs],
    ['SIGQUIT', 3000],
  ] as const) {
    if (!isPostmasterOf(pid, dataDir)) return;
    process.kill(pid, signal);
    if (await waitForExit(pid, patienceMs)) return;
  }
  throw failure(`The PostgreSQL server of ${dataDir} (process ${pid}) does not end.`, 'End it by hand.');
}

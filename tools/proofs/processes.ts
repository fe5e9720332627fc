import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const root = resolve(__dirname, '../..');

/** A service as its own process, as it is deployed. */
export interface ServiceProcess {
  child: ChildProcess;
  url: string;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** Writes the bundle that the processes run. */
export async function bundleService(): Promise<void> {
  const args = ['tools/start.mjs', '--only', 'book-secure-move', '--build'];
  await promisify(execFile)(process.execPath, args, { cwd: root });
}

/** Starts one process of the service on a free port; resolves once it can serve. */
export async function startService(databaseUrl: string): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ['dist/apps/book-secure-move.cjs'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      BOOK_SECURE_MOVE_PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code, signal]: (number | string)[]) => code ?? (signal as string));
  const ready = once(child, 'message') as Promise<[{ url: string }]>;
  const first = await Promise.race([ready, ended]);
  if (!Array.isArray(first)) throw new Error(`the service ended with ${first} while starting`);
  return { child, url: first[0].url, ended };
}

/** An empty database of its own. */
export async function emptyDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `proof_${process.pid}_${process.hrtime()[1]}`;
  await onDatabase(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: async () => void (await onDatabase(serverUrl, `drop database ${name} with (force)`)),
  };
}

/** The rows of one statement, on a connection of its own. */
export async function onDatabase<Row>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end();
  }
}

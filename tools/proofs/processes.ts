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

/** A service by its name, with the settings that its proof needs. */
export interface ServiceChoice {
  name: 'book-secure-move' | 'wrm';
  settings?: Readonly<Record<string, string>>;
}

const bookSecureMove: ServiceChoice = { name: 'book-secure-move' };

/** Writes the bundle that the processes run. */
export async function bundleService({ name }: ServiceChoice = bookSecureMove): Promise<void> {
  const args = ['tools/start.mjs', '--only', name, '--build'];
  await promisify(execFile)(process.execPath, args, { cwd: root });
}

/** Starts one process of the service on a free port; resolves once it can serve. */
export async function startService(
  databaseUrl: string,
  { name, settings }: ServiceChoice = bookSecureMove,
): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [`dist/apps/${name}.cjs`], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      [`${name.toUpperCase().replaceAll('-', '_')}_PORT`]: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      ...settings,
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

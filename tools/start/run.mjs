import { join } from 'node:path';
import { bundle } from '../lib/bundle.mjs';
import { dataFolder, startDatabase } from '../lib/database.mjs';
import { startChild } from './child.mjs';
import { waitForPort } from './ports.mjs';
import { listenForSignals } from './signals.mjs';
import { table } from './table.mjs';

/** Together below the ten seconds within which everything has ended. */
const graceMs = { services: 8000, database: 1000 };

/**
 * Serves until a signal: bundles, starts the embedded database unless `DATABASE_URL` is set, starts the services, and
 * prints where they are, then `ready`.
 * @param {{ name: string, entry: string, portVariable: string, port: number }[]} services
 * @returns {Promise<number>} the exit code: 0 after a signal, 1 after a failure, which has been explained on stderr
 */
export async function run(services) {
  const signals = listenForSignals();
  const running = { database: undefined, children: [] };
  let code = 0;
  try {
    await serve(services, signals, running);
  } catch (error) {
    code = 1;
    log(explain(error));
  }
  try {
    await Promise.all(running.children.map((child) => child.stop(graceMs.services, signals.hurried)));
    await running.database?.stop(graceMs.database);
  } catch (error) {
    code = 1;
    log(explain(error));
  }
  return code;
}

async function serve(services, signals, running) {
  const placed = services.map(place);
  const host = process.env.HOST || '127.0.0.1';
  const built = bundle(Object.fromEntries(placed.map(({ name, entry }) => [`apps/${name}`, entry])));
  const free = Promise.all(placed.map((service) => waitForPort(service, host, log)));
  // All three at once; a failure of one is reported after the database has started, so that it can be stopped.
  const [database, ...others] = await Promise.allSettled([connect(), built, free]);
  running.database = database.value?.server;
  for (const { reason } of [database, ...others]) if (reason) throw reason;
  if (signals.isAsked()) return;

  const env = environment(placed, host, database.value.url);
  running.children = placed.map((service) => startChild(service, env));
  const failed = Promise.all(running.children.map((child) => child.failed));
  const ready = await Promise.race([Promise.all(running.children.map((child) => child.ready)), failed, signals.asked]);
  if (signals.isAsked()) return;
  process.stdout.write(`${table(ready)}\nready\n`);
  await Promise.race([failed, signals.asked]);
}

/** A service on the port that its variable names. */
function place(service) {
  const port = Number(process.env[service.portVariable] || service.port);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return { ...service, port };
  throw new Error(`${service.portVariable} must be a port number, not "${process.env[service.portVariable]}".`);
}

/** The database that was named, or else our own. */
async function connect() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL };
  if (process.env.PROFILE === 'production')
    log('PROFILE=production without DATABASE_URL: using the embedded PostgreSQL');
  const server = await startDatabase({ dataDir: join(dataFolder(), 'postgres'), log });
  return { url: server.url, server };
}

/** What a service is told: the caller's environment, with every default that the launcher decides. */
function environment(services, host, url) {
  return {
    ...process.env,
    DATABASE_URL: url,
    SWITCHYARD_DATA_DIR: dataFolder(),
    HOST: host,
    ...Object.fromEntries(services.map(({ portVariable, port }) => [portVariable, String(port)])),
    ...(process.stdout.isTTY && !process.env.LOG_FORMAT ? { LOG_FORMAT: 'text' } : {}),
  };
}

/** Standard output is for the services' log, the table and `ready`. */
function log(message) {
  process.stderr.write(`${message}\n`);
}

function explain(error) {
  return error instanceof Error ? error.message : String(error);
}

import { closeSync, fstatSync, openSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, storedPort, storePort, urlOf } from './credentials';
import { failure, lastLines } from './failure';
import type { Places } from './places';
import { isPostmasterOf, pidFileOf, readPidFile, stopPostmaster } from './postmaster';
import { ask } from './probe';
import { isAlive } from './process';
import { runProgram, type Ending, type Programs } from './program';
import { serverArguments } from './settings';

/** One server to run: where, with which programs, and how. */
export interface Server {
  readonly places: Places;
  readonly programs: Programs;
  readonly password: string;
  readonly durable: boolean;
  readonly log: (message: string) => void;
}

/** A server that takes connections. */
export interface Running {
  readonly pid: number;
  readonly port: number;
}

/** How long a start is tried again while the processes of a killed server are still ending. */
const lingeringMs = 10_000;
/** How long a server may take to recover from its log before it takes connections. */
const recoveryMs = 60_000;
const pollMs = 20;
const biggestLog = 5_000_000;

/**
 * The server that an earlier, killed process left running, if it answers with our password and the wished durability.
 * One that does not is stopped.
 */
export async function adopt({ places, password, durable, log }: Server): Promise<Running | undefined> {
  const { dataDir } = places;
  const found = readPidFile(dataDir);
  if (!found || !isAlive(found.pid)) return undefined;
  if (!isPostmasterOf(found.pid, dataDir)) {
    // After a restart of the machine its number may belong to any program, and PostgreSQL would refuse to start.
    rmSync(pidFileOf(dataDir), { force: true });
    return undefined;
  }
  const deadline = performance.now() + 3000;
  do {
    const answer = await ask(urlOf(found.port, password, 'postgres'));
    if (answer.kind === 'ready' && answer.facts.durable === durable) return found;
    if (answer.kind !== 'not yet') break;
    await delay(pollMs);
  } while (isAlive(found.pid) && performance.now() < deadline);
  log(`Stopping the PostgreSQL server of an earlier start (process ${found.pid}), which cannot be used`);
  await stopPostmaster(found.pid, dataDir, 5000);
  return undefined;
}

/**
 * Starts the server and waits until it takes connections.
 * @param fixedPort must be used, because connections to it exist; otherwise the port of the last start, or a free one
 */
export async function launch(server: Server, fixedPort?: number): Promise<Running> {
  const { portFile } = server.places;
  const deadline = performance.now() + lingeringMs;
  let port = fixedPort ?? storedPort(portFile) ?? (await freePort());
  for (;;) {
    const attempt = await attemptLaunch(server, port);
    if ('pid' in attempt) {
      storePort(portFile, port);
      return { pid: attempt.pid, port };
    }
    const obstacle = obstacleIn(attempt.printed);
    if (obstacle === undefined || performance.now() > deadline) throw notRunning(server, attempt);
    if (obstacle === 'port taken' && fixedPort === undefined) port = await freePort();
    else await delay(200);
  }
}

interface FailedAttempt {
  readonly ending: Ending;
  readonly printed: string;
}

async function attemptLaunch(server: Server, port: number): Promise<{ pid: number } | FailedAttempt> {
  const { places, programs, durable } = server;
  const output = openLog(places.logFile);
  const { size } = fstatSync(output);
  const { child, ended } = runProgram(programs, 'postgres', serverArguments(places.dataDir, port, durable), output);
  closeSync(output);
  const attempt = { pid: child.pid ?? 0, over: false };
  const ending = ended.finally(() => (attempt.over = true));
  // The wait sees the end by the flag; a program that cannot be started is reported below.
  ending.catch(() => undefined);
  const outcome = await waitUntilReady(server, port, attempt);
  child.unref();
  if (outcome === 'ready') return attempt;
  return { ending: await ending, printed: readFileSync(places.logFile, 'utf8').slice(size) };
}

/** The pid file tells when the server listens; until then, another program on its port could answer in its place. */
async function waitUntilReady(
  { places, password, log }: Server,
  port: number,
  attempt: { readonly pid: number; readonly over: boolean },
): Promise<'ready' | 'ended'> {
  const begin = performance.now();
  let announced = false;
  while (!attempt.over) {
    const noted = readPidFile(places.dataDir);
    if (noted?.ready && noted.pid === attempt.pid) {
      const answer = await ask(urlOf(port, password, 'postgres'));
      if (answer.kind === 'ready') return 'ready';
      if (answer.kind === 'denied') await giveUp(noted.pid, places, `refuses the password in ${places.passwordFile}`);
    }
    const waited = performance.now() - begin;
    if (waited > recoveryMs) await giveUp(attempt.pid, places, 'does not take connections');
    if (waited > 2000 && !announced) log('Waiting for PostgreSQL to recover');
    announced ||= waited > 2000;
    await delay(pollMs);
  }
  return 'ended';
}

async function giveUp(pid: number, { dataDir, logFile }: Places, what: string): Promise<never> {
  await stopPostmaster(pid, dataDir, 2000);
  throw failure(
    `The PostgreSQL server of ${dataDir} ${what}; its log is ${logFile}.`,
    'Put right what is missing, or move the folder away to begin with new data.',
  );
}

function obstacleIn(printed: string): 'port taken' | 'still ending' | undefined {
  if (/could not bind|could not create any TCP/.test(printed)) return 'port taken';
  return /pre-existing shared memory block|lock file .* already exists|is another postmaster/.test(printed)
    ? 'still ending'
    : undefined;
}

function notRunning({ places }: Server, { ending, printed }: FailedAttempt): Error {
  const how = ending.signal ?? `status ${ending.status}`;
  return failure(`PostgreSQL ended with ${how} instead of starting:${lastLines(printed)}Its log is ${places.logFile}.`);
}

function openLog(file: string): number {
  const log = openSync(file, 'a', 0o600);
  if (fstatSync(log).size > biggestLog) truncateSync(file);
  return log;
}

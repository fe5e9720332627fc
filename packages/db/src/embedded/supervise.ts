import { launch, type Running, type Server } from './launch';
import { stopPostmaster } from './postmaster';
import { isAlive } from './process';

/** A server that is started again, on the same port, when it dies without being asked to. */
export interface Supervised {
  /** The process of this moment. */
  readonly pid: number;
  /** Ends the server for good; waits for a restart that is under way. */
  stop(graceMs: number): Promise<void>;
}

const watchMs = 250;

/** Watches a running server. The watch alone does not keep the process alive. */
export function supervise(server: Server, running: Running): Supervised {
  const { places, log } = server;
  let { pid } = running;
  let restart: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (restart === undefined && !isAlive(pid)) restart = startAgain().finally(() => (restart = undefined));
  }, watchMs).unref();

  async function startAgain(): Promise<void> {
    log(`PostgreSQL (process ${pid}) died: starting it again`);
    try {
      ({ pid } = await launch(server, running.port));
      log(`PostgreSQL is back (process ${pid})`);
    } catch (error) {
      clearInterval(timer);
      log(`PostgreSQL could not be started again. ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async function stop(graceMs: number): Promise<void> {
    clearInterval(timer);
    await restart;
    await stopPostmaster(pid, places.dataDir, graceMs);
  }

  return {
    get pid() {
      return pid;
    },
    stop,
  };
}

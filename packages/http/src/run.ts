import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Logger } from 'pino';
import type { Listening } from './listen';
import { listen } from './listen';
import type { Service } from './service';

/** What a process serves, and what it tells whoever started it. */
export interface Runnable {
  service: Service;
  host: string;
  port: number;
  /** The setting that moves the port, for the message when it is taken. */
  portVariable: string;
  log: Logger;
  /** Gives back what the service holds, after the last answer. */
  stop(): Promise<void>;
  credentials: readonly { label: string; user: string; secret: string }[];
}

const GRACE_MS = 7_000;

/** Garbage is collected when the heap has grown by a third rather than several times over: some 70 MB less under load. */
const SPARING = '--heap-growing-percent=30';

/**
 * Collects once, after the start. The heap's growth is bounded from one whole collection to the next, and the first would
 * only come after some 90 MB.
 */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  gc();
}

/**
 * Runs a service until SIGINT or SIGTERM: then it takes no new requests, answers those in flight, and ends with 0. A
 * second signal ends it at once. A fault that nobody caught is logged and ends the process with 1, after its answers.
 */
export async function runUntilSignalled(name: string, start: () => Promise<Runnable>): Promise<void> {
  setFlagsFromString(SPARING);
  let runnable: Runnable;
  let listening: Listening;
  try {
    runnable = await start();
    listening = await listen(runnable.service, runnable.host, runnable.port);
  } catch (error) {
    process.stderr.write(`${name}: ${describe(error)}\n`);
    process.exit(1);
  }
  const { log, credentials } = runnable;
  process.send?.({
    type: 'ready',
    service: name,
    url: listening.url,
    docs: `${listening.url}/docs`,
    credentials,
  });
  log.info({ url: listening.url }, 'listening');
  setImmediate(collect);

  let ending = false;
  const end = (code: number): void => {
    if (ending) process.exit(1);
    ending = true;
    void finish(code);
  };
  process.on('SIGINT', () => end(0));
  process.on('SIGTERM', () => end(0));
  // Whoever started this process is gone: nobody else would end it.
  process.on('disconnect', () => end(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    end(1);
  });
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'unhandled rejection');
    end(1);
  });

  async function finish(code: number): Promise<void> {
    try {
      await listening.stop(GRACE_MS);
      await runnable.stop();
    } catch (error) {
      log.error({ err: error }, 'could not end cleanly');
    }
    log.flush(() => process.exit(code));
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  return code === 'EADDRINUSE' ? `port ${port} is already in use` : (error.stack ?? error.message);
}

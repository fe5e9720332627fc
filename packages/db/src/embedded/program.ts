import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account';
import { codeOf, failure, type EmbeddedPostgresError } from './failure';

/** Which programs, and whom to run them as. */
export interface Programs {
  readonly native: string;
  readonly account: Account | undefined;
}

/** How a program ended. */
export interface Ending {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Starts one of PostgreSQL's programs in a session of its own, so that Ctrl-C at a terminal does not reach it.
 * @param output descriptor of the file that takes what it prints
 * @returns the process, and its end: rejected with a clear error when it cannot be started at all
 */
export function runProgram(
  { native, account }: Programs,
  name: string,
  args: readonly string[],
  output: number,
): { child: ChildProcess; ended: Promise<Ending> } {
  const program = join(native, 'bin', name);
  const env = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, LC_ALL: 'C', TZ: 'UTC' };
  const child = spawn(program, args, { ...account, cwd: '/', env, detached: true, stdio: ['ignore', output, output] });
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', (error) => reject(notStarted(program, error)));
    child.once('exit', (status, signal) => resolve({ status, signal }));
  });
  return { child, ended };
}

function notStarted(program: string, error: Error): EmbeddedPostgresError {
  const code = codeOf(error);
  if (code === 'ENOENT' && existsSync(program)) {
    return failure(
      `${program} cannot be started: this system has no glibc (Alpine and other musl systems).`,
      '',
      error,
    );
  }
  const remedy =
    code === 'EACCES' ? 'Its folder may be closed to us, or mounted without permission to run programs.' : '';
  return failure(`${program} cannot be started (${code ?? error.message}).`, remedy, error);
}

import { chmodSync, constants, cpSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account';
import { failure } from './failure';
import type { NativeSource } from './native';
import { scratchFolder } from './places';
import { isUsable, repair } from './usable';

/**
 * A folder with programs that the account can run: the installed one, put right in place where needed and possible, or
 * else a copy under the system's temporary folder, made once per version (60 MB).
 * @param scratch gives the folder for the copy, which the account can reach
 * @returns the folder that holds `bin`, `lib` and `share`
 */
export function prepareNative(
  source: NativeSource,
  account: Account | undefined,
  log: (message: string) => void,
  scratch: () => string = scratchFolder,
): string {
  if (isUsable(source.dir, account)) return source.dir;
  tryRepair(source.dir);
  if (isUsable(source.dir, account)) return source.dir;

  const copy = join(scratch(), `native-${source.version}`);
  if (isUsable(copy, account)) return copy;
  log(`PostgreSQL's programs cannot be run from ${source.dir}: copying them to ${copy}`);
  copyTo(source.dir, copy);
  if (!isUsable(copy, account))
    throw failure(`PostgreSQL's programs can be run neither from ${source.dir} nor from ${copy}.`);
  return copy;
}

function tryRepair(native: string): void {
  try {
    repair(native);
  } catch {
    // The folder may be read-only, or not ours: the copy gets what it lacks.
  }
}

/** Copies beside the final name and renames, so that nobody ever sees half a copy. */
function copyTo(from: string, to: string): void {
  const growing = `${to}.${process.pid}`;
  try {
    cpSync(from, growing, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
    openToAll(growing);
    repair(growing);
    rmSync(to, { recursive: true, force: true });
    renameSync(growing, to);
  } catch (error) {
    throw failure(
      `PostgreSQL's programs cannot be copied to ${to}: ${String(error)}.`,
      'Point TMPDIR at another folder.',
      error,
    );
  } finally {
    rmSync(growing, { recursive: true, force: true });
  }
}

/** Everybody may read, enter directories and run programs, whatever the umask was at installation. */
function openToAll(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (found.isDirectory()) readdirSync(path).forEach((name) => openToAll(join(path, name)));
}

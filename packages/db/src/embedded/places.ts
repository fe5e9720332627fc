import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { serverAccount, type Account } from './account';
import { codeOf, failure } from './failure';
import { canReach } from './reach';

/** Where one embedded server keeps its things: the data directory, and small files of ours beside it. */
export interface Places {
  readonly dataDir: string;
  readonly account: Account | undefined;
  readonly portFile: string;
  readonly passwordFile: string;
  readonly logFile: string;
  readonly lockFile: string;
}

/**
 * Decides where the data lives: where it was asked for, unless we are root and the account that PostgreSQL will run as
 * cannot get there (a folder below root's home, say). Then a directory under the system's temporary folder, always the
 * same one for the same request.
 */
export function choosePlaces(requested: string, log: (message: string) => void): Places {
  const wanted = resolve(requested);
  const parent = makeReachable(dirname(wanted));
  const dataDir = join(parent, basename(wanted));
  const account = serverAccount(dataDir);
  if (canReach(parent, account)) return placesAt(dataDir, account);

  const substitute = join(scratchFolder(), createHash('sha256').update(dataDir).digest('hex').slice(0, 16), 'postgres');
  const reachable = makeReachable(dirname(substitute));
  const otherAccount = serverAccount(substitute);
  if (!canReach(reachable, otherAccount)) {
    throw failure(
      `Neither ${parent} nor ${tmpdir()} can be reached by the account that PostgreSQL runs as.`,
      'Start as an ordinary user.',
    );
  }
  log(`${parent} cannot be entered by the account that PostgreSQL runs as: the data is kept in ${substitute}`);
  return placesAt(substitute, otherAccount);
}

function placesAt(dataDir: string, account: Account | undefined): Places {
  const beside = (suffix: string): string => `${dataDir}.${suffix}`;
  return {
    dataDir,
    account,
    portFile: beside('port'),
    passwordFile: beside('password'),
    logFile: beside('log'),
    lockFile: beside('lock'),
  };
}

/**
 * A folder of our own under the system's temporary folder, for what another account must be able to read. Others may
 * write in the temporary folder too, so a folder that is not ours is refused.
 */
export function scratchFolder(): string {
  const folder = join(realpathSync(tmpdir()), `switchyard-${process.getuid?.() ?? 'user'}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) {
    throw failure(`${folder} belongs to somebody else.`, 'Remove it, or point TMPDIR at another folder.');
  }
  chmodSync(folder, 0o755);
  return folder;
}

/** Makes a directory; the levels it creates can be entered by everybody, whatever the umask. Gives its real path. */
function makeReachable(directory: string): string {
  try {
    const first = mkdirSync(directory, { recursive: true });
    for (let level = directory; first !== undefined; level = dirname(level)) {
      chmodSync(level, 0o755);
      if (level === first) break;
    }
    return realpathSync(directory);
  } catch (error) {
    const why = existsSync(directory) ? 'cannot be used' : 'cannot be made';
    throw failure(
      `The folder ${directory} ${why} (${codeOf(error)}).`,
      'Choose another with SWITCHYARD_DATA_DIR.',
      error,
    );
  }
}

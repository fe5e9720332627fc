import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { failure } from './failure';

/** Whom the server runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Accounts that exist on the usual systems. initdb insists on one with a passwd entry, and we never create any. */
const candidates = ['postgres', 'nobody'];

/**
 * Whom PostgreSQL must run as instead of ourselves, or undefined when it may run as ourselves. It refuses to run as
 * root; then an existing data directory keeps its owner, and a new one goes to `postgres`, or else to `nobody`.
 */
export function serverAccount(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = ownerOf(dataDir) ?? candidates.map(lookUp).find((found) => found !== undefined);
  if (!account) {
    throw failure(
      'PostgreSQL refuses to run as root, and neither of the accounts postgres and nobody exists.',
      'Start as an ordinary user.',
    );
  }
  return account;
}

function ownerOf(dataDir: string): Account | undefined {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function lookUp(name: string): Account | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })),
    );
    return uid && gid !== undefined ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { codeOf, failure } from './failure';
import { identityOf } from './process';

/**
 * Takes the right to run the server of one data directory, or says which process has it. A lock whose process is gone,
 * even when its number went to another process since, counts for nothing.
 * @returns what gives the right back
 */
export function acquireLock(lockFile: string, dataDir: string): () => void {
  const mine = `${lockFile}.${process.pid}`;
  const line = ownLine();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    writeFileSync(mine, line);
    if (linkAt(mine, lockFile)) return () => release(lockFile, line);
    const holder = liveHolder(readText(lockFile));
    if (holder !== undefined) throw heldBy(holder, dataDir);
    discardStale(lockFile, mine);
  }
  throw failure(
    `The lock ${lockFile} changes hands all the time.`,
    'Stop the other programs that start on this data directory.',
  );
}

function ownLine(): string {
  return `${process.pid} ${identityOf(process.pid)}\n`;
}

/** A hard link is made by one process only, and never half written. */
function linkAt(mine: string, lockFile: string): boolean {
  try {
    linkSync(mine, lockFile);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw failure(
      `The lock ${lockFile} cannot be made (${codeOf(error)}).`,
      'Choose another folder with SWITCHYARD_DATA_DIR.',
      error,
    );
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Moves a stale lock out of the way; puts it back when another process had just replaced it with its own. */
function discardStale(lockFile: string, mine: string): void {
  try {
    renameSync(lockFile, mine);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (liveHolder(readText(mine)) !== undefined) linkAt(mine, lockFile);
  rmSync(mine, { force: true });
}

function liveHolder(line: string): number | undefined {
  const [pid, ...identity] = line.trim().split(' ');
  return pid && identityOf(Number(pid)) === identity.join(' ') ? Number(pid) : undefined;
}

function release(lockFile: string, line: string): void {
  if (readText(lockFile) === line) rmSync(lockFile, { force: true });
}

function heldBy(pid: number, dataDir: string): Error {
  const who = pid === process.pid ? `this process (${pid})` : `process ${pid}`;
  return failure(
    `The database in ${dataDir} is already run by ${who}.`,
    'Stop that one first, or give this one its own SWITCHYARD_DATA_DIR.',
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

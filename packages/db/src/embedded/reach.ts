import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Account } from './account';

/** Whether the account may pass through a directory and every directory above it, judged by the permission bits. */
export function canReach(directory: string, account: Account | undefined): boolean {
  if (!account) return true;
  const parent = dirname(directory);
  return mayEnter(directory, account) && (parent === directory || canReach(parent, account));
}

/** Whether the account may run a file, or enter a directory. A missing one: no. */
export function mayEnter(path: string, { uid, gid }: Account): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return false;
  const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
  return (found.mode & bit) !== 0;
}

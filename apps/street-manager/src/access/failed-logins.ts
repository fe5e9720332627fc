import type { Connection, Database } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { AccountLocked } from './account-locked';

const MOST_FAILURES = 5;
/** Failures count for five minutes, and five of them lock for five from the last. */
const WINDOW_MS = 300_000;

const recent = prepared<{ at: Date }>(
  'recent-failures',
  `select at from failed_login where email = $1 and at > $2 order by at desc limit ${MOST_FAILURES}`,
);
const insert = prepared('insert-failure', 'insert into failed_login (email, at) values ($1, $2)');
const forget = prepared('forget-failures', 'delete from failed_login where email = $1 or at < $2');

/** Throws AccountLocked while the account is: after five failures within five minutes, until five after the last. */
export async function refuseLocked(db: Connection, email: string, now: Date): Promise<void> {
  const failures = await db.rows(recent, [email, new Date(now.getTime() - 2 * WINDOW_MS)]);
  const [last, first] = [failures[0], failures[MOST_FAILURES - 1]];
  if (!last || !first) return;
  const together = last.at.getTime() - first.at.getTime() <= WINDOW_MS;
  if (together && now.getTime() - last.at.getTime() < WINDOW_MS) throw new AccountLocked();
}

export async function rememberFailure(db: Database, email: string, now: Date): Promise<void> {
  await db.transaction((tx) => tx.rows(insert, [email, now]));
}

/** A success wipes the slate. */
export async function forgetFailures(db: Database, email: string, now: Date): Promise<void> {
  await db.transaction((tx) => tx.rows(forget, [email, new Date(now.getTime() - 2 * WINDOW_MS)]));
}

import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

export type CodePurpose = 'set_password' | 'reset_password';

/** Minutes that a code can be used. */
const MINUTES: Readonly<Record<CodePurpose, number>> = { set_password: 15, reset_password: 60 };
const MOST_TRIES = 5;

interface CodeRow {
  digest: Buffer;
  expires_at: Date;
  tries: number;
}

const upsert = prepared(
  'store-code',
  `insert into one_time_code (email, purpose, digest, expires_at) values ($1, $2, $3, $4)
   on conflict (email, purpose) do update set digest = excluded.digest, expires_at = excluded.expires_at, tries = 0`,
);
const lock = prepared<CodeRow>(
  'lock-code',
  'select digest, expires_at, tries from one_time_code where email = $1 and purpose = $2 for update',
);
const remove = prepared('remove-code', 'delete from one_time_code where email = $1 and purpose = $2');
const count = prepared('count-try', 'update one_time_code set tries = tries + 1 where email = $1 and purpose = $2');

const digestOf = (code: string): Buffer => createHash('sha256').update(code).digest();

/** A new code for the user, in place of any before it: a long one to be carried on, a short one to be typed from a mail. */
export function issueCode(tx: Transaction, email: string, purpose: CodePurpose, now: Date): string {
  const code =
    purpose === 'set_password' ? randomBytes(32).toString('base64url') : String(randomInt(1_000_000)).padStart(6, '0');
  tx.send(upsert, [email, purpose, digestOf(code), new Date(now.getTime() + MINUTES[purpose] * 60_000)]);
  return code;
}

/** Whether the code is the user's and alive; one that is right is used up by it, and five wrong ones end it. */
export async function takeCode(
  tx: Transaction,
  email: string,
  purpose: CodePurpose,
  code: string,
  now: Date,
): Promise<boolean> {
  const row = await tx.first(lock, [email, purpose]);
  if (!row || row.expires_at <= now || row.tries >= MOST_TRIES) return false;
  const matches = timingSafeEqual(row.digest, digestOf(code));
  tx.send(matches ? remove : count, [email, purpose]);
  return matches;
}

import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { violation } from '@switchyard/domain';
import { refuseRequest } from '@switchyard/domain/street-manager';
import { hashSecretAside } from '@switchyard/http';

const FEWEST = 6;
const MOST = 99;

const change = prepared(
  'change-password',
  `update app_user set password_hash = $2, password_is_temporary = false, token_generation = token_generation + 1
   where email = $1`,
);
const announce = prepared('announce-users', "select pg_notify(current_schema(), 'users')");

/** Throws InvalidRequest for a password that is too short or too long. */
export function checkPassword(password: string): void {
  const fits = password.length >= FEWEST && password.length <= MOST;
  // The password itself is not repeated in the answer.
  refuseRequest(fits ? [] : [violation('password', 'length', `must have ${FEWEST} to ${MOST} characters`)]);
}

/** The password is the user's own from now on, and whatever was opened with the one before it is shut. */
export async function setPassword(tx: Transaction, email: string, password: string): Promise<void> {
  tx.send(change, [email, await hashSecretAside(password)]);
  tx.send(announce);
}

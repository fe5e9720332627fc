import { AuthenticationFailed, PreconditionFailed } from '@switchyard/domain/street-manager';
import { unmatchableHash, verifySecret } from '@switchyard/http';
import type { Deps } from '../shared/deps';
import { forgetFailures, refuseLocked, rememberFailure } from './failed-logins';
import type { User } from './users';
import { findUser } from './users';

export interface Credentials {
  emailAddress: string;
  password: string;
}

/**
 * The user with these credentials. Throws AuthenticationFailed, AccountLocked, or PreconditionFailed where the user's
 * organisation is suspended. An unknown user takes as long as a wrong password, and locks like one.
 */
export async function login(
  { db, directory }: Pick<Deps, 'db' | 'directory'>,
  { emailAddress, password }: Credentials,
  now: Date,
): Promise<User> {
  await refuseLocked(db.reader(), emailAddress, now);
  const user = await findUser(db.reader(), emailAddress);
  const matches = await verifySecret(password, user?.password_hash ?? unmatchableHash);
  if (!user || !matches) {
    await rememberFailure(db, emailAddress, now);
    throw new AuthenticationFailed('the password is wrong');
  }
  if (user.status !== 'active') throw new AuthenticationFailed('the user is disabled');
  if (directory.get(user.organisation_reference).status !== 'active') {
    throw new PreconditionFailed('The organisation of the user is suspended');
  }
  await forgetFailures(db, emailAddress, now);
  return user;
}

import { prepared } from '@switchyard/db';
import { violation } from '@switchyard/domain';
import { AuthenticationFailed, InvalidRequest } from '@switchyard/domain/street-manager';
import { noContent, ok } from '@switchyard/http';
import { writeMail } from '../mail/write-mail';
import type { Deps, PartyApi } from '../shared/deps';
import { issueCode, takeCode } from './one-time-codes';
import { checkPassword, setPassword } from './passwords';
import { sessionOf, subjectOf } from './session';
import type { TokenUse } from './tokens';
import type { User } from './users';
import { findUser } from './users';

const endTokens = prepared(
  'end-tokens',
  'update app_user set token_generation = token_generation + 1 where email = $1',
);
const announce = prepared('announce-users', "select pg_notify(current_schema(), 'users')");

/** Passwords and tokens; none of it asks for a token in the header. */
export function tokenRoutes(api: PartyApi, deps: Deps): void {
  const { db, tokens } = deps;

  api.ask('/set-password', async ({ body, now }) => {
    checkPassword(body.password);
    const taken = await db.transaction(async (tx) => {
      const right = await takeCode(tx, body.email, 'set_password', body.token, now);
      if (right) await setPassword(tx, body.email, body.password);
      return right;
    });
    const user = taken ? await findUser(db.reader(), body.email) : undefined;
    if (!user) throw new AuthenticationFailed('the session token is not valid');
    return ok(await sessionOf(user, deps, now));
  });

  api.ask('/refresh', async ({ body, now }) => {
    const user = await holderOf(body.refresh_token ?? body.refreshToken, 'refresh', now);
    const subject = subjectOf(user);
    const [id_token, access_token] = await Promise.all([
      tokens.sign(subject, 'id', now),
      tokens.sign(subject, 'access', now),
    ]);
    return ok({ id_token, access_token });
  });

  api.ask('/logout', async ({ body, now }) => {
    const { email } = await holderOf(body.access_token ?? body.accessToken, 'access', now);
    await db.transaction(async (tx) => {
      tx.send(endTokens, [email]);
      tx.send(announce);
    });
    deps.forgetUsers();
    return noContent();
  });

  api.ask('/forgot-password', async ({ body, now }) => {
    const user = await findUser(db.reader(), body.email);
    // The answer tells nobody who has an account.
    if (user?.status === 'active' && !user.password_is_temporary) {
      await db.transaction(async (tx) => {
        const code = issueCode(tx, user.email, 'reset_password', now);
        writeMail(tx, now, {
          to: user.email,
          subject: 'Your Street Manager verification code',
          body: `Your verification code is ${code}. It can be used for one hour.`,
        });
      });
    }
    return noContent();
  });

  api.ask('/reset-password', async ({ body, now }) => {
    checkPassword(body.password);
    const taken = await db.transaction(async (tx) => {
      const right = await takeCode(tx, body.email, 'reset_password', body.verification_code, now);
      if (right) await setPassword(tx, body.email, body.password);
      return right;
    });
    if (!taken) {
      throw new InvalidRequest([violation('verification_code', 'not_valid', 'is not valid or can no longer be used')]);
    }
    deps.forgetUsers();
    return noContent();
  });

  /** The user whose live token this is. Throws AuthenticationFailed. */
  async function holderOf(token: string | undefined, use: TokenUse, now: Date): Promise<User> {
    const { email, generation } = await tokens.verify(token ?? '', use, now);
    const user = await findUser(db.reader(), email);
    if (!user || user.status !== 'active' || user.token_generation !== generation) {
      throw new AuthenticationFailed('the token is of a user who is gone or has logged out');
    }
    return user;
  }
}

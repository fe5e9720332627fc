import type { Reply } from '@switchyard/http';
import { ok } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { AuthenticationFailed } from '@switchyard/domain/street-manager';
import { login } from './login';
import { issueCode } from './one-time-codes';
import { sessionOf } from './session';

/** Logging in. */
export function loginRoutes(api: WorkApi, deps: Deps): void {
  api.ask('/authenticate', async ({ body, now, path }): Promise<Reply<200 | 307>> => {
    const user = await login(deps, body, now);
    if (user.password_is_temporary) return { status: 307, headers: { Location: `${path}/initial` } };
    return ok(await sessionOf(user, deps, now));
  });

  api.ask('/authenticate/initial', async ({ body, now }) => {
    const user = await login(deps, body, now);
    if (!user.password_is_temporary) throw new AuthenticationFailed('the password is not a temporary one');
    const sessionToken = await deps.db.transaction(async (tx) => issueCode(tx, user.email, 'set_password', now));
    return ok({ sessionToken });
  });
}

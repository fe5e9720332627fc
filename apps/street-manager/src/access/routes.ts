import { AuthenticationFailed } from '@switchyard/domain/street-manager';
import { ok, verifySecret } from '@switchyard/http';
import type { Deps, WorkApi } from '../shared/deps';
import { findUser } from './users';

/** Logging in. */
export function loginRoutes(api: WorkApi, { tokens }: Deps): void {
  api.ask('/authenticate', async ({ db, body, now }) => {
    const user = await findUser(db, body.emailAddress);
    const known = user && (await verifySecret(body.password, user.password_hash));
    if (!known) throw new AuthenticationFailed();
    const subject = {
      email: user.email,
      organisation: user.organisation_reference,
      roles: user.roles,
      generation: user.token_generation,
    };
    const [idToken, accessToken, refreshToken] = await Promise.all([
      tokens.sign(subject, 'id', now),
      tokens.sign(subject, 'access', now),
      tokens.sign(subject, 'refresh', now),
    ]);
    return ok({ idToken, organisationReference: user.organisation_reference, accessToken, refreshToken });
  });
}

import type { Deps } from '../shared/deps';
import type { TokenSubject } from './tokens';
import type { User } from './users';

/** What a login answers with. */
export interface Session {
  idToken: string;
  organisationReference: string;
  accessToken: string;
  refreshToken: string;
}

export const subjectOf = (user: User): TokenSubject => ({
  email: user.email,
  organisation: user.organisation_reference,
  roles: user.roles,
  generation: user.token_generation,
});

/** Fresh tokens of the user. */
export async function sessionOf(user: User, { tokens }: Pick<Deps, 'tokens'>, now: Date): Promise<Session> {
  const subject = subjectOf(user);
  const [idToken, accessToken, refreshToken] = await Promise.all([
    tokens.sign(subject, 'id', now),
    tokens.sign(subject, 'access', now),
    tokens.sign(subject, 'refresh', now),
  ]);
  return { idToken, organisationReference: user.organisation_reference, accessToken, refreshToken };
}

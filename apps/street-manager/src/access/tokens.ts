import type { IdGenerator } from '@switchyard/domain';
import { AuthenticationFailed } from '@switchyard/domain/street-manager';
import type { JWTPayload } from 'jose';
import { SignJWT, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { ALGORITHM } from './signing-keys';
import type { SigningKeys } from './signing-keys';

export type TokenUse = 'id' | 'access' | 'refresh';

/** Seconds that each kind of token lives. */
export const tokenSeconds: Readonly<Record<TokenUse, number>> = { id: 3_600, access: 3_600, refresh: 86_400 };

const ISSUER = 'street-manager';

export interface TokenSubject {
  email: string;
  organisation: string;
  roles: readonly string[];
  generation: number;
}

export interface VerifiedToken {
  email: string;
  /** How often the user had logged out when it was issued. */
  generation: number;
  expiresAt: Date;
}

/** Signs and reads the tokens of users. Their claims are nobody's business but ours; their `exp` is, and is true. */
export class Tokens {
  constructor(
    private readonly keys: SigningKeys,
    private readonly ids: IdGenerator,
  ) {}

  sign({ email, organisation, roles, generation }: TokenSubject, use: TokenUse, now: Date): Promise<string> {
    const { kid, sign } = this.keys.current;
    const issued = Math.floor(now.getTime() / 1_000);
    return new SignJWT({ email, token_use: use, organisation_reference: organisation, roles, generation })
      .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setSubject(email)
      .setJti(this.ids.uuid())
      .setIssuedAt(issued)
      .setExpirationTime(issued + tokenSeconds[use])
      .sign(sign);
  }

  /** Throws AuthenticationFailed for a token that is not ours, not of this use, or not alive at this instant. */
  async verify(token: string, use: TokenUse, now: Date): Promise<VerifiedToken> {
    try {
      const { kid } = decodeProtectedHeader(token);
      const key = this.keys.find(kid);
      if (!key) throw new AuthenticationFailed('the token names no key of ours');
      const { payload } = await jwtVerify(token, key.verify, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        currentDate: now,
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      return read(payload, use);
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError)
        throw new AuthenticationFailed(error.message);
      throw error;
    }
  }
}

function read({ sub, exp, token_use, generation }: JWTPayload, use: TokenUse): VerifiedToken {
  if (token_use !== use) throw new AuthenticationFailed('the token is not for this use');
  return { email: sub!, generation: Number(generation), expiresAt: new Date(exp! * 1_000) };
}

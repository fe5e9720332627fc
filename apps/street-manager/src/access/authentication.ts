import type { Database } from '@switchyard/db';
import { AccessRestricted, AuthenticationFailed } from '@switchyard/domain/street-manager';
import type { IncomingFacts } from '@switchyard/http';
import type { Caller } from '../caller';
import type { Directory } from '../organisations/directory';
import type { Tokens, VerifiedToken } from './tokens';
import type { User } from './users';
import { findUser } from './users';

const CACHE_MS = 30_000;
const CACHE_SIZE = 2_000;

interface Known {
  token: VerifiedToken;
  user: User;
  until: number;
}

/** Knows who calls. A token is checked once and remembered briefly; a logout is announced to every process. */
export class Authentication {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly db: Database,
    private readonly tokens: Tokens,
    private readonly directory: Directory,
  ) {}

  /** Forgets what it remembers: a user logged out or was changed, or the data was reset. */
  forget(): void {
    this.known.clear();
  }

  /** The caller of a request. Throws AuthenticationFailed, or AccessRestricted where the organisation is not active. */
  async authenticate({ header, now }: IncomingFacts): Promise<Caller> {
    const { token, user } = await this.open(header('token'), now);
    if (token.expiresAt <= now) throw new AuthenticationFailed('the token has expired');
    if (user.status !== 'active') throw new AuthenticationFailed('the user is disabled');
    if (token.generation !== user.token_generation) throw new AuthenticationFailed('the user has logged out');
    if (this.directory.get(user.organisation_reference).status !== 'active') {
      throw new AccessRestricted('the organisation is not active');
    }
    return {
      id: user.email,
      organisation: user.organisation_reference,
      roles: user.roles,
      workstreams: user.workstreams,
      contractedBy: this.directory
        .contractedBy(user.organisation_reference)
        .filter((promoter) => this.directory.get(promoter).status === 'active'),
    };
  }

  private async open(text: string | undefined, now: Date): Promise<Known> {
    if (text === undefined) throw new AuthenticationFailed('there is no token');
    const remembered = this.known.get(text);
    const at = now.getTime();
    if (remembered && remembered.until > at && remembered.until - CACHE_MS <= at) return remembered;
    const token = await this.tokens.verify(text, 'id', now);
    const user = await findUser(this.db.reader(), token.email);
    if (!user) throw new AuthenticationFailed('the user is gone');
    if (this.known.size >= CACHE_SIZE) this.known.clear();
    const known = { token, user, until: at + CACHE_MS };
    this.known.set(text, known);
    return known;
  }
}

import type { Database } from '@switchyard/db';
import type { IncomingFacts } from '@switchyard/http';
import { Refusal } from '@switchyard/http';
import type { Caller } from '../caller';
import { versionOf } from '../shared/media';
import type { LiveToken } from './tokens';
import { findToken } from './tokens';

const CACHE_MS = 30_000;
const CACHE_SIZE = 1_000;

/** Knows who calls. A token is looked up once and remembered briefly; a revocation is announced to every process. */
export class Authentication {
  private readonly known = new Map<string, { token: LiveToken; until: number }>();

  constructor(private readonly db: Database) {}

  /** Forgets what it remembers: tokens were revoked, or the data was reset. */
  forget(): void {
    this.known.clear();
  }

  /** The caller of a request of the API of moves. Throws as `identify`, and MissingScope for one who may not read. */
  async authenticate(facts: IncomingFacts): Promise<Caller> {
    const caller = await this.identify(facts);
    if (!caller.scopes.includes('read')) throw new MissingScope();
    return caller;
  }

  /** Who calls, whatever the token may do. Throws a Refusal, 401, for a token that is not alive. */
  async identify(facts: IncomingFacts): Promise<Caller> {
    const bearer = bearerOf(facts);
    const token = bearer === undefined ? undefined : await this.find(bearer, facts.now);
    if (!token) throw unauthenticated('invalid');
    if (token.revokedAt) throw unauthenticated('was revoked');
    if (token.expiresAt <= facts.now) throw unauthenticated('expired');
    const { client } = token;
    return {
      id: client.uid,
      name: client.name,
      supplierId: client.supplierId,
      supplierName: client.supplierName,
      version: versionOf(facts.header('accept')) ?? 1,
      scopes: token.scopes,
      onBehalfOf: facts.header('x-current-user') || null,
    };
  }

  private async find(bearer: string, now: Date): Promise<LiveToken | undefined> {
    const remembered = this.known.get(bearer);
    if (remembered && remembered.until > now.getTime() && remembered.until - CACHE_MS <= now.getTime()) {
      return remembered.token;
    }
    const token = await findToken(this.db.reader(), bearer);
    if (this.known.size >= CACHE_SIZE) this.known.clear();
    if (token) this.known.set(bearer, { token, until: now.getTime() + CACHE_MS });
    return token;
  }
}

/** The token is alive, but not for reading: answered with an empty body. */
export class MissingScope extends Error {}

function bearerOf({ header, query }: IncomingFacts): string | undefined {
  const match = /^Bearer +(\S+)$/i.exec(header('authorization') ?? '');
  return match?.[1] ?? query.access_token ?? query.bearer_token;
}

const unauthenticated = (how: string): Refusal =>
  new Refusal('unauthenticated', `the access token ${how}`, {
    'WWW-Authenticate': `Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token ${how === 'invalid' ? 'is invalid' : how}"`,
  });

import { createHash } from 'node:crypto';
import type { Database } from '@switchyard/db';
import type { IncomingFacts, RateLimits } from '@switchyard/http';
import { RateLimiter, Refusal, verifySecret } from '@switchyard/http';
import type { Caller } from '../caller';
import type { Credentials } from './basic';
import { credentialsOf } from './basic';
import type { LiveClient } from './repository';
import { findClient } from './repository';

const CACHE_MS = 30_000;
const CACHE_SIZE = 1_000;
const TEN_A_MINUTE = { perSecond: 10 / 60, burst: 10 };

/** Takes the place of a secret that is not there, so that each request has two to compare, whoever it comes from. */
const NOBODY = 'scrypt$16384$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

interface Options {
  db: Database;
  clientHeaders: boolean;
  rateLimits: RateLimits | undefined;
}

/** Knows who calls. A secret is verified once and remembered briefly, as a digest; changes are announced. */
export class Authentication {
  private readonly known = new Map<string, { client: LiveClient; until: number }>();
  private readonly failures: RateLimiter | undefined;

  constructor(private readonly options: Options) {
    this.failures = options.rateLimits && new RateLimiter(TEN_A_MINUTE);
  }

  /** Forgets what it remembers: clients or secrets have changed. */
  forget(): void {
    this.known.clear();
  }

  /** The caller of a request. Throws a Refusal: 401, or 429 for an address that fails too often. */
  async authenticate(facts: IncomingFacts): Promise<Caller> {
    const credentials = credentialsOf(facts, this.options.clientHeaders);
    const client = credentials && (await this.find(credentials, facts.now));
    if (client && isLive(client, facts.now)) {
      return { id: client.id, partyId: client.partyId, role: client.role };
    }
    this.failures?.take(facts.ip);
    throw new Refusal('unauthenticated', 'the credentials are missing or wrong', {
      'WWW-Authenticate': 'Basic realm="wrm", charset="UTF-8"',
    });
  }

  private async find(credentials: Credentials, now: Date): Promise<LiveClient | undefined> {
    const digest = digestOf(credentials);
    const remembered = this.known.get(digest);
    if (remembered && remembered.until > now.getTime() && remembered.until - CACHE_MS <= now.getTime()) {
      return remembered.client;
    }
    const client = await findClient(this.options.db.reader(), credentials.clientId);
    const [first = NOBODY, second = NOBODY] = client?.secretHashes ?? [];
    const matches = await Promise.all([first, second].map((hash) => verifySecret(credentials.secret, hash)));
    if (!client || !matches.includes(true)) return undefined;
    if (this.known.size >= CACHE_SIZE) this.known.clear();
    this.known.set(digest, { client, until: now.getTime() + CACHE_MS });
    return client;
  }
}

const isLive = ({ active, expiresAt }: LiveClient, now: Date): boolean => active && (!expiresAt || expiresAt > now);

const digestOf = ({ clientId, secret }: Credentials): string =>
  createHash('sha256').update(`${clientId.length}:${clientId}${secret}`).digest('base64');

import type { Database, SecretBox } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { IdGenerator } from '@switchyard/domain';
import type { CryptoKey, JWK } from 'jose';
import { exportJWK, generateKeyPair, importJWK } from 'jose';

export const ALGORITHM = 'RS256';
const DAY_MS = 86_400_000;
/** A key signs for a month, and is known for two days longer than any token that it signed. */
const ROTATES_AFTER_MS = 30 * DAY_MS;
const KEPT_FOR_MS = 33 * DAY_MS;

interface KeyRow {
  kid: string;
  sealed_private_jwk: string;
  public_jwk: JWK;
  created_at: Date;
}

interface SigningKey {
  kid: string;
  sign: CryptoKey;
  verify: CryptoKey;
  createdAt: Date;
}

const lock = prepared('lock-signing-keys', 'select pg_advisory_xact_lock(4301)');
const select = prepared<KeyRow>('signing-keys', 'select * from signing_key order by created_at desc, kid');
const insert = prepared('insert-signing-key', 'insert into signing_key values ($1, $2, $3, $4)');
const forget = prepared('forget-signing-keys', 'delete from signing_key where created_at < $1');
const announce = prepared('announce-signing-keys', "select pg_notify(current_schema(), 'reference')");

/** The keys that tokens are signed with: one signs, and those before it are still known. */
export class SigningKeys {
  private known = new Map<string, SigningKey>();
  private newest: SigningKey | undefined;

  constructor(
    private readonly db: Database,
    private readonly ids: IdGenerator,
    private readonly secrets: SecretBox,
  ) {}

  get current(): SigningKey {
    if (!this.newest) throw new Error('signing keys are used before they are loaded');
    return this.newest;
  }

  find(kid: string | undefined): SigningKey | undefined {
    return kid === undefined ? undefined : this.known.get(kid);
  }

  async load(): Promise<void> {
    const rows = await this.db.reader().rows(select);
    const keys = await Promise.all(rows.map(async (row) => this.known.get(row.kid) ?? (await this.open(row))));
    this.known = new Map(keys.map((key) => [key.kid, key]));
    this.newest = keys[0];
  }

  /** Makes the first key, and another whenever the newest has signed for a month. One process does, the others hear of it. */
  async rotate(now: Date): Promise<void> {
    if (this.newest && isFresh(this.newest.createdAt, now)) return;
    await this.db.transaction(async (tx) => {
      tx.send(lock);
      const [newest] = await tx.rows(select);
      if (newest && isFresh(newest.created_at, now)) return;
      const pair = await generateKeyPair(ALGORITHM, { extractable: true });
      const [privateJwk, publicJwk] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
      const kid = this.ids.uuid();
      const sealed = this.secrets.seal(JSON.stringify(privateJwk), kid);
      tx.send(insert, [kid, sealed, JSON.stringify(publicJwk), now]);
      tx.send(forget, [new Date(now.getTime() - KEPT_FOR_MS)]);
      tx.send(announce);
    });
    await this.load();
  }

  private async open({ kid, sealed_private_jwk, public_jwk, created_at }: KeyRow): Promise<SigningKey> {
    const privateJwk = JSON.parse(this.secrets.open(sealed_private_jwk, kid)) as JWK;
    const [sign, verify] = await Promise.all([importJWK(privateJwk, ALGORITHM), importJWK(public_jwk, ALGORITHM)]);
    return { kid, sign: sign as CryptoKey, verify: verify as CryptoKey, createdAt: created_at };
  }
}

/** A key of the future is fresh too: the sandbox clock may have been set back. */
const isFresh = (createdAt: Date, now: Date): boolean => now.getTime() - createdAt.getTime() < ROTATES_AFTER_MS;

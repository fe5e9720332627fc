import { randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';

/** The costs of scrypt: `N` is time and memory (16 MiB here), `r` the block size, `p` the parallelism. */
interface Cost {
  N: number;
  r: number;
  p: number;
}

const cost: Cost = { N: 16_384, r: 8, p: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const shape = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;

/**
 * Hashes a client secret for storage: `scrypt$N$r$p$salt$hash`, salt and hash in base64url, the salt fresh each time.
 * Blocks for some 50 ms; it is for administration, not for requests.
 */
export function hashSecret(secret: string): string {
  const salt = randomBytes(SALT_BYTES);
  return stored(salt, scryptSync(secret, salt, HASH_BYTES, cost));
}

/** The same off the main thread, for a secret that a request brings. */
export async function hashSecretAside(secret: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return stored(salt, await derive(secret, salt, cost));
}

/**
 * True when the secret is the one that was hashed, at the cost that the hash names. Takes some 50 ms off the main
 * thread, and the comparison takes the same time wherever the two differ. False for anything that is not such a hash.
 */
export async function verifySecret(secret: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt, hash] = shape.exec(stored) ?? [];
  if (!salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64url');
  if (expected.length !== HASH_BYTES) return false;
  const parameters = { N: Number(N), r: Number(r), p: Number(p) };
  const actual = await derive(secret, Buffer.from(salt, 'base64url'), parameters);
  return timingSafeEqual(actual, expected);
}

function stored(salt: Buffer, hash: Buffer): string {
  const { N, r, p } = cost;
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

function derive(secret: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  const options = { N, r, p, maxmem: 256 * r * (N + p + 2) };
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** Matches nothing: verifying it costs as much as verifying a real hash, so that an unknown name takes no less time. */
export const unmatchableHash = `scrypt$${cost.N}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

import { randomBytes } from 'node:crypto';
import { hashSecretAside } from '@switchyard/http';

/** Twice what a key needs to be beyond guessing. */
const BYTES = 32;

export interface NewSecret {
  secret: string;
  hash: string;
}

/** A fresh secret and what is stored of it; takes some 50 ms off the main thread, so it is made before the transaction. */
export async function newSecret(): Promise<NewSecret> {
  const secret = randomBytes(BYTES).toString('base64url');
  return { secret, hash: await hashSecretAside(secret) };
}

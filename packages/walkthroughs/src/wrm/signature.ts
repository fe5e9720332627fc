import { createHmac, timingSafeEqual } from 'node:crypto';

/** `sha256=` and the HMAC of the very bytes under the secret key, as `X-Hub-Signature` has it. */
export const signatureOf = (secret: string, bytes: Buffer | string): string =>
  `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;

/** Whether the header is the signature of these bytes; compared in constant time. */
export function isSigned(secret: string, bytes: Buffer | string, header: string | string[] | undefined): boolean {
  const [expected, actual] = [Buffer.from(signatureOf(secret, bytes)), Buffer.from(String(header))];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

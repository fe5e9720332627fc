import { createHmac } from 'node:crypto';
import { matchesAny } from './constant-time';

/**
 * The value of `X-Hub-Signature`: `sha256=` and the lower-case hex HMAC-SHA256 over the exact bytes. The key is the
 * secret's UTF-8 bytes as they are.
 */
export function hubSignature(secret: string, body: string | Uint8Array): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** True when one of the secrets made the header's value. The body must be the raw bytes that arrived. */
export function verifyHubSignature(
  secrets: readonly string[],
  body: string | Uint8Array,
  header: string | undefined,
): boolean {
  return (
    header !== undefined &&
    matchesAny(
      secrets.map((secret) => hubSignature(secret, body)),
      header,
    )
  );
}

import { createHmac } from 'node:crypto';
import { matchesAny } from './constant-time';

/** The value of `PECS-SIGNATURE`: the base64 HMAC-SHA256 over the exact bytes, in the standard alphabet, padded. */
export function pecsSignature(secret: string, body: string | Uint8Array): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** True when one of the secrets made the header's value. The body must be the raw bytes that arrived. */
export function verifyPecsSignature(
  secrets: readonly string[],
  body: string | Uint8Array,
  header: string | undefined,
): boolean {
  return (
    header !== undefined &&
    matchesAny(
      secrets.map((secret) => pecsSignature(secret, body)),
      header,
    )
  );
}

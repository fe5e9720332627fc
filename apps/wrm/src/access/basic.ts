import type { IncomingFacts } from '@switchyard/http';

export interface Credentials {
  clientId: string;
  secret: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The credentials of a request: Basic, split at the first colon; undefined when there are none, or none readable. */
export function credentialsOf(
  { header }: Pick<IncomingFacts, 'header'>,
  clientHeaders: boolean,
): Credentials | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/_-]+={0,2})$/i.exec(header('authorization') ?? '')?.[1];
  if (encoded !== undefined) return decode(encoded);
  const clientId = header('x-chorus-client-id');
  const secret = header('x-chorus-client-secret');
  return clientHeaders && clientId && secret ? { clientId, secret } : undefined;
}

function decode(encoded: string): Credentials | undefined {
  try {
    const text = utf8.decode(Buffer.from(encoded, 'base64'));
    const colon = text.indexOf(':');
    return colon < 0 || text.includes('\0')
      ? undefined
      : { clientId: text.slice(0, colon), secret: text.slice(colon + 1) };
  } catch {
    return undefined;
  }
}

import type { IncomingMessage } from 'node:http';
import inflate from 'inflation';
import rawBody from 'raw-body';
import { Refusal } from './refusals';

export interface BodyLimits {
  /** Counted after decompression, so that a small bomb is stopped as early as a large body. */
  maxBytes: number;
  /** A client that sends slower than this is dropped. */
  timeoutMs: number;
}

/** The exact bytes of a body, decompressed. Throws a Refusal that names the limit. */
export async function readBody(request: IncomingMessage, { maxBytes, timeoutMs }: BodyLimits): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!['identity', 'gzip', 'deflate', 'br'].includes(encoding)) {
    throw new Refusal('unsupported_encoding', `Content-Encoding ${encoding} is not supported`);
  }
  const deadline = setTimeout(() => request.destroy(), timeoutMs);
  try {
    const length = encoding === 'identity' ? request.headers['content-length'] : undefined;
    return await rawBody(inflate(request), { limit: maxBytes, length });
  } catch (error) {
    throw refusalOf(error as { type?: string; code?: string }, maxBytes);
  } finally {
    clearTimeout(deadline);
  }
}

function refusalOf({ type, code }: { type?: string; code?: string }, maxBytes: number): Refusal {
  if (type === 'entity.too.large') {
    return new Refusal('body_too_large', `the body is larger than ${maxBytes} bytes`, { Connection: 'close' });
  }
  if (code?.startsWith('Z_') || code?.startsWith('ERR_')) {
    return new Refusal('malformed_body', 'the body is not in its Content-Encoding');
  }
  return new Refusal('body_incomplete', 'the body ended early', { Connection: 'close' });
}

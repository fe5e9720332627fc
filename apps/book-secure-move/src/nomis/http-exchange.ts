import { NomisBadGateway, NomisConnectionFailed, NomisTimeout } from './errors';

export interface HttpRequest {
  /** The port's name for what is asked; error messages carry it in place of the URL, which names people. */
  operation: string;
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface HttpAnswer {
  status: number;
  body: Uint8Array;
}

export interface ExchangeLimits {
  /** For the whole exchange, from connecting to the last byte. */
  timeoutMs: number;
  /** After decompression. */
  maxBodyBytes: number;
}

/**
 * One request and its whole answer, whatever the status. Redirects are not followed: they come back as the 3xx that
 * they are. Throws NomisConnectionFailed, NomisTimeout, or NomisBadGateway for a body over the limit.
 */
export async function exchange(request: HttpRequest, limits: ExchangeLimits): Promise<HttpAnswer> {
  const { operation, method, url, headers, body } = request;
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
    const bytes = await readAtMost(response.body ?? [], limits.maxBodyBytes);
    if (bytes) return { status: response.status, body: bytes };
    throw new NomisBadGateway(operation, {
      status: response.status,
      developerMessage: `The answer is longer than ${limits.maxBodyBytes} bytes`,
    });
  } catch (error) {
    if (error instanceof NomisBadGateway) throw error;
    const cause = codeOf(error);
    if (signal.aborted || timeoutCodes.includes(cause)) {
      throw new NomisTimeout(operation, `no complete answer within ${limits.timeoutMs} ms`);
    }
    throw new NomisConnectionFailed(operation, `connection failed (${cause})`);
  }
}

/** Time limits that the platform has of its own, shorter than ours only if ours is set longer than usual. */
const timeoutCodes = ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'];

/** The bytes, or undefined once they pass the limit; leaving the loop cancels the rest of the transfer. */
async function readAtMost(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array | undefined> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return undefined;
    read.push(chunk);
  }
  return new Uint8Array(Buffer.concat(read));
}

/** The system's code for a failure, such as `ECONNREFUSED`: fetch hides it in the cause. */
function codeOf(error: unknown): string {
  const code = memberOf(memberOf(error, 'cause') ?? error, 'code');
  return typeof code === 'string' ? code : 'unknown';
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

import type { Clock } from '@switchyard/domain';
import { NomisBadGateway, type UpstreamRefusal } from './errors';
import { defaultMaxBodyBytes, defaultTimeoutMs, type NomisHttpConfig } from './http-config';
import { exchange, type HttpAnswer, type HttpRequest } from './http-exchange';
import { createTokenSource, type Token } from './token-source';
import { members, optional, text, UnreadableAnswer, whole, type Read } from './wire-reader';

export interface UpstreamCall {
  operation: string;
  url: string;
  method?: 'GET' | 'POST' | 'PUT';
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface UpstreamCaller {
  /** The answer to an authorised call. Anything but a 2xx is a NomisBadGateway that carries what the upstream said. */
  call(request: UpstreamCall): Promise<HttpAnswer>;
  /** The same, with the JSON of the answer read into a record. */
  read<T>(request: UpstreamCall, read: Read<T>): Promise<T>;
}

/** Calls with a bearer token by client credentials; a 401 is tried once more with a fresh token. */
export function createUpstreamCaller(config: NomisHttpConfig, clock: Clock): UpstreamCaller {
  const limits = {
    timeoutMs: config.timeoutMs ?? defaultTimeoutMs,
    maxBodyBytes: config.maxBodyBytes ?? defaultMaxBodyBytes,
  };
  const tokens = createTokenSource(async () => {
    const request = tokenRequest(config);
    return readToken(request.operation, accepted(request.operation, await exchange(request, limits)));
  }, clock);

  async function call({ operation, url, method = 'GET', body, headers }: UpstreamCall): Promise<HttpAnswer> {
    const attempt = (token: string) =>
      exchange(
        {
          operation,
          url,
          method,
          headers: {
            accept: 'application/json',
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
            authorization: `Bearer ${token}`,
          },
          body: body === undefined ? undefined : JSON.stringify(body),
        },
        limits,
      );

    const token = await tokens.current();
    const answer = await attempt(token);
    if (answer.status !== 401) return accepted(operation, answer);
    tokens.discard(token);
    return accepted(operation, await attempt(await tokens.current()));
  }

  return {
    call,
    read: async (request, read) => readJson(request.operation, await call(request), read),
  };
}

function tokenRequest({ tokenUrl, clientId, clientSecret }: NomisHttpConfig): HttpRequest {
  const credentials = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
  return {
    operation: 'getToken',
    method: 'POST',
    url: tokenUrl,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  };
}

const readTokenAnswer = members<{ access_token: string; expires_in: number | null }>({
  access_token: text,
  expires_in: optional(whole),
});

function readToken(operation: string, answer: HttpAnswer): Token {
  const { access_token: value, expires_in: expiresInSeconds } = readJson(operation, answer, readTokenAnswer);
  return { value, expiresInSeconds: expiresInSeconds ?? 0 };
}

function accepted(operation: string, answer: HttpAnswer): HttpAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new NomisBadGateway(operation, refusalOf(answer));
}

/** Of what an upstream says we repeat this much. */
const mostCharacters = 500;

const sentence = optional<string>((value, at) => text(value, at).slice(0, mostCharacters));

const readRefusal = members<Omit<UpstreamRefusal, 'status'>>({
  userMessage: sentence,
  developerMessage: sentence,
  moreInfo: sentence,
});

/** What the upstream says about its error; an error page that is not its JSON says nothing. */
function refusalOf({ status, body }: HttpAnswer): UpstreamRefusal {
  try {
    return { status, ...readRefusal(parseJson(body), 'error') };
  } catch {
    return { status };
  }
}

function readJson<T>(operation: string, { status, body }: HttpAnswer, read: Read<T>): T {
  try {
    return read(parseJson(body), 'answer');
  } catch (error) {
    const reason = error instanceof UnreadableAnswer ? error.message : 'the answer is not JSON';
    throw new NomisBadGateway(operation, { status, developerMessage: `Unreadable: ${reason}` });
  }
}

function parseJson(body: Uint8Array): unknown {
  return JSON.parse(Buffer.from(body).toString('utf8'));
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';

export interface UpstreamRequest {
  method: string;
  /** With the query, as it came over the wire. */
  path: string;
  headers: IncomingMessage['headers'];
  /** The JSON of the body, undefined without one. */
  body: unknown;
}

export interface UpstreamReply {
  status: number;
  headers?: Record<string, string>;
  /** Bytes and texts go out as they are, anything else as JSON. */
  body?: unknown;
}

/** `hang` never answers, `stall` stops in the middle of a body, `hang up` breaks the connection. */
export type UpstreamAnswer = UpstreamReply | 'hang' | 'stall' | 'hang up';

export interface Upstream {
  url: string;
  tokenUrl: string;
  /** Everything asked for but tokens, oldest first. */
  requests: UpstreamRequest[];
  /** Tokens given out so far. */
  tokensIssued(): number;
  /** Refuses every token given out so far. */
  revokeTokens(): void;
  close(): Promise<void>;
}

export const clientId = 'switchyard';
export const clientSecret = 'kept:secret';

/** A token lives this long. */
export const tokenSeconds = 1200;

/** A prison system on a loopback port: gives out tokens, insists on them, and answers with what `answer` says. */
export async function startUpstream(
  answer: (request: UpstreamRequest) => UpstreamAnswer | Promise<UpstreamAnswer>,
): Promise<Upstream> {
  const requests: UpstreamRequest[] = [];
  let issued = 0;
  let revoked = 0;

  const server = createServer((request, response) => {
    void serve(request, response).catch((error: Error) => send(response, { status: 500, body: error.message }));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    if (path === '/auth/oauth/token') return send(response, issueToken(headers.authorization));
    const body = headers['content-length'] ? await readJson(request) : undefined;
    requests.push({ method, path, headers, body });
    const number = Number(/^Bearer token-(\d+)$/.exec(headers.authorization ?? '')?.[1] ?? 0);
    return send(response, number > revoked ? await answer({ method, path, headers, body }) : { status: 401 });
  }

  function issueToken(authorization: string | undefined): UpstreamReply {
    const expected = Buffer.from(`${clientId}:${encodeURIComponent(clientSecret)}`).toString('base64');
    if (authorization !== `Basic ${expected}`) return { status: 401, body: { error: 'invalid_client' } };
    issued += 1;
    return { status: 200, body: { access_token: `token-${issued}`, token_type: 'bearer', expires_in: tokenSeconds } };
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    tokenUrl: `${url}/auth/oauth/token`,
    requests,
    tokensIssued: () => issued,
    revokeTokens: () => void (revoked = issued),
    close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      return closed;
    },
  };
}

function send(response: ServerResponse, answer: UpstreamAnswer): void {
  if (answer === 'hang') return;
  if (answer === 'hang up') return void response.destroy();
  if (answer === 'stall') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    return void response.write('{"prisonerNumber":');
  }
  const { status, headers, body } = answer;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body));
}

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StubReply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One request as it arrived, header names in the spelling of the wire. */
export interface Received {
  line: string;
  headerNames: string[];
  headers: IncomingMessage['headers'];
  body: string;
}

/** A service that answers what a test tells it to, hands out tokens, and remembers what it was asked. */
export interface StubService {
  url: string;
  received: Received[];
  close(): Promise<void>;
}

/** Answers by `METHOD /path?query`; several replies to one line are given in turn, the last one for ever; 404 else. */
export async function stubService(routes: Record<string, StubReply | StubReply[]> = {}): Promise<StubService> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const line = `${request.method} ${request.url}`;
      const headerNames = request.rawHeaders.filter((_, index) => index % 2 === 0);
      const earlier = received.filter((one) => one.line === line).length;
      received.push({ line, headerNames, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      const { status, body, headers } = replyTo(line, earlier, routes);
      response.writeHead(status, { 'content-type': 'application/vnd.api+json; charset=utf-8', ...headers });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, close: () => closed(server) };
}

function replyTo(line: string, earlier: number, routes: Record<string, StubReply | StubReply[]>): StubReply {
  if (line === 'POST /oauth/token') return { status: 200, body: { access_token: 'a-token' } };
  const replies = [routes[line] ?? { status: 404 }].flat();
  return replies[Math.min(earlier, replies.length - 1)] ?? { status: 404 };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}

import { EventEmitter, once } from 'node:events';
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyHubSignature, verifyStandard } from '@switchyard/webhooks';

/** A notification as a subscriber received it. */
export interface Received {
  headers: IncomingHttpHeaders;
  /** The exact text. */
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test states what it expects of the body
  body: any;
  /** Whether the current signature, that of Standard Webhooks and, where there is one, the previous one fit. */
  isSigned: boolean;
}

/** A challenge as a subscriber received it. */
export interface Challenge {
  challenge: string;
  subscriberId: string;
  headers: IncomingHttpHeaders;
  isSigned: boolean;
}

export type Answer = (response: ServerResponse, received: Received) => void;
export type Echo = (response: ServerResponse, challenge: Challenge) => void;

export const answer =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, headers).end();
  };

const echo: Echo = (response, { challenge }) => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ challenge }));
};

/**
 * A work requestor's or supplier's own webhook: echoes the challenge, verifies every signature over the raw bytes,
 * acknowledges with 204, and keeps what it got.
 */
export class Receiver {
  readonly received: Received[] = [];
  readonly challenges: Challenge[] = [];
  readonly url: string;
  /** What its signatures are verified with; of a rotation the old one, too. */
  secrets: readonly string[];
  private onNotification: Answer = answer(204);
  private onChallenge: Echo = echo;
  private readonly arrivals = new EventEmitter().setMaxListeners(0);

  private constructor(
    private readonly server: Server,
    readonly secret: string,
  ) {
    this.secrets = [secret];
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/wrm`;
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.once('end', () => {
        if (request.method === 'GET') this.take(request.url ?? '', request.headers, response);
        else this.receive(Buffer.concat(chunks), request.headers, response);
        this.arrivals.emit('arrival');
      });
    });
  }

  static async open(secret = 'wrm-demo-secret-0123456789abcdef'): Promise<Receiver> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new Receiver(server, secret);
  }

  /** Answers notifications differently from now on. */
  answers(reply: Answer): void {
    this.onNotification = reply;
  }

  /** Answers challenges differently from now on; without a word, by the echo again. */
  echoes(reply: Echo = echo): void {
    this.onChallenge = reply;
  }

  /** Resolves once so many notifications have arrived in all. */
  async has(count: number): Promise<void> {
    while (this.received.length < count) await once(this.arrivals, 'arrival');
  }

  /** Resolves once so many challenges have arrived in all. */
  async wasChallenged(count: number): Promise<void> {
    while (this.challenges.length < count) await once(this.arrivals, 'arrival');
  }

  get types(): string[] {
    return this.received.map(({ headers }) => String(headers['x-wrm-notification-type']));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(path: string, headers: IncomingHttpHeaders, response: ServerResponse): void {
    const rawQuery = path.slice(path.indexOf('?') + 1);
    const query = new URLSearchParams(rawQuery);
    const signed = (name: string, data: string): boolean =>
      verifyHubSignature(this.secrets, data, headers[name] as string | undefined);
    const challenge: Challenge = {
      challenge: query.get('challenge') ?? '',
      subscriberId: query.get('subscriberId') ?? '',
      headers,
      isSigned: signed('x-hub-signature', '') && signed('x-wrm-signature-query', rawQuery),
    };
    this.challenges.push(challenge);
    this.onChallenge(response, challenge);
  }

  private receive(bytes: Buffer, headers: IncomingHttpHeaders, response: ServerResponse): void {
    const signed = (name: string): boolean =>
      verifyHubSignature(this.secrets, bytes, headers[name] as string | undefined);
    const keys = this.secrets.map((secret) => Buffer.from(secret));
    const received: Received = {
      headers,
      text: bytes.toString('utf8'),
      body: JSON.parse(bytes.toString('utf8')),
      isSigned:
        signed('x-hub-signature') &&
        verifyStandard(keys, bytes, headers, new Date()) &&
        (headers['x-hub-signature-previous'] === undefined || signed('x-hub-signature-previous')),
    };
    this.received.push(received);
    this.onNotification(response, received);
  }
}

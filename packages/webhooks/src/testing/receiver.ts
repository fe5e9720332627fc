import { EventEmitter, once } from 'node:events';
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as a receiver saw it. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Answer = (request: Received, response: ServerResponse, socket: Socket) => void | Promise<void>;

export const answer =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, headers).end();
  };

/** A subscriber of the tests: keeps what arrives, and answers as it is told. */
export class Receiver {
  readonly received: Received[] = [];
  readonly url: string;
  private readonly arrivals = new EventEmitter().setMaxListeners(0);

  private constructor(
    private readonly server: Server,
    private reply: Answer,
  ) {
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.once('end', () => {
        const { url: path = '', headers } = request;
        const received = { path, headers, body: Buffer.concat(chunks).toString() };
        this.received.push(received);
        void this.reply(received, response, request.socket);
        this.arrivals.emit('arrival');
      });
    });
  }

  static async open(reply: Answer = answer(204)): Promise<Receiver> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new Receiver(server, reply);
  }

  /** Answers differently from now on. */
  answers(reply: Answer): void {
    this.reply = reply;
  }

  get bodies(): string[] {
    return this.received.map(({ body }) => body);
  }

  /** Resolves once so many requests have arrived in all. */
  async has(count: number): Promise<void> {
    while (this.received.length < count) await once(this.arrivals, 'arrival');
  }

  forget(): void {
    this.received.length = 0;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

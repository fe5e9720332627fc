import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One notification as it arrived. */
export interface Arrival {
  notificationId: string;
  /** The event that caused it. */
  linkedNotificationId: string;
  text: string;
}

/** A subscriber of the Work Request Manager that outlives the service: echoes challenges and keeps what arrives. */
export class Subscriber {
  readonly arrivals: Arrival[] = [];
  /** While it is silent it answers no notification. */
  silent = true;
  readonly url: string;
  private readonly events = new EventEmitter();

  private constructor(private readonly server: Server) {
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/wrm`;
    server.on('request', (request, response) => void this.serve(request, response));
  }

  static async open(): Promise<Subscriber> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new Subscriber(server);
  }

  /** The events of which it has been told. */
  get told(): Set<string> {
    return new Set(this.arrivals.map(({ linkedNotificationId }) => linkedNotificationId));
  }

  /** Resolves once it was told of so many events. */
  async isToldOf(count: number): Promise<void> {
    while (this.told.size < count) await once(this.events, 'arrival');
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') {
      const challenge = new URL(request.url!, this.url).searchParams.get('challenge');
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ challenge }));
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    this.arrivals.push({ ...(JSON.parse(text) as Arrival), text });
    this.events.emit('arrival');
    if (!this.silent) response.writeHead(204).end();
  }
}

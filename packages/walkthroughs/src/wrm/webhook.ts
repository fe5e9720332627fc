import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Unexpected } from '../unexpected';
import { isSigned } from './signature';

/** A notification as its receiver reads it. */
export interface Notification {
  notificationType: string;
  notificationId: string;
  linkedNotificationId?: string;
  subscriberId: string;
  task?: { id: string; status: { status: string; substate?: string } } & Record<string, unknown>;
}

const patienceMs = 20_000;

/**
 * A subscriber's own receiver, on a free port of this machine. It echoes the challenge, verifies every signature over the
 * bytes as they came, answers 401 where one does not fit, and keeps what it got.
 */
export class Webhook {
  readonly received: Notification[] = [];
  /** Requests with a signature that did not fit. */
  forged = 0;
  private challenges = 0;
  private readonly unread: Notification[] = [];
  private readonly arrivals = new EventEmitter();
  readonly url: string;

  private constructor(
    private readonly server: Server,
    private readonly secret: string,
  ) {
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/endpoint`;
    server.on('request', (request, response) => void this.take(request, response));
  }

  static async open(secret: string): Promise<Webhook> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new Webhook(server, secret);
  }

  /** Waits for the challenge. Throws Unexpected when none comes. */
  async challenged(): Promise<void> {
    await this.until('a challenge', () => this.challenges > 0);
  }

  /** Waits for the next notification of the task, whatever it is. Throws Unexpected when none comes. */
  async next(taskId: string): Promise<Notification> {
    const index = (): number => this.unread.findIndex(({ task }) => task?.id === taskId);
    await this.until(`a notification of ${taskId}`, () => index() >= 0);
    return this.unread.splice(index(), 1)[0]!;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async until(what: string, isSo: () => boolean): Promise<void> {
    const signal = AbortSignal.timeout(patienceMs);
    while (!isSo()) {
      await once(this.arrivals, 'arrival', { signal }).catch(() => {
        throw new Unexpected(`what ${this.url} receives`, what, `nothing for ${patienceMs / 1000} s`);
      });
    }
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (!isSigned(this.secret, bytes, request.headers['x-hub-signature'])) {
      this.forged += 1;
      response.writeHead(401).end();
    } else if (request.method === 'GET') {
      this.echo(new URL(request.url ?? '/', this.url).searchParams.get('challenge'), response);
    } else {
      this.keep(JSON.parse(bytes.toString('utf8')) as Notification);
      response.writeHead(204).end();
    }
    this.arrivals.emit('arrival');
  }

  private echo(challenge: string | null, response: ServerResponse): void {
    this.challenges += 1;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ challenge }));
  }

  /** What is delivered at least once may come twice; its id tells. */
  private keep(notification: Notification): void {
    if (this.received.some(({ notificationId }) => notificationId === notification.notificationId)) return;
    this.received.push(notification);
    this.unread.push(notification);
  }
}

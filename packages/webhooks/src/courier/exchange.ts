import type http from 'node:http';
import type { Timeouts } from '../profile';
import { AttemptFailed, failureOf } from './failure';
import { readReply } from './read-reply';

/** What came back. */
export interface Reply {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** The beginning of the body. */
  body: Buffer;
  /** The address that was connected to. */
  address: string | null;
}

export interface Call {
  open: typeof http.request;
  url: URL;
  options: http.RequestOptions;
  body: Uint8Array | undefined;
  keep: number;
  timeouts: Timeouts;
}

/** A connection kept from before may have been closed under way; that says nothing of the receiver. */
class StaleConnection extends Error {}

/** One request and its reply. */
export async function exchange(call: Call): Promise<Reply> {
  try {
    return await attempt(call);
  } catch (error) {
    if (!(error instanceof StaleConnection)) throw error;
    // Once more, on a connection of its own.
    return attempt({ ...call, options: { ...call.options, agent: false } });
  }
}

function attempt({ open, url, options, body, keep, timeouts }: Call): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = open(url, options);
    let address: string | null = null;
    let phase: NodeJS.Timeout | undefined;
    let answered = false;
    const failAfter = (ms: number, what: string): NodeJS.Timeout =>
      setTimeout(() => request.destroy(new AttemptFailed('TIMEOUT', `no ${what} within ${ms} ms`, address)), ms);
    const total = failAfter(timeouts.total, 'reply');
    const begin = (ms: number, what: string): void => {
      clearTimeout(phase);
      phase = failAfter(ms, what);
    };
    const endTimers = (): void => {
      clearTimeout(phase);
      clearTimeout(total);
    };

    begin(timeouts.connect, 'connection');
    request.once('socket', (socket) => {
      const connected = (): void => {
        address = socket.remoteAddress ?? null;
        begin(timeouts.firstByte, 'reply');
      };
      if (request.reusedSocket) connected();
      else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected);
    });
    request.once('response', (response) => {
      answered = true;
      endTimers();
      readReply(response, keep, timeouts.body).then(
        (read) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read, address }),
        reject,
      );
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      endTimers();
      const closed = error.code === 'ECONNRESET' || error.code === 'EPIPE';
      reject(closed && request.reusedSocket ? new StaleConnection() : failureOf(error, address));
    });
    request.once('close', () => {
      endTimers();
      // After an error this has no effect. A switch of protocols, which nobody asked for, ends here.
      if (!answered) reject(new AttemptFailed('CONNECT', 'closed without a reply', address));
    });
    request.end(body);
  });
}

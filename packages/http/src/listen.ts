import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Service } from './service';

export interface Listening {
  url: string;
  server: Server;
  /** Stops taking requests, answers those in flight, and returns; at the latest after `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/** Serves on one address, with the limits that keep a slow or hostile client from holding it. */
export async function listen(service: Service, host: string, port: number): Promise<Listening> {
  const server = createServer(
    { maxHeaderSize: 16_384, connectionsCheckingInterval: 5_000, headersTimeout: 10_000, requestTimeout: 120_000 },
    service.app.callback() as never,
  );
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
  server.maxConnections = 2_000;
  server.listen(port, host);
  await once(server, 'listening');
  const { address, port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${bound}`,
    server,
    stop: async (graceMs) => {
      service.drain();
      const closed = once(server, 'close');
      server.close();
      // A connection whose answer has just gone out is idle, but is only closed when asked again.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const hurry = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(hurry);
      await service.close();
    },
  };
}

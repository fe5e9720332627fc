import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

/** The driver's own socket, which its types do not show. */
interface WithSocket {
  connection: { stream: Writable };
}

const held = new WeakSet<Writable>();
/** A commit first waits two ticks, to learn whether all before it could be sent; it is to travel with them. */
const TICKS = 3;

/** The ticks of one turn follow each other at once: what waits for one goes on only after the promises in between. */
const afterPromises = (action: () => void): void => process.nextTick(() => queueMicrotask(action));

/**
 * Lets the statements that are sent to a connection in this turn of the event loop leave together. Writing to a socket
 * and waking the server costs more than most statements do, and a write is half a dozen of them.
 */
export function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as WithSocket).connection;
  if (held.has(stream)) return;
  held.add(stream);
  stream.cork();
  let left = TICKS;
  const wait = (): void => {
    left -= 1;
    if (left > 0) {
      afterPromises(wait);
      return;
    }
    held.delete(stream);
    stream.uncork();
  };
  afterPromises(wait);
}

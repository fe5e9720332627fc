import type { IncomingMessage } from 'node:http';

const LARGEST = 64 * 1024;

/**
 * The first `keep` bytes of a reply's body. Reading ends, and the connection with it, after 64 KiB or `timeoutMs`,
 * whichever comes first: the body has no meaning, and a receiver that never ends it must not hold a lane up.
 */
export function readReply(response: IncomingMessage, keep: number, timeoutMs: number): Promise<Buffer> {
  return new Promise((resolve) => {
    const kept: Buffer[] = [];
    let size = 0;
    const finish = (): void => {
      clearTimeout(timer);
      resolve(Buffer.concat(kept).subarray(0, keep));
    };
    const cut = (): void => {
      response.destroy();
      finish();
    };
    const timer = setTimeout(cut, timeoutMs);
    response.on('data', (chunk: Buffer) => {
      if (size < keep) kept.push(chunk);
      size += chunk.length;
      if (size > LARGEST) cut();
    });
    response.once('end', finish);
    response.once('close', finish);
    response.on('error', finish);
  });
}

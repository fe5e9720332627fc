declare module 'inflation' {
  import type { IncomingMessage } from 'node:http';
  import type { Readable } from 'node:stream';
  /** The request itself, or a stream of its decompressed body. */
  export default function inflate(request: IncomingMessage): Readable;
}

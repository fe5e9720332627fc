import { connect } from 'node:net';

export interface RawAnswer {
  /** Undefined when the connection ended without an answer. */
  status: number | undefined;
  text: string;
  ms: number;
}

/** Writes bytes to a server as they are, and gives what came back until the connection ended. */
export function sendRaw(
  url: string,
  bytes: readonly (string | Buffer)[],
  /** `hang up` closes our side once everything is written, as a client does that dies. */
  afterwards: 'wait' | 'hang up' = 'wait',
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const started = process.hrtime.bigint();
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const received: Buffer[] = [];
    socket.on('data', (chunk) => received.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const text = Buffer.concat(received).toString();
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      resolve({
        status: status === undefined ? undefined : Number(status),
        text,
        ms: Number(process.hrtime.bigint() - started) / 1e6,
      });
    });
    for (const chunk of bytes) socket.write(chunk);
    if (afterwards === 'hang up') socket.end();
  });
}

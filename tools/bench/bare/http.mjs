import { once } from 'node:events';
import { createServer } from 'node:http';
import { pool } from './database.mjs';

/**
 * Serves on a free port of the loopback interface, which it tells the process that started it, until it is ended.
 * @param {string} mediaType of every answer
 * @param {(request: import('node:http').IncomingMessage, path: string, search: string) => Promise<[status: number, json: string]>} answer
 */
export async function serveBare(mediaType, answer) {
  const server = createServer((request, response) => {
    const mark = request.url.indexOf('?');
    const [path, search] = mark < 0 ? [request.url, ''] : [request.url.slice(0, mark), request.url.slice(mark + 1)];
    answer(request, path, search).then(
      ([status, json]) => send(response, status, json),
      (error) => {
        process.stderr.write(`bare server: ${error.stack}\n`);
        send(response, 500, '{}');
      },
    );
  });
  server.keepAliveTimeout = 65_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send({ port: server.address().port });

  process.once('SIGTERM', () => {
    server.closeAllConnections();
    server.close(() => void pool.end());
    if (process.connected) process.disconnect();
  });

  function send(response, status, json) {
    response.writeHead(status, { 'Content-Type': mediaType, 'Content-Length': Buffer.byteLength(json) });
    response.end(json);
  }
}

/** The body of a request as text. */
export function textOf(request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0].toString() : Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}

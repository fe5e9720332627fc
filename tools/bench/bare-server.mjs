/**
 * What the service is measured against: `node:http` and pg, prepared statements, JSON written by hand, and nothing that
 * makes a service of it: no authentication, validation, keys, audit, limits, log or figures. Its answers to reads are the
 * service's, byte for byte; its writes store the same move, event and outbox rows.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { pool } from './bare/database.mjs';
import { createMove, resumeReferences } from './bare/create.mjs';
import { acceptByEvent } from './bare/event.mjs';
import { listMoves } from './bare/list.mjs';
import { showMove } from './bare/one.mjs';
import { loadReference } from './bare/reference.mjs';

await Promise.all([loadReference(), resumeReferences()]);
const server = createServer((request, response) => {
  answer(request).then(
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

async function answer(request) {
  const mark = request.url.indexOf('?');
  const path = mark < 0 ? request.url : request.url.slice(0, mark);
  if (request.method === 'POST') {
    const body = JSON.parse(await textOf(request));
    if (path === '/api/moves') return [201, await createMove(body)];
    if (path === '/api/events') return [201, await acceptByEvent(body)];
  } else if (path === '/api/moves') {
    return [200, await listMoves(new URLSearchParams(request.url.slice(mark + 1)), `http://${request.headers.host}`)];
  } else if (path.startsWith('/api/moves/')) {
    const json = await showMove(path.slice('/api/moves/'.length));
    return json === undefined ? [404, '{}'] : [200, json];
  }
  return [404, '{}'];
}

function textOf(request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0].toString() : Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}

function send(response, status, json) {
  response.writeHead(status, {
    'Content-Type': 'application/vnd.api+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(json),
  });
  response.end(json);
}

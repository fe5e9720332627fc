/**
 * What the service is measured against: `node:http` and pg, prepared statements, JSON written by hand, and nothing that
 * makes a service of it: no authentication, validation, keys, audit, limits, log or figures. Its answers to reads are the
 * service's, byte for byte; its writes store the same move, event and outbox rows.
 */
import { serveBare, textOf } from '../bare/http.mjs';
import { createMove, resumeReferences } from './bare/create.mjs';
import { acceptByEvent } from './bare/event.mjs';
import { listMoves } from './bare/list.mjs';
import { showMove } from './bare/one.mjs';
import { loadReference } from './bare/reference.mjs';

await Promise.all([loadReference(), resumeReferences()]);
await serveBare('application/vnd.api+json; charset=utf-8', async (request, path, search) => {
  if (request.method === 'POST') {
    const body = JSON.parse(await textOf(request));
    if (path === '/api/moves') return [201, await createMove(body)];
    if (path === '/api/events') return [201, await acceptByEvent(body)];
  } else if (path === '/api/moves') {
    return [200, await listMoves(new URLSearchParams(search), `http://${request.headers.host}`)];
  } else if (path.startsWith('/api/moves/')) {
    const json = await showMove(path.slice('/api/moves/'.length));
    return json === undefined ? [404, '{}'] : [200, json];
  }
  return [404, '{}'];
});

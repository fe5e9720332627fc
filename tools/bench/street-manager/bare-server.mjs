/**
 * What the service is measured against: `node:http` and pg, one prepared statement for a read, in which PostgreSQL writes
 * the JSON, and nothing that makes a service of it: no authentication, validation, keys, audit, limits, log or figures.
 * Its answers to reads are the service's, byte for byte; its write stores the same rows.
 */
import { serveBare, textOf } from '../bare/http.mjs';
import { createWork, resumeReferences } from './bare/create.mjs';
import { listPermits } from './bare/permits.mjs';
import { listUpdates } from './bare/updates.mjs';
import { showWork } from './bare/work.mjs';

const works = '/v3/work/works';

await resumeReferences();
await serveBare('application/json; charset=utf-8', async (request, path, search) => {
  if (request.method === 'POST') return [201, await createWork(JSON.parse(await textOf(request)))];
  if (path === '/v3/reporting/permits') return [200, await listPermits(new URLSearchParams(search))];
  if (path === '/v3/reporting/works/updates') return [200, await listUpdates(new URLSearchParams(search))];
  if (path.startsWith(`${works}/`)) {
    const json = await showWork(path.slice(works.length + 1));
    return json === undefined ? [404, '{}'] : [200, json];
  }
  return [404, '{}'];
});

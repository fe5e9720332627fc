/**
 * What the service is measured against: `node:http` and pg, which update one row and insert one in one round trip, and
 * nothing that makes a service of it: no authentication, rules, history, notification of the other party, audit or log.
 * The two rows are the service's.
 */
import { serveBare, textOf } from '../bare/http.mjs';
import { storeReport } from './bare/report.mjs';

await serveBare('application/json; charset=utf-8', async (request) => [200, await storeReport(await textOf(request))]);

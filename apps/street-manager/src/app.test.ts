import { randomIds } from '@switchyard/domain';
import type { Listening } from '@switchyard/http';
import { createLogger, listen } from '@switchyard/http';
import { call, cloneDatabase } from '@switchyard/testing';
import { migrations } from '../migrations';
import { readConfig } from './config';
import type { Running } from './start';
import { startStreetManager } from './start';

let drop: () => Promise<void>;
let running: Running;
let listening: Listening;

beforeAll(async () => {
  const clone = await cloneDatabase({ schema: 'street_manager', migrations });
  drop = clone.drop;
  const config = readConfig({ DATABASE_URL: clone.url, LOG_LEVEL: 'error', CHECK_RESPONSES: 'on' });
  running = await startStreetManager(config, createLogger('test', 'error', false), randomIds);
  listening = await listen(running.service, '127.0.0.1', 0);
});

afterAll(async () => {
  await listening.stop(1_000);
  await running.stop();
  await drop();
});

it('says that it is healthy and ready', async () => {
  expect(await call(`${listening.url}/health`, 'GET')).toMatchObject({
    status: 200,
    body: { checks: { database: true }, healthy: true },
  });
  expect(await call(`${listening.url}/ready`, 'GET')).toMatchObject({
    status: 200,
    body: { ready: true, reasons: [] },
  });
});

it('serves its figures, its contract and its reference page', async () => {
  expect((await call(`${listening.url}/metrics`, 'GET')).text).toContain('http_request_duration_seconds');
  const contract = await call(`${listening.url}/openapi.json`, 'GET');
  expect(Object.keys(contract.body.paths)).toEqual(expect.arrayContaining(['/health', '/ready']));
  const page = await call(`${listening.url}/docs`, 'GET');
  expect(page.text).toContain('/docs/swagger-ui-bundle.js');
  expect((await call(`${listening.url}/docs/swagger-ui.css`, 'GET')).status).toBe(200);
});

it('answers an unknown path in its own shape', async () => {
  expect(await call(`${listening.url}/nothing`, 'GET')).toMatchObject({
    status: 404,
    body: { message: 'Not found', error: { status: 404 } },
  });
});

it('moves its sandbox clock', async () => {
  const put = (body: object) =>
    call(`${listening.url}/sandbox/clock`, 'PUT', { body, headers: { 'Content-Type': 'application/json' } });
  await put({ now: '2026-11-20T10:00:00.000Z', frozen: true });
  expect((await put({ advance: 'P3DT4H' })).body).toEqual({ now: '2026-11-23T14:00:00.000Z', frozen: true });
  expect(await put({ advance: 'soon' })).toMatchObject({ status: 400, body: { error: { field: 'advance' } } });
  expect((await put({ reset: true })).body.frozen).toBe(false);
});

import { call } from '@switchyard/testing';
import { prepared } from '@switchyard/db';
import { START, basic, wrm } from './testing/wrm';

const api = wrm();

const counts = prepared<Record<string, number>>(
  'test-counts',
  `select (select count(*)::int from timeslot) as slots, (select count(*)::int from party) as parties,
     (select min(available_units) from timeslot) as least, (select min(starts_at) from timeslot) as first,
     (select min(id) from timeslot) as id`,
);

it('says that it is healthy and ready', async () => {
  expect(await api.as('nobody').get('/health')).toMatchObject({ status: 200, body: { healthy: true } });
  expect(await api.as('nobody').get('/ready')).toMatchObject({ status: 200, body: { ready: true, reasons: [] } });
});

it('serves its figures, its contract and its reference page', async () => {
  const anybody = api.as('nobody');
  expect((await anybody.get('/metrics')).text).toContain('http_request_duration_seconds');
  expect(Object.keys((await anybody.get('/openapi.json')).body.paths)).toContain('/notifications');
  expect((await anybody.get('/docs')).text).toContain('/docs/swagger-ui-bundle.js');
});

it('tells its version, and in JSON:API to whoever accepts that', async () => {
  expect(await api.as('requestor').get('/version')).toMatchObject({
    status: 200,
    body: { name: 'wrm', version: '1.0.0' },
  });
  const reply = await api.as('requestor').get('/version', { Accept: 'application/vnd.api+json' });
  expect(reply.headers.get('content-type')).toBe('application/vnd.api+json');
  expect(reply.body).toEqual({
    data: { type: 'versions', id: '1.0.0', attributes: { name: 'wrm', version: '1.0.0' } },
    links: { self: '/version' },
  });
});

it('follows a request by the word of the client, or by one of its own', async () => {
  const named = await api.as('nobody').get('/version', { 'X-Correlation-Id': 'order-77120' });
  expect(named.headers.get('x-correlation-id')).toBe('order-77120');
  expect(named.body).toEqual({
    responseCode: '401-86',
    message: 'The credentials are missing or wrong.',
    correlationId: 'order-77120',
    errors: [],
  });
  const unnamed = await api.as('nobody').get('/version', { 'X-Correlation-Id': 'x'.repeat(129) });
  expect(unnamed.body.correlationId).toBe(unnamed.headers.get('x-request-id'));
});

it('answers what it does not serve in its own shape', async () => {
  expect(await api.as('requestor').get('/nothing')).toMatchObject({
    status: 404,
    body: { responseCode: 'WRM-404-01' },
  });
  const reply = await api.as('requestor').delete('/version');
  expect(reply).toMatchObject({ status: 405, body: { responseCode: 'WRM-405-01' } });
  expect(reply.headers.get('allow')).toBe('GET, HEAD');
});

test.each([
  ['text/html', 406],
  ['application/json;q=0', 406],
  ['text/html, */*;q=0.1', 200],
  ['application/*', 200],
])('answers a client that accepts %s with %i', async (accept, status) => {
  expect((await api.as('requestor').get('/version', { Accept: accept })).status).toBe(status);
});

it('tells errors in JSON:API too', async () => {
  const reply = await api.as('nobody').get('/version', { Accept: 'application/vnd.api+json' });
  expect(reply).toMatchObject({ status: 401, body: { errors: [{ status: '401', code: '401-86' }] } });
});

it('goes back to the demo, with its numbers from the start', async () => {
  const before = await api.db().reader().first(counts);
  await api.db().reader().rows(prepared('test-damage', `delete from timeslot where schedule_id = 'SCH-WKO-R-1'`));
  api.clock().reset();
  api.clock().set(new Date(START));
  expect((await call(`${api.url()}/sandbox/reset`, 'POST')).status).toBe(204);
  const after = await api.db().reader().first(counts);
  expect(after).toMatchObject({ parties: 4, least: 2, id: 'TS-1001' });
  expect(after!.slots).toBeGreaterThan(before!.slots! / 2);
});

it('moves its sandbox clock', async () => {
  const put = (body: object) =>
    call(`${api.url()}/sandbox/clock`, 'PUT', { body, headers: { 'Content-Type': 'application/json' } });
  await put({ now: '2026-11-20T10:00:00.000Z', frozen: true });
  expect((await put({ advance: 'P3DT4H' })).body).toEqual({ now: '2026-11-23T14:00:00.000Z', frozen: true });
  expect(await put({ advance: 'soon' })).toMatchObject({ status: 400, body: { error: { field: 'advance' } } });
  expect((await put({ reset: true })).body.frozen).toBe(false);
});

describe('credentials', () => {
  const ask = (headers: Record<string, string>) => api.as('nobody').get('/version', headers);

  test.each([
    ['a wrong secret', basic('requestor', 'wrong')],
    ['an unknown client', basic('stranger', 'requestor-secret')],
    ['no colon', { Authorization: `Basic ${Buffer.from('requestor').toString('base64')}` }],
    ['bytes that are not UTF-8', { Authorization: `Basic ${Buffer.from([0xff, 0x3a, 0xfe]).toString('base64')}` }],
    ['another scheme', { Authorization: 'Bearer abc' }],
    ['the headers of other APIs', { 'X-Chorus-Client-Id': 'requestor', 'X-Chorus-Client-Secret': 'requestor-secret' }],
  ])('with %s are refused alike', async (_, headers) => {
    const reply = await ask(headers);
    expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="wrm", charset="UTF-8"']);
  });

  it('may have a second live secret, and end', async () => {
    const { hash } = (await api
      .db()
      .reader()
      .first(
        prepared<{ hash: string }>('test-hash', `select hash from client_secret where client_id = 'supplier-a'`),
      ))!;
    await api
      .db()
      .reader()
      .rows(
        prepared('test-second', `insert into client_secret values ('requestor', 2, gen_random_uuid(), $1, now())`),
        [hash],
      );
    expect((await ask(basic('requestor', 'supplier-a-secret'))).status).toBe(200);
    expect((await ask(basic('requestor', 'requestor-secret'))).status).toBe(200);
    await api.db().reader().rows(prepared('test-end', `update client set active = false where id = 'supplier-b'`));
    expect((await ask(basic('supplier-b', 'supplier-b-secret'))).status).toBe(401);
  });
});

import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { prepared } from '@switchyard/db';
import { call } from '@switchyard/testing';
import { fabricated } from './testing/fabricated';

const api = fabricated();
const get = (path: string) => call(`${api.url()}${path}`, 'GET');
const me = { Authorization: 'me' };

describe('every answer', () => {
  it.each([
    ['a success', '/api/things', 200],
    ['a refusal', '/api/things/1', 422],
    ['an unknown path', '/nowhere', 404],
    ['a failed login', '/api/things', 401],
    ['the health', '/health', 200],
  ])('has the headers that keep it safe: %s', async (name, path, status) => {
    const reply = await call(`${api.url()}${path}`, 'GET', { headers: name === 'a failed login' ? {} : me });
    expect(reply.status).toBe(status);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('x-frame-options')).toBe('DENY');
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(reply.headers.get('cache-control')).toBe('private, no-cache');
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(reply.headers.get('x-powered-by')).toBeNull();
  });

  it('refuses a query that the database could not hold', async () => {
    expect((await call(`${api.url()}/api/things?name=a%00b`, 'GET', { headers: me })).status).toBe(400);
    expect((await call(`${api.url()}/api/things?name=a%2500b`, 'GET', { headers: me })).status).toBe(200);
  });

  it('finds nothing by a name that the database could not hold', async () => {
    expect((await call(`${api.url()}/api/things/a%00b`, 'GET', { headers: me })).status).toBe(404);
  });

  it('to a method that the path does not have is a refusal, not a fault', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      const { status } = await call(`${api.url()}/api/things`, method, { headers: me });
      expect(status).toBeGreaterThanOrEqual(404);
      expect(status).toBeLessThan(500);
    }
  });

  it('is recorded, refusals and failed logins of a known path too', async () => {
    const recorded = prepared<{ status: number }>('audit', "select status from audit_log where ip = '127.0.0.1'");
    await api.service().close();
    await api.db().reader().rows(prepared('clear', 'delete from audit_log'));
    await call(`${api.url()}/api/things`, 'GET', { headers: me });
    await call(`${api.url()}/api/things/1`, 'GET', { headers: me });
    await call(`${api.url()}/api/things`, 'GET');
    await api.service().close();
    const statuses = await api.db().reader().rows(recorded);
    expect(statuses.map(({ status }) => status).sort()).toEqual([200, 401, 422]);
  });
});

describe('what the kit itself serves', () => {
  it('says that it is healthy and ready', async () => {
    expect(await get('/health')).toMatchObject({ status: 200, body: { healthy: true, checks: { database: true } } });
    expect(await get('/ready')).toMatchObject({ status: 200, body: { ready: true, reasons: [] } });
  });

  it('gives the contract', async () => {
    expect((await get('/openapi.json')).body).toMatchObject({ openapi: '3.1.0', info: { title: 'Things' } });
  });

  it('has a page of reference whose every asset comes from here', async () => {
    const page = await get('/docs');
    expect(page.headers.get('content-type')).toContain('text/html');
    const assets = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
    expect(assets).toHaveLength(3);
    for (const asset of assets) {
      expect(asset).toMatch(/^\/docs\//);
      const reply = await get(asset);
      expect(reply.status).toBe(200);
      expect(reply.text.length).toBeGreaterThan(100);
      expect(reply.headers.get('content-type')).toMatch(asset.endsWith('.css') ? /text\/css/ : /text\/javascript/);
    }
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it.each([
    '/docs/../package.json',
    '/docs/..%2fpackage.json',
    '/docs/index.js',
    '/docs/constructor',
    '/docs/__proto__',
  ])('serves no other file: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('counts requests by route and status, never by the path that was sent', async () => {
    await call(`${api.url()}/api/things/a-secret-id`, 'GET', { headers: me });
    await get('/somewhere/else');
    const { text, headers } = await get('/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(
      /http_request_duration_seconds_count\{.*route="\/things\/\{thing_id\}".*status="422".*\} [1-9]/,
    );
    expect(text).toMatch(/route="other",status="404"/);
    expect(text).toContain('db_pool_waiting{service="fabricated"} 0');
    expect(text).not.toContain('a-secret-id');
    expect(text).not.toContain('somewhere');
  });
});

describe('a service that is stopped', () => {
  it('answers what is in flight, closes what is idle, and takes nothing new', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    const idle = await send(agent, 'GET', '/api/things');
    expect(idle.headers.connection).toBe('keep-alive');
    let free: () => void = () => undefined;
    let reached = 0;
    let all: () => void = () => undefined;
    const everybody = new Promise<void>((resolve) => (all = resolve));
    const freed = new Promise<void>((resolve) => (free = resolve));
    api.stage.preparation = () => {
      reached += 1;
      if (reached === 15) all();
      return freed;
    };
    const inFlight = Array.from({ length: 15 }, (_, index) => send(agent, 'POST', '/api/things', `held ${index}`));
    await everybody;
    const stopped = api.listening().stop(10_000);
    await expect(call(api.url(), 'GET')).rejects.toThrow('fetch failed');
    free();
    const replies = await Promise.all(inFlight);
    expect(replies.map(({ statusCode }) => statusCode)).toEqual(replies.map(() => 201));
    await stopped;
    expect(await api.names()).toHaveLength(15);
    const audited = prepared<{ n: number }>(
      'audited',
      "select count(*) as n from audit_log where path = '/api/things'",
    );
    expect((await api.db().reader().first(audited))?.n).toBeGreaterThanOrEqual(16);
    agent.destroy();
  });

  async function send(agent: Agent, method: string, path: string, name?: string): Promise<IncomingMessage> {
    const request = httpRequest(`${api.url()}${path}`, {
      method,
      agent,
      headers: { ...me, 'Idempotency-Key': `key-${name?.replace(' ', '-')}` },
    });
    request.end(name && JSON.stringify({ name }));
    const [reply] = (await once(request, 'response')) as [IncomingMessage];
    reply.resume();
    await once(reply, 'end');
    return reply;
  }
});

import { call } from '@switchyard/testing';
import type { OperationFacts } from './api-contract';
import { Refusal } from './refusals';
import { created, ok } from './reply';
import { mounted } from './service-definition';
import type { FabricatedPaths } from './testing/fabricated-contract';
import { fabricated } from './testing/fabricated';

interface RemarkPaths {
  '/remarks': {
    get: { responses: { 200: { content: { 'application/json': unknown } } } };
    post: {
      requestBody: { content: { 'text/plain': string } };
      responses: { 201: { content: { 'application/json': unknown } } };
    };
  };
}

const operation = (facts: Partial<OperationFacts>): OperationFacts => ({
  operationId: 'remark',
  base: '/further',
  idempotencyKey: 'none',
  open: false,
  successStatuses: [200],
  statuses: [200],
  hasBody: false,
  ...facts,
});

const further = mounted<RemarkPaths, { id: string }>({
  contract: {
    document: { openapi: '3.1.0', info: { title: 'Remarks', version: '1' } },
    operations: { 'GET /remarks': operation({}), 'POST /remarks': operation({ hasBody: true }) },
    validators: { requests: {}, responses: {} },
  },
  mediaType: 'application/vnd.remarks+json',
  idempotency: { isValid: () => true, replayMs: 1, conflictMs: 1, waitMs: 1, fingerprintsQuery: true },
  anonymous: { id: 'anonymous' },
  authenticate: async ({ header }) => {
    const id = header('remarker');
    if (!id) throw new Refusal('unauthenticated', 'who remarks?');
    return { id };
  },
  renderError: (error) => (error instanceof Refusal ? { status: 418, body: { remark: error.detail } } : undefined),
  routes: (api) => {
    api.get('/remarks', ({ caller }) => ok({ caller: caller.id }));
    api.post('/remarks', { bodyLimits: { maxBytes: 10, timeoutMs: 1_000 } }, async ({ rawBody }) =>
      created({ heard: rawBody.toString('utf8') }),
    );
  },
});

const api = fabricated({ furtherApis: [further] });
const url = (path: string): string => `${api.url()}${path}`;
const me = { headers: { Remarker: 'me' } };

describe('a further API of a service', () => {
  it('has its own callers, its own media type and its own errors', async () => {
    const reply = await call(url('/further/remarks'), 'GET', me);
    expect(reply).toMatchObject({ status: 200, body: { caller: 'me' } });
    expect(reply.headers.get('content-type')).toBe('application/vnd.remarks+json; charset=utf-8');
    expect(await call(url('/further/remarks'), 'GET')).toMatchObject({ status: 418, body: { remark: 'who remarks?' } });
  });

  it('leaves the first API as it is', async () => {
    const things: keyof FabricatedPaths = '/things';
    const reply = await call(url(`/api${things}`), 'GET', { headers: { Authorization: 'me' } });
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect((await call(url(`/api${things}`), 'GET', me)).status).toBe(401);
  });

  it('takes a body that is not JSON as its bytes, within the limit of its route', async () => {
    const post = (body: string) => call(url('/further/remarks'), 'POST', { ...me, body });
    expect(await post('well, so')).toMatchObject({ status: 201, body: { heard: 'well, so' } });
    expect((await post('well, so what')).status).toBe(418);
  });

  it('has its own document and its place on the page of reference', async () => {
    expect((await call(url('/further/openapi.json'), 'GET')).body).toMatchObject({ info: { title: 'Remarks' } });
    expect((await call(url('/openapi.json'), 'GET')).body).toMatchObject({ info: { title: 'Things' } });
    expect((await call(url('/docs'), 'GET')).text).toContain('<a href="/docs?document=1">/further/openapi.json</a>');
    expect((await call(url('/docs/start.js'), 'GET')).text).toContain('"/further/openapi.json"');
  });
});

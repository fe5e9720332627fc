import { violation } from '@switchyard/domain';
import { call } from '@switchyard/testing';
import type { OperationFacts, Validator } from './api-contract';
import { InvalidBody, Refusal } from './refusals';
import { created, ok } from './reply';
import { mounted } from './service-definition';
import { fabricated } from './testing/fabricated';

interface Gate {
  name: string;
  height?: number | null;
  width?: number;
}

interface Json<T> {
  content: { 'application/json': T };
}

/** An API of one noun, three segments down. */
interface GatePaths {
  '/gates': {
    get: { responses: { 200: Json<unknown> } };
    post: { requestBody: Json<Gate>; responses: { 201: Json<unknown> } };
  };
}

const operation = (facts: Partial<OperationFacts>): OperationFacts => ({
  operationId: 'gates',
  base: '/v9/gate/house',
  idempotencyKey: 'optional',
  open: false,
  successStatuses: [200],
  statuses: [200],
  hasBody: false,
  ...facts,
});

/** A contract of two rules: a gate has a name that is a text, and a height, if any, that is a number. */
const validate: Validator = (value) => {
  const { name, height } = value as { name: unknown; height: unknown };
  const fault = (instancePath: string, keyword: string, params: Record<string, unknown>) => ({
    instancePath,
    keyword,
    params,
  });
  validate.errors = [
    ...(name === undefined ? [fault('', 'required', { missingProperty: 'name' })] : []),
    ...(height !== undefined && typeof height !== 'number' ? [fault('/height', 'type', { type: 'number' })] : []),
  ];
  return validate.errors.length === 0;
};

const gates = mounted<GatePaths, { id: string }>({
  contract: {
    document: {},
    operations: { 'GET /gates': operation({}), 'POST /gates': operation({ hasBody: true, successStatuses: [201] }) },
    validators: { requests: { 'POST /gates': validate }, responses: {} },
  },
  mediaType: 'application/json',
  idempotency: { isValid: () => true, replayMs: 1, conflictMs: 1, waitMs: 1, fingerprintsQuery: true },
  anonymous: { id: 'anonymous' },
  authenticate: ({ header }) => Promise.resolve({ id: header('gatekeeper') ?? 'stranger' }),
  authorise: ({ id }, name) => {
    if (id === 'stranger') throw new Refusal('unauthenticated', `${name} is not for strangers`);
  },
  nullIsAbsent: true,
  jsonApi: { errors: ({ status, body }) => ({ errors: [{ status: String(status), detail: body }] }) },
  renderError: (error) => {
    if (error instanceof Refusal) return { status: 401, body: error.detail };
    if (!(error instanceof InvalidBody)) return undefined;
    const { faults, violations, body } = error;
    return { status: 400, body: { faults: faults.map(({ pointer }) => pointer), violations, body } };
  },
  routes: (api) => {
    api.get('/gates', { document: (body: { all: string[] }) => ({ data: body.all }) }, ({ queryValues }) =>
      ok({ all: queryValues('name') }),
    );
    const rules = ({ body }: { body: Gate }) =>
      (body.height ?? 0) > (body.width ?? Infinity) ? [violation('height', 'too_high', 'is higher than wide')] : [];
    api.post('/gates', { rules }, async ({ body }) => created(body));
  },
});

const api = fabricated({ furtherApis: [gates] });
const path = (query = ''): string => `${api.url()}/v9/gate/house/gates${query}`;
const keeper = { Gatekeeper: 'me' };
const post = (body: unknown, headers: Record<string, string> = keeper) => call(path(), 'POST', { body, headers });

it('finds an API as deep as its base lies', async () => {
  expect(await call(path(), 'GET', { headers: keeper })).toMatchObject({ status: 200, body: { all: [] } });
  expect((await call(`${api.url()}/v9/gate/house/doors`, 'GET', { headers: keeper })).status).toBe(404);
});

it('reads a parameter that is repeated, in either way of writing it', async () => {
  const { body } = await call(path('?name=a&name=b,c&name[]=d'), 'GET', { headers: keeper });
  expect(body).toEqual({ all: ['a', 'b,c', 'd'] });
});

it('asks who may do what before it looks at the body', async () => {
  expect(await post({ nonsense: true }, {})).toMatchObject({ status: 401, body: 'POST /gates is not for strangers' });
});

it('answers the faults of the contract together with what the rules say of the rest', async () => {
  expect((await post({ height: 3, width: 2 })).body).toMatchObject({
    faults: [''],
    violations: [{ field: 'height' }],
    body: { height: 3, width: 2 },
  });
  expect((await post({ name: 'north', height: 'high', width: 2 })).body).toMatchObject({
    faults: ['/height'],
    violations: [],
  });
  expect((await post({ name: 'north', height: 1, width: 2 })).status).toBe(201);
});

it('takes a null for a member that was not sent', async () => {
  expect(await post({ name: 'north', height: null })).toMatchObject({ status: 201, body: { name: 'north' } });
  expect((await post({ name: null })).status).toBe(400);
});

it('gives the same answer as JSON:API to whoever accepts that, refusals too', async () => {
  const accept = { Accept: 'application/vnd.api+json' };
  const reply = await call(path('?name=a'), 'GET', { headers: { ...keeper, ...accept } });
  expect(reply.headers.get('content-type')).toContain('application/vnd.api+json');
  expect(reply.body).toEqual({ data: ['a'] });
  const refusal = await call(path(), 'GET', { headers: accept });
  expect(refusal.headers.get('content-type')).toContain('application/vnd.api+json');
  expect(refusal.body).toEqual({ errors: [{ status: '401', detail: 'GET /gates is not for strangers' }] });
});

import { randomUUID } from 'node:crypto';
import { bookSecureMove } from '../testing/book-secure-move';
import { moveBody } from '../testing/given';
import { Lay } from './moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);
const unknown = '00000000-0000-4000-8000-000000000000';

const wrongType = { title: 'Invalid Media Type', detail: 'Content-Type must be application/vnd.api+json' };
const wrongVersion = { title: 'Invalid Api Version', detail: 'The Api versions supported are: ["1", "2"]' };

describe('what a client sends with a request', () => {
  it.each(['application/vnd.api+json', 'application/json', 'text/x-json', 'application/json; charset=utf-8'])(
    'may be %s',
    async (type) => {
      const reply = await api.post('/moves', moveBody(null), { 'Content-Type': type });
      expect(reply.status).toBe(201);
      expect(reply.headers.get('content-type')).toBe('application/vnd.api+json; charset=utf-8');
    },
  );

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])('may not be %s', async (type) => {
    const reply = await api.post('/moves', moveBody(null), { 'Content-Type': type });
    expect([reply.status, reply.body]).toEqual([415, { errors: [wrongType] }]);
  });

  it('may be nothing for a question', async () => {
    expect((await api.get('/moves?per_page=1')).status).toBe(200);
  });

  it.each([
    ['an empty object', {}],
    ['empty data', { data: {} }],
  ])('is refused when it is %s', async (_, body) => {
    const reply = await api.post('/moves', body);
    const detail = 'param is missing or the value is empty or invalid: data';
    expect([reply.status, reply.body]).toEqual([400, { errors: [{ title: 'Bad request', detail }] }]);
  });

  it('is refused when it is not JSON', async () => {
    const reply = await api.post('/moves', '{"data":');
    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].title).toBe('Bad request');
  });

  it('is refused when a member has another type than published', async () => {
    const reply = await api.post('/moves', moveBody(null, { additional_information: { text: 'no' } }));
    expect([reply.status, reply.body.errors]).toEqual([
      422,
      [
        {
          title: 'Unprocessable content',
          detail: 'Additional information is invalid',
          source: { pointer: '/data/attributes/additional_information' },
          code: 'invalid',
        },
      ],
    ]);
  });
});

describe('the version that a client asks for', () => {
  it.each([
    ['application/vnd.api+json; version=2', 'supplier'],
    ['*/*; version=2', 'supplier'],
    ['application/json; version=1, application/json; version=2', 'supplier'],
    ['application/vnd.api+json', 'person'],
    ['*/*; version=1', 'person'],
  ])('%s shows a move with its %s', async (accept, relationship) => {
    const id = await lay.move();
    const { body } = await api.get(`/moves/${id}?include=`, { Accept: accept });
    expect(Object.keys(body.data.relationships)).toContain(relationship);
  });

  it.each(['application/vnd.api+json; version=3', '*/*; version=0', 'application/json; version=22'])(
    '%s is refused',
    async (accept) => {
      const reply = await api.get('/moves', { Accept: accept });
      expect([reply.status, reply.body]).toEqual([415, { errors: [wrongVersion] }]);
    },
  );

  it('comes after the media type', async () => {
    const reply = await api.post('/moves', '', { Accept: '*/*; version=9', 'Content-Type': 'text/plain' });
    expect(reply.body.errors).toEqual([wrongType]);
  });
});

describe('a client without a token', () => {
  it.each(['/moves', `/moves/${unknown}`, '/moves?include=nonsense'])('may not read %s', async (path) => {
    const reply = await api.as('nobody').get(path);
    expect([reply.status, reply.body]).toEqual([
      401,
      { errors: [{ title: 'Not authorized', detail: 'Token expired or invalid' }] },
    ]);
    expect(reply.headers.get('www-authenticate')).toBe(
      'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token is invalid"',
    );
  });

  it('is told so before anything else', async () => {
    const reply = await api.as('nobody').post('/moves', '', { 'Content-Type': 'text/plain', Accept: 'version=9' });
    expect(reply.status).toBe(401);
  });
});

describe('a path', () => {
  it('may have the version in it, which selects nothing', async () => {
    const id = await lay.move();
    const [plain, versioned] = await Promise.all([api.get(`/moves/${id}`), api.get(`/api/v1/moves/${id}`)]);
    expect(versioned.body).toEqual(plain.body);
    const { body } = await api.get('/api/v1/moves?per_page=1');
    expect(body.links.self).toBe(`${api.url()}/api/v1/moves?page=1&per_page=1`);
  });

  it('of version 2 is not routed', async () => {
    expect((await api.get('/api/v2/moves')).status).toBe(404);
  });

  it.each([
    [unknown, `Couldn't find Move with 'id'=${unknown}`],
    ['foo', "Couldn't find Move with 'id'=foo"],
    ['123', "Couldn't find Move with 'id'=123"],
  ])('to the move %s leads nowhere', async (id, detail) => {
    const nowhere = { errors: [{ title: 'Resource not found', detail }] };
    const read = await api.get(`/moves/${id}`);
    expect([read.status, read.body]).toEqual([404, nowhere]);
    const written = await api.patch(`/moves/${id}`, { data: { attributes: { date: '2026-12-24' } } });
    expect([written.status, written.body]).toEqual([404, nowhere]);
  });

  it('takes an id in capitals', async () => {
    const id = await lay.move();
    expect((await api.get(`/moves/${id.toUpperCase()}`)).body.data.id).toBe(id);
  });
});

describe('a key', () => {
  const title = 'Invalid idempotency_key';

  it.each([
    ['', "Validation failed: Idempotency key can't be blank, Idempotency key is invalid"],
    ['not-a-key', 'Validation failed: Idempotency key is invalid'],
  ])('%p does not let a move be written', async (key, detail) => {
    const id = await lay.move();
    const replies = await Promise.all([
      api.post('/moves', moveBody(null), { 'Idempotency-Key': key }),
      api.patch(`/moves/${id}`, { data: { attributes: {} } }, { 'Idempotency-Key': key }),
    ]);
    for (const { status, body } of replies) expect([status, body]).toEqual([422, { errors: [{ title, detail }] }]);
  });

  it('repeated brings the first answer, and no second move', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const body = moveBody(await lay.profile());
    const first = await api.post('/moves', body, key);
    const second = await api.post('/moves', body, key);
    expect([first.status, second.status, second.text]).toEqual([201, 201, first.text]);
    const other = await api.post('/moves', moveBody(null), key);
    expect([other.status, other.body.errors]).toEqual([
      409,
      [
        {
          title: 'Idempotency Conflict Error',
          detail: `Idempotency::ConflictError: Conflicting idempotency key: ${key['Idempotency-Key']}`,
        },
      ],
    ]);
  });

  it('of a refused request can be used again', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    expect((await api.post('/moves', moveBody(null, { move_type: 'nonsense' }), key)).status).toBe(422);
    expect((await api.post('/moves', moveBody(null), key)).status).toBe(201);
  });
});

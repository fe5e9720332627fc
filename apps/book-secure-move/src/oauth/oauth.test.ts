import { call } from '@switchyard/testing';
import { bookSecureMove } from '../testing/book-secure-move';

const { api } = bookSecureMove();
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const credentials = { client_id: 'serco-demo', client_secret: 'serco-demo-secret' };
const basic = `Basic ${Buffer.from('serco-demo:serco-demo-secret').toString('base64')}`;

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  call(`${api.url()}${path}`, 'POST', { headers: { ...FORM, ...headers }, body: new URLSearchParams(form).toString() });
const token = async (form: Record<string, string> = {}): Promise<string> =>
  (await post('/oauth/token', { grant_type: 'client_credentials', ...credentials, ...form })).body.access_token;
const moves = (bearer: string) =>
  call(`${api.url()}/api/moves`, 'GET', { headers: { Authorization: `Bearer ${bearer}` } });

describe('POST /oauth/token', () => {
  it('issues a token for two hours that may read', async () => {
    const reply = await post('/oauth/token', { grant_type: 'client_credentials', ...credentials });

    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toContain('no-store');
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(reply.body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      token_type: 'Bearer',
      expires_in: 7200,
      scope: 'read',
      created_at: expect.any(Number),
    });
  });

  it.each([
    ['Basic credentials', () => post('/oauth/token', { grant_type: 'client_credentials' }, { Authorization: basic })],
    [
      'JSON',
      () =>
        call(`${api.url()}/oauth/token`, 'POST', {
          headers: { 'Content-Type': 'application/json' },
          body: { grant_type: 'client_credentials', ...credentials },
        }),
    ],
    [
      'a query string',
      () =>
        call(
          `${api.url()}/oauth/token?${new URLSearchParams({ grant_type: 'client_credentials', ...credentials })}`,
          'POST',
        ),
    ],
  ])('takes %s', async (_form, ask) => {
    expect((await ask()).status).toBe(200);
  });

  it('grants the scopes that are asked for and allowed', async () => {
    const reply = await post('/oauth/token', { grant_type: 'client_credentials', ...credentials, scope: 'read write' });
    expect(reply.body.scope).toBe('read write');
  });

  it.each([
    ['no grant type', {}, 400, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [
      'a scope that is not the client’s',
      { grant_type: 'client_credentials', scope: 'diagnostics.pii' },
      400,
      'invalid_scope',
    ],
    ['a wrong secret', { grant_type: 'client_credentials', client_secret: 'wrong' }, 401, 'invalid_client'],
    ['an unknown client', { grant_type: 'client_credentials', client_id: 'nobody' }, 401, 'invalid_client'],
  ])('refuses %s', async (_case, form, status, error) => {
    const reply = await post('/oauth/token', { ...credentials, ...form });

    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({ error, error_description: expect.any(String) });
    expect(reply.headers.has('www-authenticate')).toBe(status === 401);
  });
});

describe('a token', () => {
  it('is refused once it is revoked, and nobody else can revoke it', async () => {
    const bearer = await token();
    await post('/oauth/revoke', { token: bearer, client_id: 'geoamey-demo', client_secret: 'geoamey-demo-secret' });
    expect((await moves(bearer)).status).toBe(200);

    expect((await post('/oauth/revoke', { token: bearer, ...credentials })).status).toBe(200);
    expect((await moves(bearer)).headers.get('www-authenticate')).toContain('The access token was revoked');
  });

  it('tells about itself', async () => {
    const bearer = await token();
    const info = await call(`${api.url()}/oauth/token/info`, 'GET', { headers: { Authorization: `Bearer ${bearer}` } });
    expect(info.body).toMatchObject({ scope: ['read'], application: { uid: 'serco-demo' } });

    expect((await post('/oauth/introspect', { token: bearer, ...credentials })).body).toMatchObject({
      active: true,
      client_id: 'serco-demo',
      scope: 'read',
    });
    expect((await post('/oauth/introspect', { token: 'x', ...credentials })).body).toEqual({ active: false });
  });

  it('is needed, and must be able to read', async () => {
    const reply = await call(`${api.url()}/api/moves`, 'GET');
    expect(reply).toMatchObject({
      status: 401,
      body: { errors: [{ title: 'Not authorized', detail: 'Token expired or invalid' }] },
    });
    expect(reply.headers.get('www-authenticate')).toBe(
      'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token is invalid"',
    );

    const writer = await moves(await token({ scope: 'write' }));
    expect(writer).toMatchObject({ status: 403, text: '' });
  });

  it('may come as a query parameter', async () => {
    const bearer = await token();
    expect((await call(`${api.url()}/api/moves?access_token=${bearer}`, 'GET')).status).toBe(200);
  });
});

describe('guessing secrets', () => {
  const { api: limited } = bookSecureMove({ RATE_LIMIT: 'on' });

  it('is slowed down after twenty tries', async () => {
    const guess = () =>
      call(`${limited.url()}/oauth/token`, 'POST', {
        headers: FORM,
        body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'x', client_secret: 'y' }).toString(),
      });
    const tries = await Promise.all(Array.from({ length: 21 }, guess));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(20);
    expect(tries.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

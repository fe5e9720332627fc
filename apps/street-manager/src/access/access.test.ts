import { createSign, generateKeyPairSync } from 'node:crypto';
import { prepared } from '@switchyard/db';
import { call } from '@switchyard/testing';
import { body, workBody } from '../testing/given';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();
const PLANNER = 'planner@northbeck.example';
const PASSWORD = 'Demo-password-1';

const post = (path: string, content: object) =>
  call(`${api.url()}${path}`, 'POST', { body: content, headers: { 'Content-Type': 'application/json' } });
const login = (password = PASSWORD, emailAddress = PLANNER) =>
  post('/v3/work/authenticate', { emailAddress, password });
const read = (token: string) =>
  call(`${api.url()}/v3/work/duration?startDate=2026-11-20T00:00:00Z&endDate=2026-11-20T00:00:00Z`, 'GET', {
    headers: { token },
  });
const sql = (name: string, text: string) => api.db().reader().rows(prepared(name, text));
const failed = { message: 'Authentication failed', error: { status: 401 } };

beforeEach(async () => {
  await api.moveTo({ now: START });
  await sql('clear', 'delete from failed_login');
});

describe('POST /authenticate', () => {
  it('gives tokens that live an hour, and a day', async () => {
    const { idToken, organisationReference, accessToken, refreshToken } = body<Record<string, string>>(
      await login(),
      200,
    );
    expect(organisationReference).toBe('4312');
    const claims = [idToken, accessToken, refreshToken].map((token) =>
      JSON.parse(Buffer.from(token!.split('.')[1]!, 'base64url').toString()),
    );
    const issued = Date.parse(START) / 1_000;
    expect(claims).toMatchObject([
      { token_use: 'id', sub: PLANNER, organisation_reference: '4312', roles: ['Planner', 'API'], exp: issued + 3_600 },
      { token_use: 'access', exp: issued + 3_600 },
      { token_use: 'refresh', exp: issued + 86_400 },
    ]);
  });

  it.each([
    ['a wrong password', 'wrong', PLANNER],
    ['an unknown user', PASSWORD, 'nobody@northbeck.example'],
    ['an address in another case', PASSWORD, 'Planner@northbeck.example'],
  ])('refuses %s', async (_, password, email) => {
    expect(await login(password, email)).toMatchObject({ status: 401, body: failed });
  });

  it('locks after five failures within five minutes, and unlocks five minutes after the last', async () => {
    for (let failures = 0; failures < 5; failures += 1) expect((await login('wrong')).status).toBe(401);
    expect(await login()).toMatchObject({ status: 423, body: { message: 'Account locked', error: { status: 423 } } });
    await api.moveTo({ advance: 'PT5M' });
    expect((await login()).status).toBe(200);
  });

  it('does not lock after five failures that are far apart', async () => {
    for (let failures = 0; failures < 5; failures += 1) {
      expect((await login('wrong')).status).toBe(401);
      await api.moveTo({ advance: 'PT2M' });
      await sql('clear-others', "delete from failed_login where email <> 'planner@northbeck.example'");
    }
    expect((await login()).status).toBe(200);
  });

  it('is refused while the organisation is suspended, and so are tokens from before', async () => {
    const { idToken } = body<{ idToken: string }>(await login(), 200);
    await sql('suspend', "update organisation set status = 'suspended' where reference = '4312'");
    await sql('announce', "select pg_notify('street_manager', 'reference')");
    await expectSoon(async () => expect((await login()).status).toBe(412));
    expect(await read(idToken)).toMatchObject({ status: 401, body: { message: 'Access restricted' } });
    await sql('resume', "update organisation set status = 'active' where reference = '4312'");
    await sql('announce', "select pg_notify('street_manager', 'reference')");
    await expectSoon(async () => expect((await login()).status).toBe(200));
  });

  it('leaves a contractor nothing of a promoter that is suspended', async () => {
    const work = await given.work({}, 'contractor');
    const statusOf = async (path: string) => (await api.as('contractor').get(path)).status;
    const paths = [`/works/${work.wrn}`, '/v3/reporting/permits?swa_code=4312'];
    for (const path of paths) expect(await statusOf(path)).toBe(200);
    await sql('suspend', "update organisation set status = 'suspended' where reference = '4312'");
    await sql('announce', "select pg_notify('street_manager', 'reference')");
    for (const path of paths) await expectSoon(async () => expect(await statusOf(path)).toBe(401));
    expect((await api.as('contractor').post('/works', workBody())).status).toBe(401);
    await sql('resume', "update organisation set status = 'active' where reference = '4312'");
    await sql('announce', "select pg_notify('street_manager', 'reference')");
    await expectSoon(async () => expect(await statusOf(paths[0]!)).toBe(200));
  });

  it('names what is missing', async () => {
    expect((await post('/v3/work/authenticate', {})).body.error.fields).toEqual({
      emailAddress: { message: 'is required', value: null },
      password: { message: 'is required', value: null },
    });
  });
});

describe('a first login', () => {
  it('leads to a password of one’s own', async () => {
    await sql(
      'temporary',
      "update app_user set password_is_temporary = true where email = 'planner@southgate.example'",
    );
    const email = 'planner@southgate.example';
    const first = await call(`${api.url()}/v3/work/authenticate`, 'POST', {
      body: { emailAddress: email, password: PASSWORD },
      headers: { 'Content-Type': 'application/json' },
    });
    expect([first.status, first.headers.get('location')]).toEqual([307, '/v3/work/authenticate/initial']);
    const { sessionToken } = body<{ sessionToken: string }>(
      await post('/v3/work/authenticate/initial', { emailAddress: email, password: PASSWORD }),
      200,
    );
    const set = (token: string, password: string) => post('/v3/party/set-password', { email, password, token });
    expect((await set('another', 'my-own-password')).status).toBe(401);
    expect((await set(sessionToken, 'short')).body.error.fields).toHaveProperty('password');
    const session = body<{ idToken: string }>(await set(sessionToken, 'my-own-password'), 200);
    expect((await read(session.idToken)).status).toBe(200);
    expect((await set(sessionToken, 'my-own-password')).status).toBe(401);
    expect((await login('my-own-password', email)).status).toBe(200);
  });

  it('is nothing for a user who has a password', async () => {
    expect((await post('/v3/work/authenticate/initial', { emailAddress: PLANNER, password: PASSWORD })).status).toBe(
      401,
    );
  });
});

describe('tokens', () => {
  it('are renewed with the refresh token, in either spelling', async () => {
    const { refreshToken } = body<{ refreshToken: string }>(await login(), 200);
    for (const content of [{ refresh_token: refreshToken }, { refreshToken }]) {
      const { id_token, access_token } = body<Record<string, string>>(await post('/v3/party/refresh', content), 200);
      expect((await read(id_token!)).status).toBe(200);
      expect((await post('/v3/party/refresh', { refresh_token: access_token })).status).toBe(401);
    }
  });

  it('all end with a logout, and those of a new login live', async () => {
    const one = body<Record<string, string>>(await login(), 200);
    const other = body<Record<string, string>>(await login(), 200);
    expect((await post('/v3/party/logout', { access_token: one.accessToken })).status).toBe(204);
    expect(await read(one.idToken!)).toMatchObject({ status: 401, body: failed });
    expect((await read(other.idToken!)).status).toBe(401);
    expect((await post('/v3/party/refresh', { refresh_token: other.refreshToken })).status).toBe(401);
    expect((await read(body<Record<string, string>>(await login(), 200).idToken!)).status).toBe(200);
  });

  it('end after an hour', async () => {
    const { idToken } = body<{ idToken: string }>(await login(), 200);
    await api.moveTo({ advance: 'PT59M59S' });
    expect((await read(idToken)).status).toBe(200);
    await api.moveTo({ advance: 'PT1S' });
    expect(await read(idToken)).toMatchObject({ status: 401, body: failed });
  });

  it('are still known after their key has been followed by another', async () => {
    const { idToken } = body<{ idToken: string }>(await login(), 200);
    const before = await sql('keys', 'select kid from signing_key');
    await api.moveTo({ advance: 'P31D' });
    expect(await sql('keys', 'select kid from signing_key')).toHaveLength(before.length + 1);
    await api.moveTo({ now: START });
    expect((await read(idToken)).status).toBe(200);
  });

  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: PLANNER, iss: 'street-manager', token_use: 'id', generation: 0, iat: 1, exp: 4_000_000_000 };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const forged = (header: object): string => {
    const input = `${encode(header)}.${encode(claims)}`;
    return `${input}.${createSign('RSA-SHA256').update(input).sign(privateKey, 'base64url')}`;
  };

  it.each([
    ['nothing', ''],
    ['what is no token', 'abc'],
    ['no signature', `${encode({ alg: 'none' })}.${encode(claims)}.`],
    ['another key', forged({ alg: 'RS256' })],
    ['a key that is not ours', forged({ alg: 'RS256', kid: '../../etc/passwd' })],
    ['another algorithm', forged({ alg: 'HS256', kid: 'x' })],
    ['an extension that we do not know', forged({ alg: 'RS256', kid: 'x', crit: ['b64'], b64: false })],
  ])('are refused with %s', async (_, token) => {
    expect(await read(token)).toMatchObject({ status: 401, body: failed });
  });
});

describe('a forgotten password', () => {
  it('is replaced with the code from the mail', async () => {
    const email = 'planner@railway.example';
    expect((await post('/v3/party/forgot-password', { email })).status).toBe(204);
    const { mails } = body<{ mails: { subject: string; body: string }[] }>(
      await call(`${api.url()}/sandbox/mail?to=${email}`, 'GET'),
      200,
    );
    const code = /\d{6}/.exec(mails[0]!.body)![0];
    const reset = (verification_code: string, password = 'another-password') =>
      post('/v3/party/reset-password', { email, verification_code, password });
    expect((await reset(code === '000000' ? '000001' : '000000')).body.error.fields).toHaveProperty(
      'verification_code',
    );
    expect((await reset(code)).status).toBe(204);
    expect((await reset(code)).status).toBe(400);
    expect((await login('another-password', email)).status).toBe(200);
    expect((await login(PASSWORD, email)).status).toBe(401);
  });

  it('tells nobody who has an account, and writes to nobody else', async () => {
    expect((await post('/v3/party/forgot-password', { email: 'nobody@northbeck.example' })).status).toBe(204);
    const { mails } = body<{ mails: unknown[] }>(
      await call(`${api.url()}/sandbox/mail?to=nobody@northbeck.example`, 'GET'),
      200,
    );
    expect(mails).toEqual([]);
  });

  it('cannot be guessed: five wrong codes end it', async () => {
    const email = 'contractor@copperline.example';
    await post('/v3/party/forgot-password', { email });
    const { mails } = body<{ mails: { body: string }[] }>(
      await call(`${api.url()}/sandbox/mail?to=${email}`, 'GET'),
      200,
    );
    const code = /\d{6}/.exec(mails[0]!.body)![0];
    const wrong = code === '111111' ? '222222' : '111111';
    const reset = (verification_code: string) =>
      post('/v3/party/reset-password', { email, verification_code, password: 'xxxxxx' });
    for (let tries = 0; tries < 5; tries += 1) expect((await reset(wrong)).status).toBe(400);
    expect((await reset(code)).status).toBe(400);
  });
});

/** A notice to the service travels by the database: asks again until what it says has come about. */
async function expectSoon(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await check();
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

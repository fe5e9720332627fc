import { basic, wrm } from '../testing/wrm';

const api = wrm();
const admin = api.as('admin');
const asks = async (user: string, secret: string): Promise<number> =>
  (await api.as('nobody').get('/version', basic(user, secret))).status;

describe('/admin/clients', () => {
  it('issues a secret that works, once told and never again', async () => {
    const made = await admin.post('/admin/clients', { clientId: 'portal', partyId: 'LINEWORKS' });
    expect([made.status, made.headers.get('location')]).toEqual([201, '/admin/clients/portal']);
    expect(made.body.secret.length).toBeGreaterThanOrEqual(32);
    expect(await asks('portal', made.body.secret)).toBe(200);
    const read = await admin.get('/admin/clients/portal');
    expect(read.body).toMatchObject({
      partyId: 'LINEWORKS',
      active: true,
      expiresAt: null,
      secrets: [{ secretId: made.body.secretId }],
    });
    expect(read.text).not.toContain(made.body.secret);
  });

  it('lets a client change its secret without a break, and have no third', async () => {
    const first = (await admin.post('/admin/clients', { clientId: 'rotating', partyId: 'NETCO' })).body;
    const second = (await admin.post('/admin/clients/rotating/secrets')).body;
    expect([await asks('rotating', first.secret), await asks('rotating', second.secret)]).toEqual([200, 200]);
    expect(await admin.post('/admin/clients/rotating/secrets')).toMatchObject({
      status: 409,
      body: { responseCode: 'WRM-409-40' },
    });
    expect((await admin.delete(`/admin/clients/rotating/secrets/${first.secretId}`)).status).toBe(204);
    expect((await admin.get('/admin/clients/rotating')).body.secrets).toEqual([
      { secretId: second.secretId, createdDateTime: '2026-02-02T01:00:00.000Z' },
    ]);
    expect((await admin.delete(`/admin/clients/rotating/secrets/${first.secretId}`)).status).toBe(404);
  });

  it('gives two parallel requests one place between them', async () => {
    await admin.post('/admin/clients', { clientId: 'crowded', partyId: 'NETCO' });
    const replies = await Promise.all([1, 2, 3].map(() => admin.post('/admin/clients/crowded/secrets')));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('switches a client off and lets it end', async () => {
    const { secret } = (await admin.post('/admin/clients', { clientId: 'ending', partyId: 'NETCO' })).body;
    const change = (body: object) => admin.patch('/admin/clients/ending', body);
    expect(await change({ expiresAt: '2026-02-02T00:59:00Z' })).toMatchObject({
      status: 200,
      body: { expiresAt: '2026-02-02T00:59:00.000Z' },
    });
    expect(await asks('ending', secret)).toBe(401);
    expect((await change({ expiresAt: null, active: false })).body).toMatchObject({ expiresAt: null, active: false });
    expect(await asks('ending', secret)).toBe(401);
    await change({ active: true });
    expect(await asks('ending', secret)).toBe(200);
  });

  test.each([
    ['an id that is taken', { clientId: 'requestor', partyId: 'NETCO' }, 409, 'WRM-409-40'],
    ['an unknown party', { clientId: 'lost', partyId: 'NOBODY' }, 422, 'WRM-422-40'],
    ['a colon in its id', { clientId: 'a:b', partyId: 'NETCO' }, 422, 'WRM-422-40'],
    ['no party', { clientId: 'lost' }, 400, 'WRM-400-01'],
  ])('refuses a client with %s', async (_, body, status, responseCode) => {
    expect(await admin.post('/admin/clients', body)).toMatchObject({ status, body: { responseCode } });
  });
});

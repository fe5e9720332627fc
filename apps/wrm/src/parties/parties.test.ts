import { wrm } from '../testing/wrm';

const api = wrm();
const newco = { id: 'NEWCO', name: 'Newco Ltd', role: 'supplier', workTypes: ['REMI'] };

describe('/admin/parties', () => {
  it('makes a party, once, and changes it', async () => {
    const admin = api.as('admin');
    const made = await admin.post('/admin/parties', newco);
    expect([made.status, made.headers.get('location'), made.body]).toEqual([
      201,
      '/admin/parties/NEWCO',
      { ...newco, createdDateTime: '2026-02-02T01:00:00.000Z' },
    ]);
    expect(await admin.post('/admin/parties', newco)).toMatchObject({
      status: 409,
      body: { responseCode: 'WRM-409-40', errors: [{ object: 'party', attributes: ['id'] }] },
    });
    expect(await admin.patch('/admin/parties/NEWCO', { name: 'Newer Ltd' })).toMatchObject({
      status: 200,
      body: { ...newco, name: 'Newer Ltd' },
    });
    expect((await admin.get('/admin/parties/NEWCO')).body.name).toBe('Newer Ltd');
  });

  it('names everything that is wrong with a body', async () => {
    const reply = await api.as('admin').post('/admin/parties', { id: 'X', role: 'boss', colour: 'red' });
    expect(reply).toMatchObject({
      status: 400,
      body: {
        responseCode: 'WRM-400-01',
        errors: [
          { object: 'party', reason: 'additionalProperties', attributes: ['colour'] },
          { object: 'party', reason: 'missing', attributes: ['name'] },
          { object: 'party', reason: 'enum', attributes: ['role'] },
        ],
      },
    });
  });

  it('lists page by page, by role, and in JSON:API with a link to the next page', async () => {
    const admin = api.as('admin');
    const first = await admin.get('/admin/parties?limit=1&role=requestor');
    expect(first.body).toMatchObject({ items: [{ id: 'NETCO' }], nextCursor: null });
    const page = await admin.get('/admin/parties?limit=2');
    const next = await admin.get(`/admin/parties?limit=2&cursor=${page.body.nextCursor}`);
    expect([...page.body.items, ...next.body.items].map(({ id }: { id: string }) => id)).toEqual([
      'FIELDWORKS',
      'LINEWORKS',
      'NETCO',
      'NEWCO',
    ]);
    const document = await admin.get('/admin/parties?limit=2', { Accept: 'application/vnd.api+json' });
    expect(document.body).toMatchObject({
      data: [{ type: 'parties', id: 'FIELDWORKS' }, { id: 'LINEWORKS' }],
      links: { next: expect.stringContaining('cursor=') },
    });
  });

  test.each(['limit=0', 'limit=201', 'limit=x', 'cursor=abc', 'role=boss'])('refuses the query %s', async (query) => {
    expect(await api.as('admin').get(`/admin/parties?${query}`)).toMatchObject({
      status: 400,
      body: { responseCode: 'WRM-400-03', errors: [{ object: 'query', attributes: [query.split('=')[0]] }] },
    });
  });

  it('does not know what is not there, and is for the operator alone', async () => {
    expect(await api.as('admin').get('/admin/parties/NOBODY')).toMatchObject({
      status: 404,
      body: { responseCode: 'WRM-404-06' },
    });
    for (const who of ['requestor', 'supplier-a'] as const) {
      expect(await api.as(who).get('/admin/parties')).toMatchObject({
        status: 403,
        body: { responseCode: 'WRM-403-01' },
      });
    }
  });
});

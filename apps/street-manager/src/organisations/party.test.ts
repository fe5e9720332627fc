import { body } from '../testing/given';
import { streetManager } from '../testing/street-manager';

const { api } = streetManager();
const party = '/v3/party';

describe('organisations', () => {
  it('are found by type and part of the name', async () => {
    const all = body<{ name: string }[]>(await api.as('northbeck').get(`${party}/organisations`), 200);
    expect(all).toHaveLength(6);
    const some = body<object[]>(await api.as('northbeck').get(`${party}/organisations?type=HA&query=dale`), 200);
    expect(some).toEqual([
      {
        name: 'ELLERDALE COUNCIL',
        organisation_reference: '2845',
        organisation_status: 'active',
        organisation_status_string: 'active',
      },
    ]);
    expect((await api.as('northbeck').get(`${party}/organisations?type=X`)).body.error.fields).toHaveProperty('type');
  });

  it('are shown with their contractors, by a code with or without its zeros', async () => {
    expect(body(await api.as('ellerdale').get(`${party}/organisations/4312`), 200)).toMatchObject({
      prefix: 'NB',
      organisation_type: 'PROMOTER',
      contractors: [{ organisation_reference: '9107' }],
      is_hs2_applicable: false,
    });
    expect((await api.as('ellerdale').get(`${party}/organisations/1`)).status).toBe(404);
  });

  it('are JSON:API resources too', async () => {
    const reply = await api.as('ellerdale').get(`${party}/organisations/4312`, { Accept: 'application/vnd.api+json' });
    expect(reply.body.data).toMatchObject({
      type: 'organisations',
      id: '4312',
      relationships: { contractors: { data: [{ type: 'organisations', id: '9107' }] } },
    });
  });
});

describe('workstreams', () => {
  const path = `${party}/organisations/4312/workstreams`;

  it('are listed for their own organisation and its contractors alone', async () => {
    for (const who of ['northbeck', 'contractor'] as const) {
      const all = body<{ prefix: string }[]>(await api.as(who).get(path), 200);
      expect(all.map(({ prefix }) => prefix)).toEqual(expect.arrayContaining(['000', '001', '002']));
    }
    for (const who of ['southgate', 'ellerdale', 'nobody'] as const)
      expect((await api.as(who).get(path)).status).toBe(401);
  });

  it('are added, and their creator can use them at once', async () => {
    expect((await api.as('northbeck').post(path, { prefix: '050', name: 'Leaks' })).body).toEqual({ prefix: '050' });
    expect(body(await api.as('ellerdale').get(`${path}/050`), 200)).toEqual({
      prefix: '050',
      name: 'Leaks',
      description: null,
      contact_name: null,
      contact_number: null,
      contact_email: null,
      status: 'active',
      status_string: 'active',
      organisation_reference: '4312',
    });
    expect((await api.as('northbeck').put(`${path}/050`, { name: 'Bursts', contact_number: '1' })).status).toBe(204);
    expect((await api.as('northbeck').get(`${path}/050`)).body).toMatchObject({ name: 'Bursts', contact_number: '1' });
  });

  it.each([
    ['the default workstream', { prefix: '000', name: 'x' }, 'prefix'],
    ['a prefix that is taken', { prefix: '001', name: 'x' }, 'prefix'],
    ['a prefix of letters', { prefix: 'abc', name: 'x' }, 'prefix'],
    ['a long name', { prefix: '077', name: 'x'.repeat(61) }, 'name'],
  ])('are not added with %s', async (_, content, field) => {
    const reply = await api.as('northbeck').post(path, content);
    expect(reply.status).toBe(400);
    expect(reply.body.error.fields).toHaveProperty(field);
  });

  it('that do not exist are not found', async () => {
    expect((await api.as('northbeck').get(`${path}/999`)).status).toBe(404);
    expect((await api.as('northbeck').put(`${path}/999`, { name: 'x' })).status).toBe(404);
  });
});

describe('users', () => {
  const email = 'planner@northbeck.example';

  it.each([
    ['as it is', email],
    ['percent-encoded', encodeURIComponent(email)],
    ['in base64', Buffer.from(email).toString('base64')],
  ])('are found by their address %s', async (_, text) => {
    expect(body(await api.as('ellerdale').get(`${party}/users/${text}`), 200)).toMatchObject({
      organisation_reference: '4312',
      roles: ['Planner', 'API'],
    });
  });

  it('change their own names only', async () => {
    const names = { first_name: 'Asha', last_name: 'Verlaine' };
    expect((await api.as('northbeck').put(`${party}/users/${email}`, names)).status).toBe(204);
    expect((await api.as('northbeck').get(`${party}/users/${email}`)).body).toMatchObject(names);
    expect((await api.as('southgate').put(`${party}/users/${email}`, names)).status).toBe(401);
    expect((await api.as('northbeck').put(`${party}/users/x@y.example`, names)).status).toBe(404);
  });

  it('of a contractor show the workstreams of the promoter that is named', async () => {
    const path = `${party}/users/contractor@copperline.example`;
    expect((await api.as('northbeck').get(`${path}?swaCode=4312`)).body.workstreams).toMatchObject([
      { workstream_prefix: '001' },
    ]);
    expect((await api.as('northbeck').get(`${path}?swaCode=4313`)).body.workstreams).toEqual([]);
  });
});

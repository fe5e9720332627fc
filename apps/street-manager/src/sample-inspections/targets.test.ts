import { query } from '@switchyard/db';
import { demoPassword } from '../seed/demo/users';
import { body } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { streetManager } from '../testing/street-manager';

const { api } = streetManager();

const agreed = (more: object = {}): object => ({
  promoter_org_ref: '4312',
  agreed_category_a: 12,
  agreed_category_b: 10,
  agreed_category_c: 8,
  cap_category_a: 3,
  ...more,
});

const create = (more: object = {}, who: Who = 'ellerdale') =>
  api.as(who).post('/sample-inspection-targets', agreed(more));

const numbers = {
  agreed_category_a: 1,
  agreed_category_b: 2,
  agreed_category_c: 3,
  cap_category_a: 4,
  cap_category_b: 5,
  cap_category_c: 100,
};

/** Agrees a target; gives its path. */
async function target(more: object = {}, who: Who = 'ellerdale'): Promise<string> {
  const made = body<{ sample_inspection_target_reference_number: string }>(await create(more, who), 201);
  return `/sample-inspection-targets/${made.sample_inspection_target_reference_number}`;
}

beforeEach(() => api.db().transaction(async (tx) => tx.send(query.raw('truncate sample_target cascade'))));

describe('POST /sample-inspection-targets', () => {
  it('agrees a target, with no cap where none is named', async () => {
    const reply = await create();
    expect(body(reply, 201)).toEqual({ sample_inspection_target_reference_number: 'SMPL-ED-01' });
    expect(body(await api.as('admin').get('/sample-inspection-targets/smpl-ed-01'), 200)).toEqual({
      sample_inspection_target_reference_number: 'SMPL-ED-01',
      promoter_organisation: 'NORTHBECK WATER',
      agreed_category_a: 12,
      agreed_category_b: 10,
      agreed_category_c: 8,
      cap_category_a: 3,
      cap_category_b: 0,
      cap_category_c: 0,
    });
  });

  it('counts the targets of an authority', async () => {
    expect(await target({ promoter_org_ref: '4313' }, 'admin')).toMatch(/SMPL-ED-01$/);
    expect(await target()).toMatch(/SMPL-ED-02$/);
    expect(await target({}, 'marshfield')).toMatch(/SMPL-MF-01$/);
  });

  it('takes one active target for a promoter, from however many at once', async () => {
    const replies = await Promise.all([create(), create()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(await create()).toMatchObject({
      status: 412,
      body: { message: 'A promoter can only have one active sample inspection target' },
    });
  });

  it('takes a target for another promoter at the same time', async () => {
    const paths = await Promise.all([target(), target({ promoter_org_ref: '4313' })]);
    expect(paths.map((path) => path.slice(-2)).sort()).toEqual(['01', '02']);
  });

  it('takes thirty of them', async () => {
    await api.db().transaction(async (tx) => {
      tx.send(
        query.raw(`insert into organisation (reference, name, prefix, type)
          select to_char(n, 'FM0000'), 'Promoter ' || n, 'PR', 'PROMOTER' from generate_series(6001, 6029) n`),
      );
      tx.send(
        query.raw(`insert into sample_target (reference, highway_authority, promoter, is_active, agreed, cap, date_created)
          select 'SMPL-ED-' || lpad((n - 6000)::text, 2, '0'), '2845', n::text, true, '{1,1,1}', '{1,1,1}', now()
          from generate_series(6001, 6029) n`),
      );
    });
    const replies = await Promise.all([create(), create({ promoter_org_ref: '4313' })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(replies.find(({ status }) => status === 412)!.body.message).toBe(
      'A highway authority can have at most 30 active sample inspection targets',
    );
  });

  it.each<[string, object, string]>([
    ['a promoter that is not known', { promoter_org_ref: '4999' }, 'promoter_org_ref'],
    ['a contractor', { promoter_org_ref: '9107' }, 'promoter_org_ref'],
    ['a number that was not agreed', { agreed_category_b: null }, 'agreed_category_b'],
    ['part of an inspection', { agreed_category_c: 1.5 }, 'agreed_category_c'],
    ['a cap beyond a hundred', { cap_category_a: 101 }, 'cap_category_a'],
    ['a cap below nothing', { cap_category_b: -1 }, 'cap_category_b'],
  ])('refuses %s', async (_, more, field) => {
    const reply = await create(more);
    expect(Object.keys(body<{ error: { fields: object } }>(reply, 400).error.fields)).toEqual([field]);
  });

  it.each(['northbeck', 'contractor', 'export', 'nobody'] as const)('is refused to %s', async (who) => {
    expect((await create({}, who)).status).toBe(401);
  });
});

it('is not for the administrator of a promoter', async () => {
  const emailAddress = 'admin@northbeck.example';
  await api.db().transaction(async (tx) =>
    tx.send(
      query.raw(
        `insert into app_user (email, password_hash, organisation_reference, roles)
         select ?, password_hash, '4312', roles from app_user where email = 'admin@ellerdale.example'`,
        [emailAddress],
      ),
    ),
  );
  const login = await api.as('nobody').post('/authenticate', { emailAddress, password: demoPassword });
  const { idToken: token } = body<{ idToken: string }>(login, 200);
  const path = await target();
  const asPromoter = api.as('nobody');
  expect((await asPromoter.post('/sample-inspection-targets', agreed(), { token })).status).toBe(401);
  expect((await asPromoter.get(path, { token })).status).toBe(401);
  expect((await asPromoter.post('/sample-inspection', undefined, { token })).status).toBe(401);
});

describe('a target', () => {
  it('is a JSON:API document to whoever accepts that', async () => {
    const reply = await api.as('ellerdale').get(await target(), { Accept: 'application/vnd.api+json' });
    expect(reply.body.data).toMatchObject({
      type: 'sample-inspection-targets',
      id: 'SMPL-ED-01',
      attributes: { agreed_category_a: 12, promoter_organisation: 'NORTHBECK WATER' },
    });
  });

  it('changes in all six numbers', async () => {
    const path = await target();
    expect((await api.as('admin').put(path, numbers)).status).toBe(204);
    expect(body(await api.as('ellerdale').get(path), 200)).toMatchObject(numbers);
  });

  it.each(Object.keys(numbers))('does not change without %s', async (name) => {
    const path = await target();
    const reply = await api.as('ellerdale').put(path, { ...numbers, [name]: null });
    expect(Object.keys(body<{ error: { fields: object } }>(reply, 400).error.fields)).toEqual([name]);
    expect(body(await api.as('ellerdale').get(path), 200)).toMatchObject({ agreed_category_a: 12 });
  });

  it('can be read but neither changed nor closed again once it is closed', async () => {
    const path = await target();
    const replies = await Promise.all([0, 1].map(() => api.as('ellerdale').put(`${path}/close`, {})));
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 412]);
    expect(await api.as('ellerdale').put(path, numbers)).toMatchObject({
      status: 412,
      body: { message: 'A sample inspection target that is closed can not be updated' },
    });
    expect((await api.as('ellerdale').get(path)).status).toBe(200);
    expect(await target()).toMatch(/SMPL-ED-02$/);
  });

  it('is of one authority alone', async () => {
    const path = await target();
    expect((await api.as('marshfield').get(path)).status).toBe(401);
    expect((await api.as('marshfield').put(path, numbers)).status).toBe(401);
    expect((await api.as('marshfield').put(`${path}/close`, {})).status).toBe(401);
    expect((await api.as('northbeck').get(path)).status).toBe(401);
    expect((await api.as('ellerdale').get('/sample-inspection-targets/SMPL-ED-99')).status).toBe(404);
    expect((await api.as('ellerdale').put('/sample-inspection-targets/SMPL-ED-99', numbers)).status).toBe(404);
    expect((await api.as('ellerdale').put('/sample-inspection-targets/SMPL-ED-99/close', {})).status).toBe(404);
  });

  it('leaves its mark in the history of the organisation', async () => {
    const path = await target();
    await api.as('ellerdale').put(path, { ...numbers, internal_user_name: 'Desk 4' });
    await api.as('ellerdale').put(`${path}/close`, { internal_user_name: 'Desk 5' });
    const rows = await api
      .db()
      .reader()
      .rows(
        query('history')
          .select('event', 'internal_user_name')
          .where('details', 'like', '%SMPL-ED-01')
          .orderBy('update_id', 'desc')
          .limit(3),
      );
    expect(rows).toEqual([
      { event: 'sample_inspection_target_closed', internal_user_name: 'Desk 5' },
      { event: 'sample_inspection_target_updated', internal_user_name: 'Desk 4' },
      { event: 'sample_inspection_target_created', internal_user_name: null },
    ]);
  });
});

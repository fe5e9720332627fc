import { body, permitBody, workBody } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const updateBody = (more: object = {}) => ({
  works_coordinates: { type: 'Point', coordinates: [431880, 436120] },
  start_date: '2027-03-01T00:00:00.000Z',
  end_date: '2027-04-30T00:00:00.000Z',
  description_of_work: 'Renew the main',
  works_location_description: 'The whole lane',
  ...more,
});
const planBody = (more: object = {}) => ({
  promoter_swa_code: '4312',
  highway_authority_swa_code: '2845',
  usrn: 8412007,
  workstream_prefix: '001',
  ...updateBody(),
  ...more,
});
const raise = async (more: object = {}, who: Who = 'northbeck') => {
  const raised = body<{ work_reference_number: string; forward_plan_reference_number: string }>(
    await api.as(who).post('/forward-plans', planBody(more)),
    201,
  );
  const { work_reference_number: wrn, forward_plan_reference_number: reference } = raised;
  return { wrn, reference, path: `/works/${wrn}/forward-plans/${reference}` };
};

it('may begin and end on one day, whatever the times of the two', async () => {
  const { path } = await raise({ start_date: '2027-03-01T12:00:00.000Z', end_date: '2027-03-01T00:00:00.000Z' });
  expect(body(await api.as('northbeck').get(path), 200)).toMatchObject({ end_date: '2027-03-01T00:00:00.000Z' });
});

it('is raised with a work that has nothing else, and shown to everybody', async () => {
  const { wrn, reference, path } = await raise({
    project_reference_number: 'R-7',
    traffic_management_type: 'lane_closure',
  });
  expect(reference).toBe(`${wrn}-FP-01`);
  expect(body(await api.as('southgate').get(path), 200)).toEqual({
    work_reference_number: wrn,
    forward_plan_reference_number: reference,
    start_date: '2027-03-01T00:00:00.000Z',
    end_date: '2027-04-30T00:00:00.000Z',
    forward_plan_status: 'raised',
    forward_plan_status_string: 'raised',
    promoter_organisation: 'NORTHBECK WATER',
    promoter_swa_code: '4312',
    promoter_contact_details: '01632960100',
    highway_authority: 'ELLERDALE COUNCIL',
    highway_authority_swa_code: '2845',
    workstream_prefix: '001',
    works_coordinates: { type: 'Point', coordinates: [431880, 436120] },
    street_name: 'TANNERY LANE',
    town: 'ELLERDALE',
    area_name: 'LOW WHARF',
    usrn: 8412007,
    road_category: 4,
    date_created: START,
    description_of_work: 'Renew the main',
    works_location_description: 'The whole lane',
    project_reference_number: 'R-7',
    traffic_management_type: 'lane_closure',
    traffic_management_type_string: 'lane_closure',
    forward_plan_asds: [],
  });
  expect(body(await api.as('ellerdale').get(`/works/${wrn}`), 200)).toMatchObject({
    work_status: 'planned',
    forward_plan: { forward_plan_reference_number: reference, forward_plan_status: 'raised' },
    permits: [],
  });
  expect(await given.events(wrn)).toEqual(['planned_works_record_created', 'forward_plan_submitted']);
});

it('is replaced whole while it is raised', async () => {
  const { wrn, path } = await raise({ additional_info: 'School nearby' });
  const changed = updateBody({ start_date: '2027-03-02T00:00:00.000Z', description_of_work: 'Reline the main' });
  expect((await api.as('northbeck').put(path, changed)).status).toBe(204);
  const plan = body(await api.as('northbeck').get(path), 200);
  expect(plan).toMatchObject({ start_date: '2027-03-02T00:00:00.000Z', description_of_work: 'Reline the main' });
  expect(plan).not.toHaveProperty('additional_info');
  expect((await api.as('northbeck').get(`/works/${wrn}`)).body.work_start_date).toBe('2027-03-02T00:00:00.000Z');
});

it('is called off with its work, once', async () => {
  const { wrn, path } = await raise();
  expect((await api.as('northbeck').put(`${path}/cancel`, { cancelled_reason: 'No money' })).status).toBe(204);
  expect(body(await api.as('northbeck').get(path), 200)).toMatchObject({
    forward_plan_status: 'cancelled',
    cancelled_reason: 'No money',
  });
  expect((await api.as('northbeck').get(`/works/${wrn}`)).body.work_status).toBe('cancelled');
  expect(await api.as('northbeck').put(`${path}/cancel`, { cancelled_reason: 'x' })).toMatchObject({
    status: 412,
    body: { message: 'A forward plan with a status of cancelled can not be cancelled' },
  });
  expect((await api.as('northbeck').put(path, updateBody())).status).toBe(412);
  expect(await given.events(wrn)).toContain('forward_plan_cancelled');
});

it('progresses with the first permit of its work', async () => {
  const { wrn, path } = await raise();
  body(await api.as('northbeck').post(`/works/${wrn}/permits`, permitBody()), 201);
  expect((await api.as('northbeck').get(path)).body.forward_plan_status).toBe('progressed');
  expect((await api.as('northbeck').put(path, updateBody())).status).toBe(412);
});

it('of HS2 says what its act says of it', async () => {
  const hs2 = { promoter_swa_code: '7374', hs2_work_type: 'hs2_highway_works', hs2_in_act_limits: true };
  const missing = await api.as('railway').post('/forward-plans', planBody(hs2));
  expect(Object.keys(missing.body.error.fields)).toEqual(['hs2_highway_exemption']);
  const { path } = await raise({ ...hs2, hs2_highway_exemption: 'works_to_a_bridge' }, 'railway');
  expect(body(await api.as('railway').get(path), 200)).toMatchObject({
    hs2_in_act_limits: true,
    hs2_works_type: 'hs2_highway_works',
    hs2_works_type_string: 'hs2_highway_works',
    hs2_highway_exemption: 'works_to_a_bridge',
  });
});

it.each([
  ['start_date', { start_date: '2026-11-19T00:00:00Z' }],
  ['end_date', { end_date: '2027-02-28T00:00:00Z' }],
  ['workstream_prefix', { workstream_prefix: '000' }],
  ['usrn', { usrn: 8419999 }],
  ['description_of_work', { description_of_work: 'x'.repeat(501) }],
  ['promoter_swa_code', { promoter_swa_code: '9999' }],
  ['nonsense', { nonsense: 1 }],
])('is refused for its %s', async (field, more) => {
  const reply = await api.as('northbeck').post('/forward-plans', planBody(more));
  expect(reply.status).toBe(400);
  expect(Object.keys(reply.body.error.fields)).toEqual([field]);
});

it('takes a reference once, in the whole system', async () => {
  await raise({ work_reference_number: 'PLAN-ONE' });
  expect(
    (await api.as('northbeck').post('/forward-plans', planBody({ work_reference_number: 'plan-one' }))).status,
  ).toBe(409);
  expect((await api.as('northbeck').post('/works', workBody({ work_reference_number: 'plan-one' }))).status).toBe(409);
});

it('is its promoter’s to change', async () => {
  const { path } = await raise();
  for (const who of ['southgate', 'ellerdale', 'nobody'] as const) {
    expect((await api.as(who).put(path, updateBody())).status).toBe(401);
    expect((await api.as(who).put(`${path}/cancel`, { cancelled_reason: 'x' })).status).toBe(401);
  }
  expect((await api.as('northbeck').put(`${path}9`, updateBody())).status).toBe(404);
});

it('is a JSON:API resource too', async () => {
  const { wrn, reference, path } = await raise();
  const reply = await api.as('ellerdale').get(path, { Accept: 'application/vnd.api+json' });
  expect(reply.body.data).toMatchObject({
    type: 'forward-plans',
    id: reference,
    relationships: { work: { data: { type: 'works', id: wrn } } },
  });
});

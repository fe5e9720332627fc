import { body } from '../testing/given';
import { streetManager } from '../testing/street-manager';
import type { Who } from '../testing/street-manager';

const { api, given } = streetManager();

const ask = (path: string, query: Record<string, string>, who: Who = 'northbeck') =>
  api.as(who).get(`${path}?${new URLSearchParams(query).toString()}`);
const category = async (query: Record<string, string>): Promise<unknown> =>
  body(await ask('/permits/category', query), 200);

describe('GET /duration', () => {
  it.each([
    ['2021-09-06T00:00:00.000Z', '2021-09-13T00:00:00.000Z', 8, 6],
    ['2026-12-07T01:00:00Z', '2026-12-08T23:00:00Z', 2, 2],
    ['2026-12-05', '2026-12-06', 2, 0],
    ['2026-12-24', '2026-12-29', 6, 2],
  ])(
    'counts from %s to %s: %i calendar days, %i working days',
    async (startDate, endDate, calendar_days, working_days) => {
      expect(body(await ask('/duration', { startDate, endDate }), 200)).toEqual({ calendar_days, working_days });
    },
  );

  it('reads a plus sign that a client has not encoded', async () => {
    const raw = '/duration?startDate=2026-06-01T00:30:00+01:00&endDate=2026-06-02T00:00:00+01:00';
    expect(body(await api.as('ellerdale').get(raw), 200)).toEqual({ calendar_days: 2, working_days: 2 });
  });

  it.each([
    [{ startDate: '2026-12-07' }, ['endDate']],
    [{}, ['endDate', 'startDate']],
    [{ startDate: 'monday', endDate: '2026-02-30T00:00:00Z' }, ['endDate', 'startDate']],
    [{ startDate: '2026-12-07', endDate: '2026-12-06' }, ['endDate']],
    [{ startDate: '0001-12-07', endDate: '9999-12-06' }, ['endDate', 'startDate']],
    [{ startDate: '2026-12-07T10:00:00', endDate: '2026-12-08' }, ['startDate']],
  ])('refuses %j', async (query, fields) => {
    const reply = await ask('/duration', query as Record<string, string>);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.error.fields).sort()).toEqual(fields);
  });

  it('is for planners, contractors and authorities', async () => {
    const query = { startDate: '2026-12-07', endDate: '2026-12-07' };
    expect((await ask('/duration', query, 'contractor')).status).toBe(200);
    expect((await ask('/duration', query, 'export')).status).toBe(401);
    expect((await ask('/duration', query, 'nobody')).status).toBe(401);
  });

  it('is a JSON:API document to whoever accepts that', async () => {
    const accept = { Accept: 'application/vnd.api+json' };
    const reply = await api.as('northbeck').get('/duration?startDate=2026-12-07&endDate=2026-12-08', accept);
    expect(reply.body).toMatchObject({
      data: { type: 'durations', attributes: { calendar_days: 2, working_days: 2 } },
    });
  });
});

describe('GET /permits/category', () => {
  const planned = { work_type: 'planned', proposed_start_date: '2026-12-07T00:00:00Z' };

  it.each([
    ['2026-12-09T00:00:00Z', 'minor', 3, '2026-12-08T00:00:00.000Z'],
    ['2026-12-10T00:00:00Z', 'standard', 4, '2026-12-11T00:00:00.000Z'],
    ['2026-12-18T00:00:00Z', 'standard', 10, '2026-12-11T00:00:00.000Z'],
    ['2026-12-21T00:00:00Z', 'paa', 11, '2026-12-07T00:00:00.000Z'],
  ])('makes works until %s %s', async (proposed_end_date, work_category, working_days, validity_period_end_date) => {
    expect(await category({ ...planned, proposed_end_date })).toMatchObject({
      work_category,
      work_category_string: work_category,
      duration: { working_days },
      validity_period_end_date,
      is_early_start: work_category === 'paa',
    });
  });

  it('knows immediate and HS2 works by their type, with or without dates', async () => {
    expect(await category({ work_type: 'immediate', immediate_risk: 'true' })).toEqual({
      work_category: 'immediate_emergency',
      work_category_string: 'immediate_emergency',
      duration: { calendar_days: 1, working_days: 1 },
      validity_period_end_date: '2026-11-20T00:00:00.000Z',
      is_early_start: false,
    });
    expect(await category({ work_type: 'immediate', immediate_risk: 'false' })).toMatchObject({
      work_category: 'immediate_urgent',
    });
    expect(await category({ work_type: 'hs2_highway_works' })).toMatchObject({ work_category: 'hs2_highway' });
  });

  it('takes the permits of the named work into account', async () => {
    const major = { ...planned, proposed_end_date: '2026-12-09T00:00:00Z', is_ttro_required: 'true' };
    const work = await given.work({
      is_ttro_required: true,
      proposed_start_date: '2027-03-01T00:00:00.000Z',
      proposed_end_date: '2027-03-05T00:00:00.000Z',
    });
    expect(await category(major)).toMatchObject({ work_category: 'paa' });
    for (const work_reference_number of [work.wrn, work.wrn.toLowerCase()]) {
      expect(await category({ ...major, work_reference_number })).toMatchObject({ work_category: 'major' });
    }
  });

  it.each([
    [{}, ['work_type']],
    [{ work_type: 'unplanned' }, ['work_type']],
    [{ work_type: 'planned' }, ['proposed_end_date', 'proposed_start_date']],
    [{ work_type: 'immediate' }, ['immediate_risk']],
    [{ work_type: 'immediate', immediate_risk: 'maybe' }, ['immediate_risk']],
    [{ ...planned, proposed_end_date: '2026-12-06T00:00:00Z' }, ['proposed_end_date']],
    [{ ...planned, proposed_end_date: 'later', is_ttro_required: '1' }, ['is_ttro_required', 'proposed_end_date']],
    [{ work_type: 'hs2_highway_works', work_reference_number: 'NB00100000000' }, ['work_reference_number']],
  ])('refuses %j', async (query, fields) => {
    const reply = await ask('/permits/category', query as Record<string, string>);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.error.fields).sort()).toEqual(fields);
  });

  it('is a JSON:API document to whoever accepts that', async () => {
    const accept = { Accept: 'application/vnd.api+json' };
    const reply = await api.as('ellerdale').get('/permits/category?work_type=hs2_highway_works', accept);
    expect(reply.body).toMatchObject({
      data: { type: 'work-categories', attributes: { work_category: 'hs2_highway' } },
    });
  });
});

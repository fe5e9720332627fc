import { prepared } from '@switchyard/db';
import type { TestReply } from '@switchyard/testing';
import { body, immediateBody, siteBody } from '../testing/given';
import type { GivenWork } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

type Site = Record<string, unknown> & { reinstatements: Record<string, unknown>[] };

const DAY_BEFORE = '2026-11-19T00:00:00.000Z';
const post = ({ wrn }: Pick<GivenWork, 'wrn'>, more: object = {}, who: Who = 'northbeck') =>
  api.as(who).post(`/works/${wrn}/sites`, siteBody(more));
const reinstate = (
  { wrn }: Pick<GivenWork, 'wrn'>,
  site: number | string,
  more: object = {},
  who: Who = 'northbeck',
) => {
  const { reinstatement_type: _, ...request } = siteBody(more);
  return api.as(who).post(`/works/${wrn}/sites/${site}/reinstatements`, request);
};
const show = async ({ wrn }: Pick<GivenWork, 'wrn'>, site: number, who: Who = 'northbeck') =>
  body<Site>(await api.as(who).get(`/works/${wrn}/sites/${site}`), 200);
const workOf = async ({ wrn }: Pick<GivenWork, 'wrn'>) => body(await api.as('northbeck').get(`/works/${wrn}`), 200);
const fieldsOf = (reply: TestReply): string[] => {
  expect(reply.status).toBe(400);
  return Object.keys(reply.body.error.fields).sort();
};
const holes = (more: object = {}) => ({
  reinstatement_type: 'core_holes',
  depth: undefined,
  length: undefined,
  width: undefined,
  final_reinstatement: undefined,
  number_of_holes: 4,
  ...more,
});
const stop = async ({ wrn }: GivenWork, actual_stop_date = START) =>
  body(await api.as('northbeck').put(`/works/${wrn}/stop`, { actual_stop_date }), 204);

/** A work whose first permit is closed, with one interim site under it, and a second permit in progress. */
async function underLaterPermit(): Promise<GivenWork> {
  const work = await given.startedWork();
  await given.site(work);
  await stop(work);
  const later = await given.furtherPermit(work);
  await given.assess(later, { assessment_status: 'granted', assessment_discount: 0 });
  body(await api.as('northbeck').put(`/works/${work.wrn}/start`, { actual_start_date: START }), 204);
  return later;
}

describe('POST /works/{workReferenceNumber}/sites', () => {
  it('adds an excavation, worked out as the published example', async () => {
    const work = await given.startedWork();
    const second = { type: 'Point', coordinates: [431889.8, 436128.4] };
    expect(await post(work, { secondary_reinstatement_coordinates: second })).toMatchObject({
      status: 201,
      body: { site_number: 1 },
    });
    const reinstatement = {
      permit_reference_number: work.prn,
      reinstatement_status: 'interim',
      reinstatement_status_string: 'interim',
      reinstatement_date: '2026-11-20T00:00:00.000Z',
      depth: 0.9,
      length: 12.5,
      width: 0.6,
      reinstatement_coordinates: { type: 'Point', coordinates: [431880.1, 436120.6] },
      secondary_reinstatement_coordinates: second,
      location_description: 'Carriageway outside number 18',
      end_date: '2027-05-19T00:00:00.000Z',
      date_created: START,
      date_modified: START,
      location_types: ['carriageway'],
      location_types_string: ['carriageway'],
      reinstatement_evidence: false,
      files: [],
    };
    expect(await show(work, 1)).toEqual({
      site_number: 1,
      site_description: 'Carriageway outside number 18',
      permit_reference_number: work.prn,
      depth: 0.9,
      length: 12.5,
      width: 0.6,
      completed_date: '2026-11-20T00:00:00.000Z',
      end_date: '2027-05-19T00:00:00.000Z',
      site_status: 'interim',
      site_status_string: 'interim',
      reinstatement_type: 'excavation',
      reinstatement_type_string: 'excavation',
      location_types: ['carriageway'],
      location_types_string: ['carriageway'],
      site_coordinates: { type: 'Point', coordinates: [431880.1, 436120.6] },
      reinstatements: [reinstatement],
    });
  });

  it('numbers sites from 1 and tells of each in the history', async () => {
    const work = await given.startedWork();
    expect([await given.site(work), await given.site(work, holes())]).toEqual([1, 2]);
    const shown = await workOf(work);
    expect(shown).toMatchObject({
      number_of_sites: 2,
      sites: [
        { site_number: 2, number_of_holes: 4 },
        { site_number: 1, depth: 0.9 },
      ],
    });
    expect((shown.history as object[]).slice(0, 2)).toMatchObject([
      {
        event: 'reinstatement_submitted',
        topic: 'Reinstatement',
        object_reference: '2',
        username: 'planner@northbeck.example',
      },
      { event: 'reinstatement_submitted', topic: 'Reinstatement', object_reference: '1' },
    ]);
  });

  it.each(['bar_holes', 'core_holes', 'pole_testing'])('takes %s by their number', async (reinstatement_type) => {
    const work = await given.startedWork({ excavation: false });
    const site = await given.site(work, holes({ reinstatement_type, number_of_holes: 0 }));
    const shown = await show(work, site);
    expect(shown).toMatchObject({ reinstatement_type, number_of_holes: 0 });
    expect(shown).not.toHaveProperty('depth');
  });

  it.each([
    ['interim', 0.9, '2027-05-19T00:00:00.000Z'],
    ['permanent', 1.5, '2028-11-19T00:00:00.000Z'],
    ['permanent', 1.51, '2029-11-19T00:00:00.000Z'],
  ])('answers for an %s reinstatement %d m deep until %s', async (reinstatement_status, depth, end_date) => {
    const work = await given.startedWork();
    expect(await show(work, await given.site(work, { reinstatement_status, depth }))).toMatchObject({
      site_status: reinstatement_status,
      end_date,
    });
  });

  it('says of the permit that it was dug, and that it is final when it is', async () => {
    const work = await given.startedWork();
    body(
      await api.as('northbeck').put(`/works/${work.wrn}/excavation-carried-out`, { excavation_carried_out: false }),
      204,
    );
    await given.site(work, holes());
    expect(await given.permit(work)).toMatchObject({ excavation_carried_out: false, final_reinstatement: false });
    await given.site(work);
    expect(await given.permit(work)).toMatchObject({ excavation_carried_out: true, final_reinstatement: false });
    await given.site(work, { final_reinstatement: true });
    await given.site(work);
    expect(await given.permit(work)).toMatchObject({ excavation_carried_out: true, final_reinstatement: true });
  });

  it('counts one inspection unit at first, and then as many as before', async () => {
    const work = await given.startedWork();
    await given.site(work);
    expect(await workOf(work)).toMatchObject({ inspection_units: 1 });
    await given.site(work, { inspection_units: 7 });
    await given.site(work);
    expect(await workOf(work)).toMatchObject({ inspection_units: 7 });
    await given.site(work, { inspection_units: 0 });
    expect(await workOf(work)).toMatchObject({ inspection_units: 0 });
  });

  it('holds its evidence, which shows on the work too', async () => {
    const work = await given.startedWork();
    const file_ids = [await given.file('before.pdf'), await given.file('after.pdf')];
    const site = await given.site(work, { reinstatement_evidence: true, file_ids });
    expect((await show(work, site)).reinstatements).toMatchObject([
      {
        reinstatement_evidence: true,
        files: [
          { file_id: file_ids[0], name: 'before.pdf' },
          { file_id: file_ids[1], name: 'after.pdf' },
        ],
      },
    ]);
    expect(await workOf(work)).toMatchObject({
      files: [{ name: 'before.pdf', swa_code: '4312' }, { name: 'after.pdf' }],
    });
    expect(await post(work, { reinstatement_evidence: true, file_ids: [file_ids[0]] })).toMatchObject({ status: 412 });
    expect(fieldsOf(await post(work, { reinstatement_evidence: true, file_ids: [999_999] }))).toEqual(['file_ids[0]']);
    expect(await workOf(work)).toMatchObject({ number_of_sites: 1 });
  });

  it('takes zero measures, two decimals and the largest', async () => {
    const work = await given.startedWork();
    for (const measures of [
      { depth: 0, length: 0, width: 0 },
      { depth: 99.99, length: 9999.99, width: 0.01 },
    ]) {
      expect(await show(work, await given.site(work, measures))).toMatchObject(measures);
    }
  });

  it.each<[object, string[]]>([
    [{ reinstatement_type: undefined }, ['reinstatement_type']],
    [{ reinstatement_type: 'trench', reinstatement_status: 'open' }, ['reinstatement_status', 'reinstatement_type']],
    [
      { depth: undefined, width: null, length: undefined, final_reinstatement: undefined },
      ['depth', 'final_reinstatement', 'length', 'width'],
    ],
    [{ depth: 1.234, width: 100, length: -1 }, ['depth', 'length', 'width']],
    [holes({ number_of_holes: undefined }), ['number_of_holes']],
    [holes({ number_of_holes: 101 }), ['number_of_holes']],
    [{ reinstatement_date: '2026-11-21T00:00:00.000Z' }, ['reinstatement_date']],
    [{ reinstatement_date: '2026-11-20T10:00:01.000Z' }, ['reinstatement_date']],
    [{ reinstatement_date: DAY_BEFORE }, ['reinstatement_date']],
    [{ reinstatement_date: 'yesterday' }, ['reinstatement_date']],
    [
      { reinstatement_coordinates: { type: 'Point', coordinates: [1, 2, 3] } },
      ['reinstatement_coordinates.coordinates'],
    ],
    [
      { secondary_reinstatement_coordinates: { type: 'Point', coordinates: [-1, 2] } },
      ['secondary_reinstatement_coordinates'],
    ],
    [
      { location_description: 'x'.repeat(501), location_types: ['carriageway', 'carriageway'] },
      ['location_description', 'location_types'],
    ],
    [{ location_types: ['moon'] }, ['location_types[0]']],
    [{ reinstatement_evidence: true }, ['file_ids']],
    [{ inspection_units: 1000 }, ['inspection_units']],
    [{ nonsense: 1 }, ['nonsense']],
  ])('names what is wrong with %j, and adds nothing', async (more, fields) => {
    const work = await given.startedWork();
    expect(fieldsOf(await post(work, more))).toEqual(expect.arrayContaining(fields));
    expect(await workOf(work)).toMatchObject({ number_of_sites: 0, sites: [] });
  });

  it('lies between the earliest start and the stop', async () => {
    const work = await given.immediateWork({
      proposed_start_date: '2026-11-18T00:00:00.000Z',
      proposed_start_time: '2026-11-18T09:00:00.000Z',
    });
    expect(fieldsOf(await post(work, { reinstatement_date: '2026-11-17T00:00:00.000Z' }))).toEqual([
      'reinstatement_date',
    ]);
    await given.site(work, { reinstatement_date: '2026-11-18T00:00:00.000Z' });
    await stop(work, '2026-11-19T12:00:00.000Z');
    await given.site(work, { reinstatement_date: DAY_BEFORE });
    expect(fieldsOf(await post(work))).toEqual(['reinstatement_date']);
  });

  it('asks for a permit that is in progress or closed', async () => {
    const message = 'A reinstatement can only be added when the active permit is in progress or closed';
    for (const work of [await given.work(), await given.grantedWork()]) {
      expect(await post(work)).toMatchObject({ status: 412, body: { message, error: { status: 412 } } });
    }
    const closed = await given.startedWork();
    await stop(closed);
    expect((await post(closed)).status).toBe(201);
  });

  it('asks for a permit to excavate', async () => {
    const work = await given.startedWork({ excavation: false });
    expect(await post(work)).toMatchObject({
      status: 412,
      body: { message: 'An excavation can only be added when the active permit has excavation set to true' },
    });
  });

  it('ends with the nine hundred and ninety-ninth site', async () => {
    const work = await given.startedWork();
    const count = (sites: number) =>
      api
        .db()
        .transaction(async (tx) =>
          tx.send(prepared('test-site-count', 'update work set site_count = $2 where reference = $1'), [
            work.wrn,
            sites,
          ]),
        );
    await count(998);
    expect(await given.site(work)).toBe(999);
    expect(await post(work)).toMatchObject({
      status: 412,
      body: { message: 'Works can not have more than 999 sites' },
    });
  });

  it('asks for a work, and for its promoter', async () => {
    const work = await given.startedWork();
    expect((await post({ wrn: 'NB00100000000' })).status).toBe(404);
    for (const who of ['ellerdale', 'southgate', 'admin', 'export'] as const)
      expect((await post(work, {}, who)).status).toBe(401);
    expect((await post(work, {}, 'nobody')).body.message).toBe('Authentication failed');
    expect((await post(work, {}, 'contractor')).status).toBe(201);
    const elsewhere = await given.immediateWork({ workstream_prefix: '002' });
    expect((await post(elsewhere, {}, 'contractor')).status).toBe(401);
  });

  it('gives those that are added at once a number each', async () => {
    const work = await given.startedWork();
    const replies = await Promise.all(Array.from({ length: 8 }, () => post(work)));
    expect(replies.map((reply) => reply.body.site_number as number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('gives the same key the same site', async () => {
    const work = await given.startedWork();
    const headers = { 'Idempotency-Key': `site-${work.wrn}` };
    const send = () => api.as('northbeck').post(`/works/${work.wrn}/sites`, siteBody(), headers);
    expect([(await send()).body, (await send()).body]).toEqual([{ site_number: 1 }, { site_number: 1 }]);
    expect(await workOf(work)).toMatchObject({ number_of_sites: 1 });
  });
});

describe('POST /works/{workReferenceNumber}/sites/{siteNumber}/reinstatements', () => {
  it('corrects a site under the same permit, whose data are the newest', async () => {
    const work = await given.startedWork();
    const site = await given.site(work);
    const reply = await reinstate(work, site, {
      depth: 1.2,
      location_description: 'Outside number 20',
      location_types: ['footway'],
    });
    expect([reply.status, reply.text]).toEqual([201, '']);
    const shown = await show(work, site);
    expect(shown).toMatchObject({
      depth: 1.2,
      site_description: 'Outside number 20',
      location_types: ['footway'],
      reinstatement_type: 'excavation',
    });
    expect(shown.reinstatements).toMatchObject([{ depth: 1.2 }, { depth: 0.9 }]);
    expect(await workOf(work)).toMatchObject({ number_of_sites: 1, sites: [{ site_number: 1, depth: 1.2 }] });
    expect((await given.events(work.wrn)).slice(-2)).toEqual(['reinstatement_submitted', 'reinstatement_submitted']);
  });

  it('makes a site permanent under a later permit alone', async () => {
    const work = await given.startedWork();
    await given.site(work);
    expect(await reinstate(work, 1, { reinstatement_status: 'permanent' })).toMatchObject({
      status: 412,
      body: { message: 'A site that is interim can only be made permanent under a later permit' },
    });
    expect((await show(work, 1)).reinstatements).toHaveLength(1);

    const later = await underLaterPermit();
    body(await reinstate(later, 1, { reinstatement_status: 'permanent', depth: 2 }), 201);
    expect(await show(later, 1)).toMatchObject({
      site_status: 'permanent',
      permit_reference_number: later.prn,
      end_date: '2029-11-19T00:00:00.000Z',
      reinstatements: [
        { reinstatement_status: 'permanent' },
        { reinstatement_status: 'interim', permit_reference_number: `${later.wrn}-01` },
      ],
    });
    body(await reinstate(later, 1, { reinstatement_status: 'permanent' }), 201);
    expect((await reinstate(later, 1, { reinstatement_status: 'interim' })).status).toBe(412);
  });

  it('keeps the type of the site, and asks for what that needs', async () => {
    const work = await given.startedWork();
    const site = await given.site(work, holes());
    expect(fieldsOf(await reinstate(work, site))).toEqual(['number_of_holes']);
    expect(
      fieldsOf(await reinstate(work, site, { ...holes(), reinstatement_type: 'bar_holes', number_of_holes: 1.5 })),
    ).toEqual(['number_of_holes']);
    body(await reinstate(work, site, holes({ number_of_holes: 9 })), 201);
    expect(await show(work, site)).toMatchObject({ reinstatement_type: 'core_holes', number_of_holes: 9 });
    const dug = await given.site(work);
    expect(fieldsOf(await reinstate(work, dug, holes()))).toEqual(['depth', 'final_reinstatement', 'length', 'width']);
  });

  it('asks for a site, a work and somebody of it', async () => {
    const work = await given.startedWork();
    await given.site(work);
    expect((await reinstate(work, 2)).status).toBe(404);
    expect((await reinstate(work, '9'.repeat(15))).status).toBe(404);
    expect((await reinstate({ wrn: 'NB00100000000' }, 1)).status).toBe(404);
    expect(fieldsOf(await reinstate(work, 'one'))).toEqual(['siteNumber']);
    expect((await reinstate(work, 1, {}, 'southgate')).status).toBe(401);
    expect((await reinstate(work, 1, {}, 'ellerdale')).status).toBe(401);
  });

  it('leaves one newest where two are added at once', async () => {
    const work = await given.startedWork();
    await given.site(work);
    const replies = await Promise.all([reinstate(work, 1, { depth: 1 }), reinstate(work, 1, { depth: 2 })]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    const { depth, reinstatements } = await show(work, 1);
    expect(reinstatements).toHaveLength(3);
    expect(reinstatements[0]!.depth).toBe(depth);
    expect(await workOf(work)).toMatchObject({ sites: [{ site_number: 1, depth }] });
  });
});

describe('POST /non-notifiable-works/sites', () => {
  const request = (more: object = {}) => ({
    promoter_swa_code: '4312',
    highway_authority_swa_code: '2845',
    works_coordinates: { type: 'Point', coordinates: [431880.1, 436120.6] },
    usrn: 8412007,
    reinstatement_type: 'bar_holes',
    reinstatement_status: 'interim',
    reinstatement_date: '2026-01-10T00:00:00.000Z',
    number_of_holes: 3,
    reinstatement_coordinates: { type: 'Point', coordinates: [431880.1, 436120.6] },
    location_description: 'Footway outside number 18',
    location_types: ['footway'],
    reinstatement_evidence: false,
    ...more,
  });
  const send = (more: object = {}, who: Who = 'northbeck') =>
    api.as(who).post('/non-notifiable-works/sites', request(more));

  it('records the work with its first site, in the default workstream', async () => {
    const created = body<{ work_reference_number: string; site_number: number }>(
      await send({ internal_user_name: 'A Verlaine' }),
      201,
    );
    expect(created).toEqual({ work_reference_number: expect.stringMatching(/^NB000\d{8}$/), site_number: 1 });
    const work = await workOf({ wrn: created.work_reference_number });
    expect(work).toMatchObject({
      work_status: 'non_notifiable',
      workstream_prefix: '000',
      street_name: 'TANNERY LANE',
      works_location_description: 'Footway outside number 18',
      inspection_units: 1,
      number_of_sites: 1,
      sites: [{ site_number: 1, reinstatement_type: 'bar_holes', number_of_holes: 3 }],
      permits: [],
      history: [
        { event: 'reinstatement_submitted', object_reference: '1', internal_user_name: 'A Verlaine' },
        {
          event: 'non_notifiable_works_record_created',
          topic: 'Work',
          object_reference: created.work_reference_number,
        },
      ],
    });
    const site = await show({ wrn: created.work_reference_number }, 1, 'ellerdale');
    expect(site).toMatchObject({ completed_date: '2026-01-10T00:00:00.000Z', end_date: '2026-07-09T00:00:00.000Z' });
    expect(site).not.toHaveProperty('permit_reference_number');
  });

  it('takes further holes at any time, no excavation, and permanence under a permit alone', async () => {
    const { work_reference_number: wrn } = body<{ work_reference_number: string }>(await send(), 201);
    expect((await post({ wrn }, holes({ reinstatement_date: '2025-05-05T00:00:00.000Z' }))).body).toEqual({
      site_number: 2,
    });
    expect(await post({ wrn })).toMatchObject({
      status: 412,
      body: { message: 'An excavation can not be added to non notifiable works without a permit' },
    });
    expect((await reinstate({ wrn }, 1, holes())).status).toBe(201);
    expect(await reinstate({ wrn }, 1, holes({ reinstatement_status: 'permanent' }))).toMatchObject({ status: 412 });
    const { is_ttro_required: _, ...permit } = { ...immediateBody(), proposed_start_time: START } as Record<
      string,
      unknown
    >;
    for (const member of [
      'promoter_swa_code',
      'highway_authority_swa_code',
      'usrn',
      'works_coordinates',
      'workstream_prefix',
    ])
      delete permit[member];
    await given.furtherPermit({ wrn }, { ...permit, is_ttro_required: undefined });
    expect((await reinstate({ wrn }, 1, holes({ reinstatement_status: 'permanent' }))).status).toBe(201);
    expect(await show({ wrn }, 1)).toMatchObject({ site_status: 'permanent' });
  });

  it('keeps the reference that was asked for, once', async () => {
    expect((await send({ work_reference_number: 'nb-holes-1' })).body).toEqual({
      work_reference_number: 'NB-HOLES-1',
      site_number: 1,
    });
    expect((await send({ work_reference_number: 'NB-Holes-1' })).status).toBe(409);
    const replies = await Promise.all([1, 2].map(() => send({ work_reference_number: 'NB-HOLES-2' })));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each<[object, string[]]>([
    [{ reinstatement_type: 'excavation' }, ['reinstatement_type']],
    [{ number_of_holes: null, usrn: 1 }, ['number_of_holes', 'usrn']],
    [{ depth: 1 }, ['depth']],
    [
      { reinstatement_date: '2026-11-21T00:00:00.000Z', reinstatement_evidence: true },
      ['file_ids', 'reinstatement_date'],
    ],
    [
      { works_coordinates: { type: 'Point', coordinates: [9e9, 1] }, workstream_prefix: '1' },
      ['works_coordinates', 'workstream_prefix'],
    ],
    [{ usrn: 8499999 }, ['usrn']],
    [{ promoter_swa_code: '2845', highway_authority_swa_code: '4312' }, ['highway_authority_swa_code']],
  ])('names what is wrong with %j', async (more, fields) => {
    expect(fieldsOf(await send(more))).toEqual(expect.arrayContaining(fields));
  });

  it('is for planners of the promoter, in a workstream of theirs', async () => {
    for (const who of ['southgate', 'ellerdale', 'contractor'] as const) expect((await send({}, who)).status).toBe(401);
    expect((await send({ workstream_prefix: '001' }, 'contractor')).status).toBe(201);
    expect((await send({ workstream_prefix: '003' })).status).toBe(401);
  });
});

describe('GET /works/{workReferenceNumber}/sites/{siteNumber}', () => {
  it('asks for a site, a work and somebody who may read it', async () => {
    const work = await given.startedWork();
    await given.site(work);
    const status = async (path: string, who: Who = 'northbeck') => (await api.as(who).get(path)).status;
    expect(await status(`/works/${work.wrn.toLowerCase()}/sites/1`, 'ellerdale')).toBe(200);
    expect(await status(`/works/${work.wrn}/sites/2`)).toBe(404);
    expect(await status('/works/NB00100000000/sites/1')).toBe(404);
    expect(await status(`/works/${work.wrn}/sites/zero`)).toBe(400);
    expect(await status(`/works/${work.wrn}/sites/1`, 'marshfield')).toBe(401);
    expect(await status(`/works/${work.wrn}/sites/1`, 'southgate')).toBe(401);
  });

  it('says the same as a JSON:API document', async () => {
    const work = await given.startedWork();
    await given.site(work);
    await reinstate(work, 1);
    const reply = await api
      .as('northbeck')
      .get(`/works/${work.wrn}/sites/1?include=reinstatements`, { Accept: 'application/vnd.api+json' });
    const id = `${work.wrn}-1`;
    expect(reply.body).toMatchObject({
      data: {
        type: 'sites',
        id,
        attributes: { site_number: 1, site_status: 'interim' },
        relationships: {
          work: { data: { type: 'works', id: work.wrn } },
          permit: { data: { type: 'permits', id: work.prn } },
          reinstatements: {
            data: [
              { type: 'reinstatements', id: `${id}-2` },
              { type: 'reinstatements', id: `${id}-1` },
            ],
          },
        },
      },
      included: [
        { type: 'reinstatements', id: `${id}-2`, attributes: { depth: 0.9 } },
        { type: 'reinstatements', id: `${id}-1`, attributes: { depth: 0.9 } },
      ],
    });
  });
});

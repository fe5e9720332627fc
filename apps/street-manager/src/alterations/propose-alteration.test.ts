import { randomUUID } from 'node:crypto';
import { prepared } from '@switchyard/db';
import { body } from '../testing/given';
import type { GivenWork } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const FURTHER_END = { proposed_end_date: '2026-12-16T00:00:00.000Z' };
const HS2 = {
  promoter_swa_code: '7374',
  hs2_in_act_limits: true,
  permit_conditions: [],
  permit_asds: [],
};
const PMR = { assessment_status: 'permit_modification_request', pending_change_details: 'Shorter please' };

const pathOf = ({ wrn, prn }: GivenWork): string => `/works/${wrn}/permits/${prn}/alterations`;

async function propose(work: GivenWork, more: object = {}, who: Who = 'northbeck') {
  return api.as(who).post(pathOf(work), await given.alterationBody(work, more));
}

async function modificationRequested(): Promise<GivenWork> {
  const work = await given.work();
  await given.assess(work, PMR);
  return work;
}

async function revokedOnSite(): Promise<GivenWork> {
  const work = await given.startedWork();
  await given.assess(work, { assessment_status: 'revoked', revoke_reason: 'a festival' });
  return work;
}

describe('POST …/alterations', () => {
  it.each<[string, () => Promise<GivenWork>, Who, object, object, boolean]>([
    [
      'of a submitted permit applies at once, and leaves its deadline',
      () => given.work(),
      'northbeck',
      FURTHER_END,
      {
        alteration_type: 'PROMOTER_IMPOSED_CHANGE',
        alteration_status: 'submitted',
        permit_status: 'submitted',
        deadline_date: '2026-11-26T16:30:00.000Z',
      },
      true,
    ],
    [
      'of a granted permit waits',
      () => given.grantedWork(),
      'northbeck',
      FURTHER_END,
      {
        alteration_type: 'PROMOTER_CHANGE_REQUEST',
        alteration_status: 'submitted',
        permit_status: 'granted',
        deadline_date: '2026-11-23T16:30:00.000Z',
      },
      false,
    ],
    [
      'of the end of works that go on waits as an extension',
      () => given.startedWork(),
      'northbeck',
      FURTHER_END,
      { alteration_type: 'WORK_EXTENSION', alteration_status: 'submitted', deadline_date: '2026-11-23T16:30:00.000Z' },
      false,
    ],
    [
      'of anything else of works that go on waits as a change',
      () => given.startedWork(),
      'contractor',
      { additional_info: 'Night works' },
      { alteration_type: 'PROMOTER_CHANGE_REQUEST', alteration_status: 'submitted' },
      false,
    ],
    [
      'of a revoked permit whose works go on waits',
      revokedOnSite,
      'northbeck',
      FURTHER_END,
      { alteration_type: 'WORK_EXTENSION', alteration_status: 'submitted', permit_status: 'revoked' },
      false,
    ],
    [
      'that answers a modification request waits',
      modificationRequested,
      'northbeck',
      FURTHER_END,
      {
        alteration_type: 'MODIFIED_PERMIT',
        alteration_status: 'submitted',
        permit_status: 'permit_modification_request',
        deadline_date: '2026-11-23T16:30:00.000Z',
      },
      false,
    ],
    [
      'by the authority applies at once',
      () => given.grantedWork(),
      'ellerdale',
      { permit_conditions: [{ condition: 'NCT06a', comment: 'Half of the road' }] },
      {
        alteration_type: 'HA_IMPOSED_CHANGE',
        alteration_status: 'submitted',
        permit_status: 'granted',
        deadline_date: '2026-11-26T16:30:00.000Z',
      },
      true,
    ],
    [
      'of HS2 works in act limits applies automatically',
      () => given.work(HS2, 'railway'),
      'railway',
      FURTHER_END,
      { alteration_type: 'PROMOTER_CHANGE_REQUEST', alteration_status: 'auto_applied', permit_status: 'granted' },
      true,
    ],
  ])('%s', async (_, make, who, change, expected, isApplied) => {
    const work = await make();
    const before = await given.permit(work);
    const alteration = await given.alteration(work, change, who);
    expect(alteration.crn).toBe(`${work.prn}-CR-01`);
    const shown = await given.shown(alteration);
    expect(shown).toMatchObject({ ...expected, date_created: START, permit_alteration_reason: 'Rock met at 1.2 m' });
    expect(shown.original).toEqual(before);
    expect(shown.proposed).toMatchObject({ permit_reference_number: work.prn, street_name: 'TANNERY LANE' });

    const after = await given.permit(work);
    const { permit_alterations: listed, ...rest } = after;
    expect(listed).toMatchObject([{ permit_alteration_reference_number: alteration.crn }]);
    expect({ ...rest, permit_alterations: [] }).toEqual(isApplied ? shown.proposed : before);
    const event = shown.alteration_status === 'auto_applied' ? 'alteration_applied_auto' : 'alteration_submitted';
    const { history } = body<{ history: object[] }>(await api.as(who).get(`/works/${work.wrn}`), 200);
    expect(history[0]).toMatchObject({ event, topic: 'ChangeRequest', object_reference: alteration.crn });
  });

  it('works out anew what follows from the dates, and the works follow', async () => {
    const work = await given.work();
    const place = { type: 'Point', coordinates: [431880, 436120] };
    await given.alteration(work, {
      proposed_start_date: '2026-12-08T00:00:00.000Z',
      proposed_end_date: '2026-12-10T00:00:00.000Z',
      works_coordinates: place,
      works_location_description: 'Outside number 14',
      description_of_work: 'A shorter main',
      traffic_management_type: 'road_closure',
    });
    expect(await given.permit(work)).toMatchObject({
      work_category: 'minor',
      calendar_day_duration: 3,
      working_day_duration: 3,
      validity_period_end_date: '2026-12-09T00:00:00.000Z',
      reasonable_period_end_date: '2026-12-10T00:00:00.000Z',
      deadline_date: '2026-11-26T16:30:00.000Z',
      works_coordinates: place,
    });
    expect(body(await api.as('northbeck').get(`/works/${work.wrn}`), 200)).toMatchObject({
      work_start_date: '2026-12-08T00:00:00.000Z',
      work_end_date: '2026-12-10T00:00:00.000Z',
      works_coordinates: place,
      works_location_description: 'Outside number 14',
      description_of_work: 'A shorter main',
    });
  });

  it('takes what a promoter leaves out for gone, but keeps the place', async () => {
    const work = await given.work({ additional_info: 'Noisy', project_reference_number: 'P-1' });
    const { works_coordinates } = await given.permit(work);
    const { crn, ...of } = await given.alteration(work, {
      additional_info: null,
      project_reference_number: undefined,
      works_coordinates: undefined,
      permit_conditions: [],
    });
    const permit = await given.permit(work);
    expect(permit).not.toHaveProperty('additional_info');
    expect(permit).not.toHaveProperty('project_reference_number');
    expect(permit.works_coordinates).toEqual(works_coordinates);
    expect(permit.permit_conditions).toMatchObject([
      { condition: 'NCT01a' },
      { condition: 'NCT01b' },
      { condition: 'NCT11a' },
    ]);
    expect(await given.shown({ crn, ...of })).toMatchObject({ original: { additional_info: 'Noisy' } });
  });

  it('selects a designation that its street has, in few words', async () => {
    const work = await given.work();
    await given.alteration(work, { permit_asds: [{ street_special_desig_code: 2 }] });
    expect(await given.permit(work)).toMatchObject({
      permit_asds: [{ street_special_desig_code: 2, special_desig_start_time: 700, special_desig_end_time: 930 }],
      permit_not_selected_asds: [],
      sliding_end_date_candidate: false,
    });
    await given.alteration(work, { permit_asds: [] });
    expect(await given.permit(work)).toMatchObject({
      permit_asds: [],
      permit_not_selected_asds: [{ street_special_desig_code: 2 }],
      sliding_end_date_candidate: true,
    });
  });

  it('asks about an early start only when the start changes', async () => {
    const approved = {
      early_start_pre_approval: true,
      pre_approval_details: 'by phone',
      pre_approval_authoriser: 'J Okoro',
    };
    const early = { proposed_start_date: '2026-11-24T00:00:00.000Z' };
    const work = await given.work({ ...early, ...approved, proposed_end_date: '2026-12-02T00:00:00.000Z' });
    const silent = Object.fromEntries(Object.keys(approved).map((name) => [name, undefined]));
    await given.alteration(work, { additional_info: 'x', ...silent });
    expect(await given.permit(work)).toMatchObject({ is_early_start: true, ...approved });

    const other = { ...silent, proposed_start_date: '2026-11-25T00:00:00.000Z' };
    expect((await propose(work, other)).body.error.fields).toEqual({
      early_start_pre_approval: { message: expect.stringContaining('early start'), value: null },
    });
    const reason = { early_start_pre_approval: false, early_start_reason: 'A leak' };
    await given.alteration(work, { ...other, ...reason });
    expect(await given.permit(work)).toMatchObject({ is_early_start: true, ...reason });
    expect(await given.permit(work)).not.toHaveProperty('pre_approval_details');

    await given.alteration(work, {
      proposed_start_date: '2026-12-07T00:00:00.000Z',
      proposed_end_date: '2026-12-14T00:00:00.000Z',
    });
    const late = await given.permit(work);
    expect(late).toMatchObject({ is_early_start: false });
    expect(late).not.toHaveProperty('early_start_pre_approval');
    expect(late).not.toHaveProperty('early_start_reason');
  });

  it('accepts the dates of immediate works as they are shown', async () => {
    const work = await given.immediateWork();
    const alteration = await given.alteration(work, { proposed_end_date: '2026-11-25T00:00:00.000Z' });
    expect(await given.shown(alteration)).toMatchObject({ alteration_type: 'PROMOTER_IMPOSED_CHANGE' });
    expect(await given.permit(work)).toMatchObject({ actual_start_date: START, calendar_day_duration: 6 });
  });

  it('only adds files: to the permit once they apply', async () => {
    const [first, second] = [await uploaded(), await uploaded()];
    const submitted = await given.work();
    await given.alteration(submitted, { file_ids: [first] });
    expect(await given.permit(submitted)).toMatchObject({ files: [{ file_id: first, name: 'plan.pdf' }] });

    const granted = await given.grantedWork();
    const alteration = await given.alteration(granted, { file_ids: [second] });
    expect(await given.permit(granted)).toMatchObject({ files: [] });
    expect(await given.shown(alteration)).toMatchObject({
      original: { files: [] },
      proposed: { files: [{ file_id: second }] },
    });
    await given.answer(alteration, { alteration_status: 'granted', assessment_discount: 0 });
    expect(await given.permit(granted)).toMatchObject({ files: [{ file_id: second }] });
    expect((await propose(submitted, { file_ids: [second] })).status).toBe(412);
    expect((await propose(submitted, { file_ids: [987_654_321] })).status).toBe(400);
  });

  it('names every broken field, of the contract and of the rules, and records nothing', async () => {
    const work = await given.work();
    const reply = await propose(work, {
      permit_alteration_reason: 'x'.repeat(501),
      proposed_end_date: '2026-12-01T00:00:00.000Z',
      is_ttro_required: undefined,
      collaborative_working: true,
      works_coordinates: { type: 'Point', coordinates: [1, 9_999_999] },
      permit_conditions: [{ condition: 'NCT06a' }, { condition: 'NCT06a' }],
      usrn: 8412007,
    });
    expect(reply).toMatchObject({ status: 400, body: { message: 'Validation failed' } });
    expect(Object.keys(reply.body.error.fields).sort()).toEqual([
      'collaboration_details',
      'collaboration_type',
      'is_ttro_required',
      'permit_alteration_reason',
      'permit_conditions[1].condition',
      'proposed_end_date',
      'usrn',
      'works_coordinates',
    ]);
    expect((await propose(work, { work_type: 'hs2_highway_works' })).status).toBe(412);
    expect((await propose(work, { location_types: ['bus_stop_or_stand'] })).body.error.fields).toHaveProperty([
      'location_types[0]',
    ]);
    const past = { proposed_start_date: '2026-11-18T00:00:00.000Z', proposed_end_date: '2026-11-24T00:00:00.000Z' };
    expect((await propose(work, past)).body.error.fields).toHaveProperty('proposed_start_time');
    expect(await given.permit(work)).toMatchObject({ permit_alterations: [] });
    expect(await given.events(work.wrn)).not.toContain('alteration_submitted');
  });

  it('knows neither an unknown work, permit nor alteration', async () => {
    const [work, other] = [await given.work(), await given.work()];
    const request = await given.alterationBody(work);
    for (const path of ['/works/NB00100000000/permits/x/alterations', pathOf({ wrn: work.wrn, prn: other.prn })]) {
      expect((await api.as('northbeck').post(path, request)).status).toBe(404);
    }
    expect((await api.as('northbeck').get(`${pathOf(work)}/${work.prn}-CR-01`)).status).toBe(404);
  });

  it.each<[Who, string]>([
    ['nobody', 'Authentication failed'],
    ['southgate', 'Access restricted'],
    ['marshfield', 'Access restricted'],
    ['export', 'Access restricted'],
    ['admin', 'Access restricted'],
  ])('is refused to %s: %s', async (who, message) => {
    const work = await given.grantedWork();
    const reply = await api.as(who).post(pathOf(work), await given.alterationBody(work));
    expect(reply).toMatchObject({ status: 401, body: { message } });
  });

  it('gives the same key the same alteration', async () => {
    const work = await given.work();
    const request = await given.alterationBody(work);
    const headers = { 'Idempotency-Key': 'alter-once' };
    const replies = [
      await api.as('northbeck').post(pathOf(work), request, headers),
      await api.as('northbeck').post(pathOf(work), request, headers),
    ];
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(await given.permit(work)).toMatchObject({ permit_alterations: [{}] });
  });
});

describe('GET …/alterations/{reference}', () => {
  it('is open to every user, in any case of the letters', async () => {
    const { wrn, prn, crn } = await given.alteration(await given.work());
    for (const who of ['southgate', 'marshfield', 'contractor'] as const) {
      expect((await api.as(who).get(`${pathOf({ wrn, prn })}/${crn.toLowerCase()}`)).status).toBe(200);
    }
    expect((await api.as('export').get(`${pathOf({ wrn, prn })}/${crn}`)).status).toBe(401);
  });

  it('is a JSON:API document with the permit of now on request', async () => {
    const alteration = await given.alteration(await given.work());
    await given.assess(alteration, { assessment_status: 'granted', assessment_discount: 0 });
    const path = `${pathOf(alteration)}/${alteration.crn}`;
    const accept = { Accept: 'application/vnd.api+json' };
    const permit = { type: 'permits', id: alteration.prn };
    const bare = (await api.as('ellerdale').get(path, accept)).body;
    expect(bare).toMatchObject({
      data: {
        type: 'permit-alterations',
        id: alteration.crn,
        attributes: { alteration_type: 'PROMOTER_IMPOSED_CHANGE', original: { permit_status: 'submitted' } },
        relationships: { permit: { data: permit } },
      },
    });
    expect(bare).not.toHaveProperty('included');
    expect((await api.as('ellerdale').get(`${path}?include=permit`, accept)).body.included).toMatchObject([
      { ...permit, attributes: { permit_status: 'granted' } },
    ]);
    expect((await api.as('ellerdale').get(`${path}?include=works`, accept)).status).toBe(400);
  });
});

describe('two alterations at once', () => {
  it('conflict where one of them has to wait', async () => {
    const work = await given.grantedWork();
    const request = await given.alterationBody(work, FURTHER_END);
    const replies = await whileWorkIsTaken(work, 2, () =>
      [1, 2].map(() => api.as('northbeck').post(pathOf(work), request)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)!.body).toEqual({ message: 'Conflict', error: { status: 409 } });
    expect(await given.permit(work)).toMatchObject({ permit_alterations: [{ alteration_status: 'submitted' }] });
  });

  it('follow each other where both apply', async () => {
    const work = await given.work();
    const request = await given.alterationBody(work, FURTHER_END);
    const replies = await Promise.all([1, 2, 3].map(() => api.as('northbeck').post(pathOf(work), request)));
    expect(replies.map(({ body }) => body.permit_alteration_reference_number).sort()).toEqual(
      ['01', '02', '03'].map((number) => `${work.prn}-CR-${number}`),
    );
  });
});

const takeWork = prepared('test-take-work', 'select from work where reference = $1 for update');
const waiting = prepared<{ count: number }>(
  'test-waiting',
  `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
);
const upload = prepared<{ id: number }>(
  'test-upload',
  `insert into file (stored_as, name, type, size, digest, organisation_reference, uploaded_by, created_at)
   values ($1, 'plan.pdf', 'application/pdf', 10, '\\x00', '4312', 'planner@northbeck.example', now()) returning id`,
);

async function uploaded(): Promise<number> {
  return (await api.db().reader().first(upload, [randomUUID()]))!.id;
}

/** Holds the work until so many requests wait for it, so that they truly come at once. */
async function whileWorkIsTaken<T>({ wrn }: GivenWork, count: number, send: () => Promise<T>[]): Promise<T[]> {
  const sent = await api.db().transaction(async (tx) => {
    await tx.first(takeWork, [wrn]);
    const requests = send();
    while ((await api.db().reader().first(waiting))!.count < count) await new Promise(setImmediate);
    return requests.map((request) => ({ request }));
  });
  return Promise.all(sent.map(({ request }) => request));
}

import { prepared } from '@switchyard/db';
import { body, permitBody } from '../testing/given';
import type { GivenWork } from '../testing/given';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const post = (work: Pick<GivenWork, 'wrn'>, more: object = {}, who: Parameters<typeof api.as>[0] = 'northbeck') =>
  api.as(who).post(`/works/${work.wrn}/permits`, permitBody(more));
const workOf = async ({ wrn }: Pick<GivenWork, 'wrn'>) => body(await api.as('northbeck').get(`/works/${wrn}`), 200);
const cancel = async ({ wrn, prn }: GivenWork): Promise<unknown> =>
  body(await api.as('northbeck').put(`/works/${wrn}/permits/${prn}/status`, { permit_status: 'cancelled' }), 204);
const refuse = { assessment_status: 'refused', reasons_for_refusal: ['RC10'], additional_comments: 'No' };

/** Major works that need a traffic regulation order, far enough ahead for their notice. */
const major = {
  is_ttro_required: true,
  proposed_start_date: '2027-03-01T00:00:00.000Z',
  proposed_end_date: '2027-03-05T00:00:00.000Z',
};

describe('POST /works/{wrn}/permits after a permit that is over', () => {
  it('adds the next permit, which becomes the active one', async () => {
    const work = await given.immediateWork();
    await api.as('northbeck').put(`/works/${work.wrn}/stop`, { actual_stop_date: START });
    const reply = await post(work, { description_of_work: 'Make good', works_location_description: 'Number 14' });
    expect(reply).toMatchObject({ status: 201, body: { permit_reference_number: `${work.wrn}-02` } });
    expect(await workOf(work)).toMatchObject({
      work_status: 'planned',
      description_of_work: 'Make good',
      works_location_description: 'Number 14',
      work_start_date: '2026-12-07T00:00:00.000Z',
      work_end_date: '2026-12-14T00:00:00.000Z',
      active_permit: {
        permit_reference_number: `${work.wrn}-02`,
        permit_status: 'submitted',
        work_category: 'standard',
        street_name: 'TANNERY LANE',
      },
      permits: [
        { permit_reference_number: `${work.wrn}-01`, permit_status: 'closed' },
        { permit_reference_number: `${work.wrn}-02`, permit_status: 'submitted' },
      ],
    });
    expect(await given.permit(work)).toMatchObject({ permit_status: 'closed', work_status: 'planned' });
    expect((await given.events(work.wrn)).at(-1)).toBe('permit_submitted');
  });

  it('follows refused, revoked and cancelled ones, and no others', async () => {
    const refused = await given.work();
    await given.assess(refused, refuse);
    const revoked = await given.grantedWork();
    await given.assess(revoked, { assessment_status: 'revoked', revoke_reason: 'Works clash' });
    const cancelled = await given.work();
    await cancel(cancelled);
    for (const work of [refused, revoked, cancelled]) {
      expect((await post(work)).status).toBe(201);
      expect(await workOf(work)).toMatchObject({ work_status: 'planned' });
    }
    const asked = await given.work();
    await given.assess(asked, { assessment_status: 'permit_modification_request', pending_change_details: 'Shorter' });
    for (const work of [await given.work(), await given.grantedWork(), asked, await given.immediateWork()]) {
      const before = await given.events(work.wrn);
      expect((await post(work)).status).toBe(412);
      expect(await given.events(work.wrn)).toEqual(before);
    }
  });

  it('adds one of two that are sent together', async () => {
    const work = await given.work();
    await cancel(work);
    const replies = await Promise.all([post(work), post(work)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect((await workOf(work)).permits).toHaveLength(2);
  });

  it('keeps the place of the work', async () => {
    const work = await given.work();
    await cancel(work);
    const elsewhere = { type: 'Point', coordinates: [431000, 436000] };
    const further = await given.furtherPermit(work, { works_coordinates: elsewhere });
    expect((await given.permit(further)).works_coordinates).toEqual((await given.permit(work)).works_coordinates);
  });

  it('starts immediate works at the time that they say', async () => {
    const work = await given.work();
    await cancel(work);
    const immediate = {
      is_ttro_required: undefined,
      work_type: 'immediate',
      immediate_risk: true,
      proposed_start_date: '2026-11-20T00:00:00.000Z',
      proposed_end_date: '2026-11-24T00:00:00.000Z',
    };
    expect((await post(work, immediate)).body.error.fields).toEqual({
      proposed_start_time: { message: 'is required when work_type is immediate', value: null },
    });
    const started = await given.furtherPermit(work, { ...immediate, proposed_start_time: '2026-11-20T07:15:00.000Z' });
    expect(await given.permit(started)).toMatchObject({
      work_status: 'in_progress',
      work_category: 'immediate_emergency',
      actual_start_date: '2026-11-20T07:15:00.000Z',
    });
  });

  it('is judged by the rules of its content and of its work, all told at once', async () => {
    const work = await given.work();
    await cancel(work);
    const wrong = {
      collaborative_working: true,
      workstream_prefix: '000',
      usrn: 8412007,
      secondary_contact: undefined,
    };
    expect(Object.keys((await post(work, wrong)).body.error.fields).sort()).toEqual([
      'collaboration_details',
      'collaboration_type',
      'secondary_contact',
      'usrn',
      'workstream_prefix',
    ]);
    const early = { proposed_start_date: '2026-11-23T00:00:00.000Z' };
    expect((await post(work, early)).body.error.fields).toHaveProperty('early_start_pre_approval');
    expect((await post(work, { work_type: 'hs2_highway_works' })).body.error.fields).toHaveProperty('work_type');
    expect((await post({ wrn: 'NB00100000000' })).status).toBe(404);
    for (const who of ['southgate', 'ellerdale'] as const) expect((await post(work, {}, who)).status).toBe(401);
    expect((await workOf(work)).permits).toHaveLength(1);
  });
});

describe('POST /works/{wrn}/permits on an advance authorisation', () => {
  it('progresses it to the major permit, which has the longer of the two deadlines', async () => {
    const paa = await given.work(major);
    expect(await given.permit(paa)).toMatchObject({ work_category: 'paa', deadline_date: '2026-12-17T16:30:00.000Z' });
    const permit = await given.furtherPermit(paa, { ...major, is_ttro_required: false });
    expect(await given.permit(permit)).toMatchObject({
      permit_reference_number: `${paa.wrn}-02`,
      work_category: 'major',
      permit_status: 'submitted',
      deadline_date: '2026-12-17T16:30:00.000Z',
    });
    expect(await given.permit(paa)).toMatchObject({ permit_status: 'progressed' });
    expect(await given.events(paa.wrn)).toEqual(['planned_works_record_created', 'paa_submitted', 'permit_submitted']);
  });

  it('gives the major permit its own deadline where the authorisation was granted', async () => {
    const paa = await given.grantedWork(major);
    const permit = await given.furtherPermit(paa, major);
    expect(await given.permit(permit)).toMatchObject({ deadline_date: '2026-11-26T16:30:00.000Z' });
    expect(await given.permit(paa)).toMatchObject({ permit_status: 'progressed', assessment_status: 'granted' });
  });

  it.each([
    [{ assessment_status: 'granted', assessment_discount: 0 }, 'granted_auto', ['permit_granted', 'paa_granted']],
    [refuse, 'refused_auto', ['permit_refused', 'paa_refused']],
  ])('decides an undecided authorisation with its permit: %j', async (decision, status, events) => {
    const paa = await given.work(major);
    const permit = await given.furtherPermit(paa, major);
    await given.assess(permit, decision);
    expect(await given.permit(paa)).toMatchObject({ permit_status: 'progressed', assessment_status: status });
    expect((await given.events(paa.wrn)).slice(-2)).toEqual(events);
    const { history } = (await workOf(paa)) as { history: object[] };
    expect(history[0]).toMatchObject({ object_reference: paa.prn, topic: 'PAA', username: 'Street Manager' });
  });

  it('is refused to immediate works', async () => {
    const paa = await given.work(major);
    const immediate = {
      is_ttro_required: undefined,
      work_type: 'immediate',
      immediate_risk: false,
      proposed_start_date: '2026-11-20T00:00:00.000Z',
      proposed_start_time: START,
    };
    expect(await post(paa, immediate)).toMatchObject({
      status: 412,
      body: { message: 'A PAA can only be progressed to a major permit' },
    });
    expect(await given.permit(paa)).toMatchObject({ permit_status: 'submitted' });
  });

  it('may follow a further authorisation once the first is over', async () => {
    const paa = await given.work(major);
    await cancel(paa);
    const second = await given.furtherPermit(paa, major);
    expect(await given.permit(second)).toMatchObject({ work_category: 'paa' });
  });
});

describe('POST /works/{wrn}/permits on works without a permit', () => {
  const insertWork = prepared(
    'test-work',
    `insert into work (reference, status, promoter, highway_authority, workstream, usrn, street_name, road_category,
       coordinates, location_description, created_at)
     values ($1, $2, '4312', '2845', $3, 8412007, 'TANNERY LANE', 4, '{"type":"Point","coordinates":[1,2]}', 'x', now())`,
  );
  const insertPlan = prepared(
    'test-plan',
    `insert into forward_plan (reference, work_reference, number, status, start_date, end_date, content, date_created,
       promoter, highway_authority, workstream, usrn, search)
     values ($1 || '-FP-01', $1, 1, 'raised', now(), now(), '{}', now(), '4312', '2845', '001', 8412007, '')`,
  );
  const insertComment = prepared(
    'test-comment',
    `insert into comment (reference, work_reference, number, topic, detail, author_email, author_organisation,
       is_internal, side, date_created, promoter, highway_authority, workstream, usrn)
     values ($1 || '-COM-01', $1, 1, 'GENERAL', 'x', 'x', '2845', false, '2845', now(), '4312', '2845', '000', 8412007)`,
  );
  const found = prepared<{ plan: string; workstream: string }>(
    'test-follows',
    `select (select status from forward_plan where work_reference = $1) as plan,
       (select workstream from comment where work_reference = $1) as workstream`,
  );

  it('progresses the forward plan', async () => {
    await api.db().transaction(async (tx) => {
      tx.send(insertWork, ['PLANNED-1', 'planned', '001']);
      tx.send(insertPlan, ['PLANNED-1']);
    });
    expect(await post({ wrn: 'planned-1' }, { workstream_prefix: '002' })).toMatchObject({
      status: 201,
      body: { permit_reference_number: 'PLANNED-1-01' },
    });
    expect(await workOf({ wrn: 'PLANNED-1' })).toMatchObject({ work_status: 'planned', workstream_prefix: '001' });
    expect(await api.db().reader().first(found, ['PLANNED-1'])).toMatchObject({ plan: 'progressed' });
  });

  it.each(['historical', 'non_notifiable'])('moves %s works out of the default workstream', async (status) => {
    const wrn = `OLD-${status.toUpperCase()}`;
    await api.db().transaction(async (tx) => {
      tx.send(insertWork, [wrn, status, '000']);
      tx.send(insertComment, [wrn]);
    });
    expect((await post({ wrn }, { workstream_prefix: '009' })).status).toBe(401);
    expect((await post({ wrn }, { workstream_prefix: '002' })).status).toBe(201);
    expect(await workOf({ wrn })).toMatchObject({
      work_status: 'planned',
      workstream_prefix: '002',
      active_permit: { permit_reference_number: `${wrn}-01`, workstream_prefix: '002' },
    });
    expect(await api.db().reader().first(found, [wrn])).toMatchObject({ workstream: '002' });
  });

  it('is refused to section 81 works for good', async () => {
    await api.db().transaction(async (tx) => tx.send(insertWork, ['EDS8100000001', 'section_81', '000']));
    expect(await post({ wrn: 'EDS8100000001' })).toMatchObject({
      status: 412,
      body: { message: 'A permit can not be added to works that are section_81' },
    });
  });
});

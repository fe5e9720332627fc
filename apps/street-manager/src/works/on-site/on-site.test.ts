import { prepared } from '@switchyard/db';
import { body } from '../../testing/given';
import type { GivenWork } from '../../testing/given';
import { START, streetManager } from '../../testing/street-manager';

const { api, given } = streetManager();
const HOUR_AGO = '2026-11-20T09:00:00.000Z';

const put = (work: GivenWork, path: string, request: object, who: Parameters<typeof api.as>[0] = 'northbeck') =>
  api.as(who).put(`/works/${work.wrn}/${path}`, request);
const start = (work: GivenWork, at = HOUR_AGO) => put(work, 'start', { actual_start_date: at });
const stop = (work: GivenWork, at = START) => put(work, 'stop', { actual_stop_date: at });
const reverted = { revert_reason: 'Wrong works' };

const workOf = async ({ wrn }: GivenWork) => body(await api.as('northbeck').get(`/works/${wrn}`), 200);

const addSite = prepared('test-site', 'insert into site values ($1, 1, $2)');
const addReinstatement = prepared(
  'test-reinstatement',
  `insert into reinstatement (work_reference, site_number, permit_reference, permit_number, type, status, is_latest,
     reinstatement_date, end_date, coordinates, location_description, location_types, evidence, date_created,
     date_modified, promoter, highway_authority, workstream, usrn, search)
   values ($1, 1, $2, 1, $3, 'interim', true, now(), now(), '{}', '', '{}', false, now(), now(), '4312', '2845', '001',
     1, '')`,
);
const countSite = prepared('test-site-count', 'update work set site_count = 1 where reference = $1');
const dig = prepared('test-dig', `update reinstatement set type = 'excavation' where work_reference = $1`);

/** Records a site under the permit, for the rules that ask for one. */
const siteOn = ({ wrn, prn }: GivenWork, type = 'excavation'): Promise<void> =>
  api.db().transaction(async (tx) => {
    tx.send(addSite, [wrn, type]);
    tx.send(addReinstatement, [wrn, prn, type]);
    tx.send(countSite, [wrn]);
  });

describe('PUT /works/{wrn}/start', () => {
  it('puts a submitted or granted work in progress, whatever it was proposed for', async () => {
    for (const work of [await given.work(), await given.grantedWork()]) {
      const { permit_status: before } = await given.permit(work);
      expect((await start(work)).status).toBe(204);
      expect(await given.permit(work)).toMatchObject({
        permit_status: before,
        work_status: 'in_progress',
        actual_start_date: HOUR_AGO,
      });
      expect(await workOf(work)).toMatchObject({
        work_status: 'in_progress',
        work_start_date: HOUR_AGO,
        work_start_time: HOUR_AGO,
        work_end_date: '2026-12-14T00:00:00.000Z',
      });
      expect((await given.events(work.wrn)).at(-1)).toBe('work_start_logged');
    }
  });

  it('keeps the delegated user on the history, which names the active permit', async () => {
    const work = await given.work();
    const delegated = { internal_user_identifier: 'crew-3', internal_user_name: 'B Hale' };
    expect((await put(work, 'start', { actual_start_date: START, ...delegated })).status).toBe(204);
    const { history } = (await workOf(work)) as { history: object[] };
    expect(history[0]).toMatchObject({
      event: 'work_start_logged',
      topic: 'Work',
      object_reference: work.prn,
      username: 'planner@northbeck.example',
      ...delegated,
    });
  });

  it.each([
    [{}, 'actual_start_date'],
    [{ actual_start_date: 'soon' }, 'actual_start_date'],
    [{ actual_start_date: '2026-11-20T10:00:00.001Z' }, 'actual_start_date'],
    [{ actual_start_date: '2021-12-06T00:00:00.000Z' }, 'actual_start_date'],
    [{ actual_start_date: START, crew: 4 }, 'crew'],
    [{ actual_start_date: START, internal_user_name: 'x'.repeat(51) }, 'internal_user_name'],
  ])('answers %j with 400 and leaves the work as it was', async (request, field) => {
    const work = await given.work();
    const reply = await put(work, 'start', request);
    expect(reply).toMatchObject({ status: 400, body: { error: { fields: { [field]: {} } } } });
    expect(await given.permit(work)).toMatchObject({ work_status: 'planned' });
  });

  it('is taken five years before the proposed start to the day', async () => {
    const work = await given.work();
    expect((await start(work, '2021-12-07T00:00:00.000Z')).status).toBe(204);
  });

  it('happens once, also when two log it together', async () => {
    const work = await given.work();
    const replies = await Promise.all([start(work), start(work)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 412]);
    expect((await given.events(work.wrn)).filter((event) => event === 'work_start_logged')).toHaveLength(1);
    expect((await start(work)).body.message).toBe('Works start has already been logged');
  });

  it('waits for the final assessment of a modification request', async () => {
    const work = await given.work();
    await given.assess(work, { assessment_status: 'permit_modification_request', pending_change_details: 'Shorter' });
    expect(await start(work)).toMatchObject({
      status: 412,
      body: { message: expect.stringContaining('modification') },
    });
  });

  it('is not for refused or revoked permits, nor for a PAA', async () => {
    const refused = await given.work();
    await given.assess(refused, {
      assessment_status: 'refused',
      reasons_for_refusal: ['RC10'],
      additional_comments: 'x',
    });
    const revoked = await given.grantedWork();
    await given.assess(revoked, { assessment_status: 'revoked', revoke_reason: 'Works clash' });
    const paa = await given.work({
      is_ttro_required: true,
      proposed_start_date: '2027-03-01T00:00:00.000Z',
      proposed_end_date: '2027-03-05T00:00:00.000Z',
    });
    for (const work of [refused, revoked, paa]) {
      const before = await given.events(work.wrn);
      expect((await start(work)).status).toBe(412);
      expect(await given.events(work.wrn)).toEqual(before);
    }
  });

  it('needs a known work and the right of its promoter to write', async () => {
    const work = await given.work({ workstream_prefix: '002' });
    const request = { actual_start_date: START };
    expect((await put({ wrn: 'NB00100000000', prn: '' }, 'start', request)).status).toBe(404);
    for (const who of ['southgate', 'contractor', 'ellerdale', 'export'] as const) {
      expect((await put(work, 'start', request, who)).status).toBe(401);
    }
    expect((await put({ ...work, wrn: work.wrn.toLowerCase() }, 'start', request)).status).toBe(204);
  });

  it('answers a repeated key once', async () => {
    const work = await given.work();
    const send = () =>
      api
        .as('northbeck')
        .put(`/works/${work.wrn}/start`, { actual_start_date: START }, { 'Idempotency-Key': work.wrn });
    expect([(await send()).status, (await send()).status]).toEqual([204, 204]);
  });
});

describe('PUT /works/{wrn}/revert-start', () => {
  it('makes the work planned again, as if it had never begun', async () => {
    const work = await given.grantedWork();
    await start(work);
    await put(work, 'excavation-carried-out', { excavation_carried_out: false });
    expect((await put(work, 'revert-start', reverted)).status).toBe(204);
    const permit = await given.permit(work);
    expect(permit).toMatchObject({ permit_status: 'granted', work_status: 'planned', excavation_carried_out: true });
    expect(permit).not.toHaveProperty('actual_start_date');
    expect(await workOf(work)).toMatchObject({
      work_start_date: '2026-12-07T00:00:00.000Z',
      history: expect.arrayContaining([
        expect.objectContaining({ event: 'work_start_reverted', details: 'Works start reverted: Wrong works' }),
      ]),
    });
    expect((await start(work)).status).toBe(204);
  });

  it('is refused to immediate works, works not begun or stopped, a revoked permit, and once there is a site', async () => {
    const stopped = await given.grantedWork();
    await start(stopped);
    await stop(stopped);
    const revoked = await given.grantedWork();
    await start(revoked);
    await given.assess(revoked, { assessment_status: 'revoked', revoke_reason: 'Works clash' });
    const reinstated = await given.grantedWork();
    await start(reinstated);
    await siteOn(reinstated);
    for (const work of [await given.immediateWork(), await given.work(), stopped, revoked, reinstated]) {
      expect((await put(work, 'revert-start', reverted)).status).toBe(412);
    }
    expect((await put(revoked, 'revert-start', {})).body.error.fields).toHaveProperty('revert_reason');
  });
});

describe('PUT /works/{wrn}/stop', () => {
  it('closes the permit and completes the work', async () => {
    const work = await given.grantedWork();
    await start(work);
    expect((await stop(work)).status).toBe(204);
    expect(await given.permit(work)).toMatchObject({
      permit_status: 'closed',
      assessment_status: 'granted',
      work_status: 'completed',
      actual_stop_date: START,
    });
    expect(await workOf(work)).toMatchObject({ work_status: 'completed', work_end_date: START, work_end_time: START });
  });

  it('grants immediate works that nobody decided', async () => {
    const work = await given.immediateWork();
    expect((await stop(work)).status).toBe(204);
    expect(await given.permit(work)).toMatchObject({ permit_status: 'closed', assessment_status: 'granted_auto' });
    const { history } = (await workOf(work)) as { history: { event: string; username: string }[] };
    expect(history.slice(0, 2).map(({ event, username }) => [event, username])).toEqual([
      ['permit_granted', 'Street Manager'],
      ['work_stop_logged', 'planner@northbeck.example'],
    ]);
  });

  it('leaves a planned permit that nobody decided open to a decision', async () => {
    const work = await given.work();
    await start(work);
    await stop(work);
    await given.assess(work, { assessment_status: 'granted', assessment_discount: 10 });
    expect(await given.permit(work)).toMatchObject({ permit_status: 'closed', assessment_status: 'granted' });
  });

  it('is after the start and not to come; a plain date may be the day of the start', async () => {
    const work = await given.work();
    expect((await stop(work)).status).toBe(412);
    await start(work);
    expect((await stop(work, '2026-11-20T08:59:00.000Z')).body.error.fields.actual_stop_date).toMatchObject({
      message: 'must not be before the actual start',
    });
    expect((await stop(work, '2026-11-20T10:00:01.000Z')).status).toBe(400);
    expect((await stop(work, '2026-11-20T00:00:00.000Z')).status).toBe(204);
    expect((await stop(work)).status).toBe(412);
  });

  it('happens once when two log it together, and is not for others', async () => {
    const work = await given.immediateWork();
    expect((await put(work, 'stop', { actual_stop_date: START }, 'southgate')).status).toBe(401);
    const replies = await Promise.all([stop(work), stop(work)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 412]);
  });
});

describe('PUT /works/{wrn}/revert-stop', () => {
  it('gives the permit the status that it had', async () => {
    const granted = await given.grantedWork();
    const submitted = await given.work();
    const immediate = await given.immediateWork();
    for (const [work, status] of [
      [granted, 'granted'],
      [submitted, 'submitted'],
      [immediate, 'submitted'],
    ] as const) {
      if (work !== immediate) await start(work);
      await stop(work);
      expect((await put(work, 'revert-stop', reverted)).status).toBe(204);
      const permit = await given.permit(work);
      expect(permit).toMatchObject({ permit_status: status, work_status: 'in_progress' });
      expect(permit).not.toHaveProperty('actual_stop_date');
      if (status === 'submitted') expect(permit).not.toHaveProperty('assessment_status');
      expect((await workOf(work)).work_end_date).toBe(permit.proposed_end_date);
    }
  });

  it('is refused before a stop and after a further permit', async () => {
    const work = await given.grantedWork();
    await start(work);
    expect((await put(work, 'revert-stop', reverted)).status).toBe(412);
    await stop(work);
    expect((await put(work, 'revert-stop', { revert_reason: '' })).status).toBe(400);
    await given.furtherPermit(work);
    expect((await put(work, 'revert-stop', reverted)).status).toBe(412);
  });
});

describe('PUT /works/{wrn}/excavation-carried-out', () => {
  const answer = (work: GivenWork, excavated: boolean) =>
    put(work, 'excavation-carried-out', { excavation_carried_out: excavated });

  it('takes either answer once the works have begun, and until an excavation is recorded', async () => {
    const work = await given.grantedWork();
    expect((await answer(work, false)).body.message).toContain('once works start has been logged');
    await start(work);
    for (const excavated of [false, true, false]) {
      expect((await answer(work, excavated)).status).toBe(204);
      expect(await given.permit(work)).toMatchObject({ excavation: true, excavation_carried_out: excavated });
    }
    expect((await given.events(work.wrn)).at(-1)).toBe('excavation_carried_out_updated');
    await siteOn(work, 'core_holes');
    expect((await answer(work, true)).status).toBe(204);
    await api.db().transaction((tx) => tx.rows(dig, [work.wrn]));
    expect((await answer(work, false)).status).toBe(412);
    expect(await given.permit(work)).toMatchObject({ excavation_carried_out: true });
  });

  it('asks for a boolean, and for a permit with excavation', async () => {
    const work = await given.immediateWork({ excavation: false });
    expect((await put(work, 'excavation-carried-out', { excavation_carried_out: 'no' })).status).toBe(400);
    expect((await answer(work, true)).status).toBe(412);
  });
});

describe('PUT /works/{wrn}/inspection-units', () => {
  const units = (work: GivenWork, inspection_units: unknown) => put(work, 'inspection-units', { inspection_units });

  it('counts the units of works with a site', async () => {
    const work = await given.immediateWork();
    expect((await units(work, 2)).status).toBe(412);
    await siteOn(work);
    for (const wrong of [-1, 1000, 1.5, null, 'two']) expect((await units(work, wrong)).status).toBe(400);
    expect((await units(work, 999)).status).toBe(204);
    expect(await workOf(work)).toMatchObject({ inspection_units: 999 });
    expect((await given.events(work.wrn)).at(-1)).toBe('inspection_units_logged');
    expect((await put(work, 'inspection-units', { inspection_units: 1 }, 'southgate')).status).toBe(401);
  });
});

describe('PUT /works/{wrn}/final-reinstatement', () => {
  const final = (work: GivenWork, value: unknown) => put(work, 'final-reinstatement', { final_reinstatement: value });

  it('registers the final site of works that have an excavation, and takes it back', async () => {
    const work = await given.grantedWork();
    expect((await final(work, true)).body.message).toContain('works start');
    await start(work);
    expect((await final(work, true)).body.message).toContain('excavation site');
    await siteOn(work);
    expect((await final(work, null)).status).toBe(400);
    for (const value of [true, false]) {
      expect((await final(work, value)).status).toBe(204);
      expect(await given.permit(work)).toMatchObject({ final_reinstatement: value });
    }
    expect((await given.events(work.wrn)).at(-1)).toBe('final_reinstatement_updated');
  });
});

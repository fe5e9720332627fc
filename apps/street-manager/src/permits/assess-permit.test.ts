import { body } from '../testing/given';
import type { GivenWork } from '../testing/given';
import { START, streetManager } from '../testing/street-manager';
import type { Who } from '../testing/street-manager';

const { api, given } = streetManager();

const put = ({ wrn, prn }: GivenWork, path: 'assessment' | 'status', request: object, who: Who = 'ellerdale') =>
  api.as(who).put(`/works/${wrn}/permits/${prn}/${path}`, request);
const fieldsOf = (reply: Awaited<ReturnType<typeof put>>): string[] => {
  expect(reply.status).toBe(400);
  return Object.keys(reply.body.error.fields).sort();
};
const historyOf = async ({ wrn }: GivenWork) =>
  body<{ history: Record<string, unknown>[] }>(await api.as('ellerdale').get(`/works/${wrn}`), 200).history;

const granted = { assessment_status: 'granted', assessment_discount: 0 };
const refused = { assessment_status: 'refused', reasons_for_refusal: ['RC10', 'RC31'], additional_comments: 'No room' };
const asked = { assessment_status: 'permit_modification_request', pending_change_details: 'Shorter' };
const revoked = { assessment_status: 'revoked', revoke_reason: 'Works clash' };
const nowhere: GivenWork = { wrn: 'NB00100000000', prn: 'NB00100000000-01' };

describe('PUT …/assessment', () => {
  it('tells what is wrong with the request itself together, before anything is looked up', async () => {
    expect(
      fieldsOf(
        await put(nowhere, 'assessment', { assessment_status: 'refused', additional_comments: 'x'.repeat(501) }),
      ),
    ).toEqual(['additional_comments', 'reasons_for_refusal']);
    expect(fieldsOf(await put(nowhere, 'status', { status: 'revoked' }))).toEqual(['revoke_reason']);
    expect((await put(nowhere, 'assessment', refused)).status).toBe(404);
  });

  it.each([
    [{ assessment_status: 'granted' }, ['assessment_discount']],
    [{ ...granted, assessment_discount: 101 }, ['assessment_discount']],
    [{ ...granted, assessment_discount: 2.5 }, ['assessment_discount']],
    [{ ...refused, additional_comments: undefined }, ['additional_comments']],
    [{ ...refused, reasons_for_refusal: ['RC10', 'RC10'] }, ['reasons_for_refusal']],
    [{ ...asked, pending_change_details: undefined }, ['pending_change_details']],
    [{ assessment_status: 'granted_auto' }, ['assessment_status']],
    [{ ...granted, is_duration_challenged: true }, ['additional_comments', 'reasonable_period_end_date']],
  ])('refuses %j', async (request, fields) => {
    const work = await given.work();
    expect(fieldsOf(await put(work, 'assessment', request))).toEqual(fields);
    expect(await given.permit(work)).toMatchObject({ permit_status: 'submitted' });
  });

  it('grants immediate works with a challenged duration', async () => {
    const work = await given.immediateWork({ proposed_end_date: '2026-11-27T00:00:00.000Z' });
    const challenge = { ...granted, is_duration_challenged: true, additional_comments: 'Two days are enough' };
    const until = (reasonable_period_end_date: string) =>
      put(work, 'assessment', { ...challenge, reasonable_period_end_date });
    expect(fieldsOf(await until('2026-11-23T00:00:00.000Z'))).toEqual(['reasonable_period_end_date']);
    expect((await until('2026-11-24T00:00:00.000Z')).status).toBe(204);
    expect(await given.permit(work)).toMatchObject({
      is_duration_challenged: true,
      reasonable_period_end_date: '2026-11-24T00:00:00.000Z',
      proposed_end_date: '2026-11-27T00:00:00.000Z',
    });
    expect((await historyOf(work))[0]).toMatchObject({ event: 'permit_granted_with_duration_challenge' });
    const planned = await given.work();
    const late = { ...challenge, reasonable_period_end_date: '2026-12-10T00:00:00.000Z' };
    expect((await put(planned, 'assessment', late)).status).toBe(412);
  });

  it('asks for a modification once, and decides after it', async () => {
    const work = await given.work();
    await given.assess(work, asked);
    expect(await given.permit(work)).toMatchObject({
      permit_status: 'permit_modification_request',
      assessment_status: 'permit_modification_request',
      ever_modification_requested: true,
      pending_change_details: 'Shorter',
      deadline_date: '2026-11-26T16:30:00.000Z',
    });
    expect((await put(work, 'assessment', asked)).body.message).toBe(
      'A highway authority officer can only request a permit modification on permits with a status of submitted.',
    );
    await given.assess(work, refused);
    expect(await given.permit(work)).toMatchObject({
      permit_status: 'refused',
      reasons_for_refusal: ['RC10', 'RC31'],
      reasons_for_refusal_string: ['RC10', 'RC31'],
    });
    expect((await historyOf(work)).slice(0, 2)).toMatchObject([
      { event: 'permit_refused', topic: 'Application', details: 'Permit refused: No room' },
      { event: 'permit_modification_request', topic: 'Application' },
    ]);
  });

  it('revokes a granted permit, whose reason the history keeps; its cancellation is that of a granted one', async () => {
    const work = await given.work();
    expect((await put(work, 'assessment', revoked)).status).toBe(412);
    await given.assess(work, granted);
    await given.assess(work, revoked);
    expect(await given.permit(work)).toMatchObject({ permit_status: 'revoked', revoke_reason: 'Works clash' });
    body(await put(work, 'status', { permit_status: 'cancelled' }, 'northbeck'), 204);
    expect((await historyOf(work)).slice(0, 2)).toMatchObject([
      { event: 'permit_cancelled', topic: 'Permit' },
      { event: 'permit_revoked', topic: 'Permit', details: 'Permit revoked: Works clash' },
    ]);
  });
});

describe('PUT …/status', () => {
  it('takes a decision by any of its names, not two different ones', async () => {
    for (const name of ['permit_status', 'assessment_status', 'status']) {
      const work = await given.work();
      body(await put(work, 'status', { [name]: 'granted', assessment_discount: 0 }), 204);
      expect(await given.permit(work)).toMatchObject({ permit_status: 'granted' });
    }
    const contradiction = { permit_status: 'granted', assessment_status: 'refused', assessment_discount: 0 };
    expect(fieldsOf(await put(nowhere, 'status', contradiction))).toContain('assessment_status');
    expect(fieldsOf(await put(nowhere, 'status', {}))).toEqual(['permit_status']);
  });

  it('lets a promoter cancel and nothing else, and an authority decide and not cancel', async () => {
    const work = await given.work();
    expect(fieldsOf(await put(work, 'status', { permit_status: 'granted' }, 'northbeck'))).toEqual(['permit_status']);
    const more = { permit_status: 'cancelled', assessment_discount: 5 };
    expect(fieldsOf(await put(work, 'status', more, 'northbeck'))).toEqual(['assessment_discount']);
    expect((await put(work, 'status', { permit_status: 'cancelled' })).status).toBe(401);
    expect((await put(work, 'status', { permit_status: 'cancelled' }, 'southgate')).status).toBe(401);
    expect(await given.permit(work)).toMatchObject({ permit_status: 'submitted' });
  });

  it('cancels immediate works until they stop, and planned works until they start', async () => {
    const cancel = { permit_status: 'cancelled', additional_comments: 'Scheme deferred' };
    const immediate = await given.immediateWork();
    expect((await put(immediate, 'status', cancel, 'northbeck')).status).toBe(204);
    expect(await given.permit(immediate)).toMatchObject({ permit_status: 'cancelled', work_status: 'cancelled' });
    expect((await put(await given.startedWork(), 'status', cancel, 'northbeck')).status).toBe(412);
    const stopped = await given.immediateWork();
    body(await api.as('northbeck').put(`/works/${stopped.wrn}/stop`, { actual_stop_date: START }), 204);
    expect((await put(stopped, 'status', cancel, 'northbeck')).status).toBe(412);
  });
});

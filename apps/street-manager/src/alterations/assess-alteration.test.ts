import { body } from '../testing/given';
import type { GivenAlteration, GivenWork } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const FURTHER_END = { proposed_end_date: '2026-12-16T00:00:00.000Z' };
const GRANT = { alteration_status: 'granted', assessment_discount: 20, assessment_comments: 'Agreed' };
const REFUSE = { alteration_status: 'refused', assessment_comments: 'Too long' };
const CHALLENGE = {
  alteration_status: 'granted_with_duration_challenge',
  assessment_comments: 'One day',
  reasonable_period_end_date: '2026-12-15T00:00:00.000Z',
};

const pathOf = ({ wrn, prn, crn }: GivenAlteration): string => `/works/${wrn}/permits/${prn}/alterations/${crn}/status`;

const assess = (alteration: GivenAlteration, request: object, who: Who = 'ellerdale') =>
  api.as(who).put(pathOf(alteration), request);

const extension = async (): Promise<GivenAlteration> => given.alteration(await given.startedWork(), FURTHER_END);

const changeRequest = async (): Promise<GivenAlteration> => given.alteration(await given.grantedWork(), FURTHER_END);

const imposed = async (): Promise<GivenAlteration> => given.alteration(await given.work(), FURTHER_END);

async function modified(): Promise<GivenAlteration> {
  const work = await given.work();
  const question = { assessment_status: 'permit_modification_request', pending_change_details: 'Shorter please' };
  await given.assess(work, question);
  return given.alteration(work, FURTHER_END);
}

const workOf = async ({ wrn }: GivenWork) => body(await api.as('northbeck').get(`/works/${wrn}`), 200);

const newest = async (work: GivenWork): Promise<object> => {
  const { history } = (await workOf(work)) as { history: object[] };
  return history[0]!;
};

describe('PUT …/alterations/{reference}/status', () => {
  it.each([
    ['a change request', changeRequest],
    ['a work extension', extension],
  ])('that grants %s copies its values to the permit and its work', async (_, make) => {
    const alteration = await make();
    expect((await assess(alteration, GRANT)).status).toBe(204);
    expect(await given.shown(alteration)).toMatchObject({
      alteration_status: 'granted',
      assessment_discount: 20,
      assessment_comments: 'Agreed',
      original: { proposed_end_date: '2026-12-14T00:00:00.000Z' },
      proposed: FURTHER_END,
    });
    expect(await given.permit(alteration)).toMatchObject({
      ...FURTHER_END,
      reasonable_period_end_date: '2026-12-16T00:00:00.000Z',
      calendar_day_duration: 10,
      working_day_duration: 8,
      work_category: 'standard',
      assessment_discount: 0,
      permit_status: 'granted',
      permit_alterations: [{ alteration_status: 'granted' }],
    });
    expect(await workOf(alteration)).toMatchObject({ work_end_date: '2026-12-16T00:00:00.000Z' });
    expect(await newest(alteration)).toMatchObject({
      event: 'alteration_granted',
      topic: 'ChangeRequest',
      object_reference: alteration.crn,
      username: 'officer@ellerdale.example',
    });
  });

  it('that refuses leaves the permit as it was, open for another', async () => {
    const alteration = await changeRequest();
    const before = await given.permit(alteration);
    expect((await assess(alteration, REFUSE)).status).toBe(204);
    const after = await given.permit(alteration);
    expect({ ...after, permit_alterations: [] }).toEqual({ ...before, permit_alterations: [] });
    expect(await newest(alteration)).toMatchObject({ event: 'alteration_refused', object_reference: alteration.crn });
    expect((await given.alteration(alteration, FURTHER_END)).crn).toBe(`${alteration.prn}-CR-02`);
  });

  it('that challenges the duration of an extension changes the reasonable period alone', async () => {
    const alteration = await extension();
    expect((await assess(alteration, CHALLENGE)).status).toBe(204);
    expect(await given.shown(alteration)).toMatchObject({ alteration_status: 'granted_with_duration_challenge' });
    expect(await given.permit(alteration)).toMatchObject({
      proposed_end_date: '2026-12-14T00:00:00.000Z',
      reasonable_period_end_date: '2026-12-15T00:00:00.000Z',
      is_duration_challenged: true,
      assessment_comments: 'One day',
      working_day_duration: 6,
    });
    expect(await workOf(alteration)).toMatchObject({ work_end_date: '2026-12-14T00:00:00.000Z' });
    expect(await newest(alteration)).toMatchObject({ event: 'alteration_granted_with_duration_challenge' });
  });

  it('keeps the challenged period when a later extension is granted', async () => {
    const first = await extension();
    await given.answer(first, CHALLENGE);
    const second = await given.alteration(first, { proposed_end_date: '2026-12-18T00:00:00.000Z' });
    await given.answer(second, GRANT);
    expect(await given.permit(second)).toMatchObject({
      proposed_end_date: '2026-12-18T00:00:00.000Z',
      reasonable_period_end_date: '2026-12-15T00:00:00.000Z',
      is_duration_challenged: true,
    });
  });

  it('that grants the answer to a modification request leaves the permit to be assessed', async () => {
    const alteration = await modified();
    const finally_ = { assessment_status: 'granted', assessment_discount: 0 };
    const path = `/works/${alteration.wrn}/permits/${alteration.prn}/assessment`;
    expect((await api.as('ellerdale').put(path, finally_)).status).toBe(412);
    expect((await assess(alteration, CHALLENGE)).body.message).toBe(
      'Only a work extension can be granted with a duration challenge',
    );
    await given.answer(alteration, GRANT);
    const granted = { permit_status: 'permit_modification_request', ...FURTHER_END };
    expect(await given.permit(alteration)).toMatchObject(granted);
    await given.assess(alteration, finally_);
    expect(await given.permit(alteration)).toMatchObject({ ...granted, permit_status: 'granted' });
  });

  it('may refuse one answer to a modification request after another', async () => {
    const first = await modified();
    await given.answer(first, REFUSE);
    const second = await given.alteration(first, { proposed_end_date: '2026-12-15T00:00:00.000Z' });
    expect(await given.shown(second)).toMatchObject({ alteration_type: 'MODIFIED_PERMIT' });
    expect(await given.permit(second)).toMatchObject({ proposed_end_date: '2026-12-14T00:00:00.000Z' });
  });

  it.each<[string, () => Promise<GivenAlteration>, object, string[]]>([
    ['a grant without a discount', changeRequest, { alteration_status: 'granted' }, ['assessment_discount']],
    ['a refusal without comments', changeRequest, { alteration_status: 'refused' }, ['assessment_comments']],
    [
      'a challenge without date and comments',
      extension,
      { alteration_status: 'granted_with_duration_challenge' },
      ['assessment_comments', 'reasonable_period_end_date'],
    ],
    ['a status that comes about by itself', changeRequest, { alteration_status: 'deemed' }, ['alteration_status']],
    ['too large a discount', changeRequest, { ...GRANT, assessment_discount: 101 }, ['assessment_discount']],
    [
      'a challenge until the end that was asked for',
      extension,
      { ...CHALLENGE, reasonable_period_end_date: '2026-12-16T00:00:00Z' },
      ['reasonable_period_end_date'],
    ],
    [
      'a challenge until before the end that the permit has',
      extension,
      { ...CHALLENGE, reasonable_period_end_date: '2026-12-13T00:00:00Z' },
      ['reasonable_period_end_date'],
    ],
  ])('refuses %s', async (_, make, request, fields) => {
    const alteration = await make();
    const reply = await assess(alteration, request);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.error.fields).sort()).toEqual(fields);
    expect(await given.shown(alteration)).toMatchObject({ alteration_status: 'submitted' });
  });

  const decided = async (): Promise<GivenAlteration> => {
    const alteration = await changeRequest();
    await given.answer(alteration, REFUSE);
    return alteration;
  };
  const nothingWaits = 'A highway authority officer can only assess permit alterations that are awaiting assessment';

  it.each<[string, () => Promise<GivenAlteration>, object, string]>([
    ['what applied at once', imposed, GRANT, nothingWaits],
    ['what is decided', decided, GRANT, nothingWaits],
    [
      'a challenge of a change request',
      changeRequest,
      CHALLENGE,
      'Only a work extension can be granted with a duration challenge',
    ],
  ])('refuses %s in this state', async (_, make, request, message) => {
    const alteration = await make();
    const before = await given.permit(alteration);
    expect(await assess(alteration, request)).toMatchObject({ status: 412, body: { message } });
    expect(await given.permit(alteration)).toEqual(before);
  });

  it.each(['nobody', 'northbeck', 'marshfield', 'contractor'] as const)('is not for %s', async (who) => {
    expect((await assess(await changeRequest(), GRANT, who)).status).toBe(401);
  });

  it('knows no unknown alteration', async () => {
    const alteration = await changeRequest();
    expect((await assess({ ...alteration, crn: `${alteration.prn}-CR-02` }, GRANT)).status).toBe(404);
  });
});

describe('an alteration that waits while a late start moves the end', () => {
  beforeAll(() => api.moveTo({ now: '2026-12-09T09:00:00.000Z' }));
  afterAll(() => api.moveTo({ now: START }));

  const start = ({ wrn }: GivenWork) =>
    api.as('northbeck').put(`/works/${wrn}/start`, { actual_start_date: '2026-12-09T08:00:00.000Z' });
  const late = {
    proposed_start_time: '2026-12-07T08:00:00.000Z',
    early_start_pre_approval: false,
    early_start_reason: 'A leak',
  };

  it.each([
    ['leaves it there when it did not touch it', {}, '2026-12-16T00:00:00.000Z', 6],
    [
      'moves it when it asked for that',
      { proposed_end_date: '2026-12-18T00:00:00.000Z' },
      '2026-12-18T00:00:00.000Z',
      8,
    ],
  ])('%s', async (_, change, end, workingDays) => {
    const alteration = await given.alteration(await given.grantedWork(late), { additional_info: 'Quiet', ...change });
    body(await start(alteration), 204);
    expect(await given.permit(alteration)).toMatchObject({ proposed_end_date: '2026-12-16T00:00:00.000Z' });
    await given.answer(alteration, GRANT);
    expect(await given.permit(alteration)).toMatchObject({
      additional_info: 'Quiet',
      proposed_end_date: end,
      reasonable_period_end_date: end,
      working_day_duration: workingDays,
      work_category: 'standard',
    });
    expect(await workOf(alteration)).toMatchObject({ work_end_date: end });
  });
});

describe('what becomes of a pending alteration', () => {
  const permitPath = ({ wrn, prn }: GivenWork): string => `/works/${wrn}/permits/${prn}`;

  it.each<[string, () => Promise<GivenAlteration>, Who, (work: GivenWork) => string, object, string, string[]]>([
    [
      'cancelled with its permit',
      changeRequest,
      'northbeck',
      (work) => `${permitPath(work)}/status`,
      { permit_status: 'cancelled' },
      'cancelled',
      ['permit_cancelled', 'alteration_cancelled'],
    ],
    [
      'cancelled when the works stop',
      extension,
      'northbeck',
      ({ wrn }) => `/works/${wrn}/stop`,
      { actual_stop_date: START },
      'cancelled',
      ['work_stop_logged', 'alteration_cancelled'],
    ],
    [
      'revoked with its permit',
      changeRequest,
      'ellerdale',
      (work) => `${permitPath(work)}/assessment`,
      { assessment_status: 'revoked', revoke_reason: 'a festival' },
      'revoked',
      ['permit_revoked'],
    ],
  ])('%s', async (_, make, who, path, request, status, events) => {
    const alteration = await make();
    const known = (await given.events(alteration.wrn)).length;
    body(await api.as(who).put(path(alteration), request), 204);
    expect(await given.shown(alteration)).toMatchObject({ alteration_status: status });
    expect((await given.events(alteration.wrn)).slice(known)).toEqual(events);
    expect((await assess(alteration, GRANT)).status).toBe(412);
  });
});

describe('at the same time', () => {
  it('two officers decide once', async () => {
    const alteration = await changeRequest();
    const replies = await Promise.all([assess(alteration, GRANT), assess(alteration, REFUSE)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 412]);
    const { alteration_status: status } = await given.shown(alteration);
    expect(status).toBe(replies[0].status === 204 ? 'granted' : 'refused');
    expect(await given.permit(alteration)).toMatchObject({
      proposed_end_date: status === 'granted' ? FURTHER_END.proposed_end_date : '2026-12-14T00:00:00.000Z',
    });
  });

  it.each([1, 2, 3])('a grant and a stop of the works happen in turn (%i)', async () => {
    const alteration = await extension();
    const known = (await given.events(alteration.wrn)).length;
    const [grant, stop] = await Promise.all([
      assess(alteration, GRANT),
      api.as('northbeck').put(`/works/${alteration.wrn}/stop`, { actual_stop_date: START }),
    ]);
    expect(stop.status).toBe(204);
    const wasFirst = grant.status === 204;
    expect(grant.status).toBe(wasFirst ? 204 : 412);
    expect(await given.shown(alteration)).toMatchObject({
      alteration_status: wasFirst ? 'granted' : 'cancelled',
      permit_status: 'closed',
    });
    expect((await given.events(alteration.wrn)).slice(known)).toEqual(
      wasFirst ? ['alteration_granted', 'work_stop_logged'] : ['work_stop_logged', 'alteration_cancelled'],
    );
    expect(await given.permit(alteration)).toMatchObject({
      proposed_end_date: wasFirst ? FURTHER_END.proposed_end_date : '2026-12-14T00:00:00.000Z',
    });
    expect(await workOf(alteration)).toMatchObject({ work_end_date: START, work_status: 'completed' });
  });
});

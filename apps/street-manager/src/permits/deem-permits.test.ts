import { prepared } from '@switchyard/db';
import { randomIds } from '@switchyard/domain';
import { createLogger, listen } from '@switchyard/http';
import { call } from '@switchyard/testing';
import { readConfig } from '../config';
import { startStreetManager } from '../start';
import { body, permitBody } from '../testing/given';
import type { GivenWork } from '../testing/given';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();
beforeEach(() => api.moveTo({ now: START }));

/** Three working days: an answer is due within two. */
const minor = { proposed_end_date: '2026-12-09T00:00:00.000Z' };
const MINOR_DEADLINE = '2026-11-23T16:30:00.000Z';
const STANDARD_DEADLINE = '2026-11-26T16:30:00.000Z';
const major = {
  is_ttro_required: true,
  proposed_start_date: '2027-03-01T00:00:00.000Z',
  proposed_end_date: '2027-03-05T00:00:00.000Z',
};
const MAJOR_DEADLINE = '2026-12-17T16:30:00.000Z';

const after = (deadline: string): string => new Date(Date.parse(deadline) + 1).toISOString();
const historyOf = async ({ wrn }: GivenWork) =>
  body<{ history: Record<string, unknown>[] }>(await api.as('northbeck').get(`/works/${wrn}`), 200).history;
const put = async ({ wrn }: GivenWork, path: string, request: object): Promise<unknown> =>
  body(await api.as('northbeck').put(`/works/${wrn}/${path}`, request), 204);

describe('a permit that the authority leaves unanswered', () => {
  it.each([
    [minor, MINOR_DEADLINE, 'permit_deemed', 'Permit'],
    [{}, STANDARD_DEADLINE, 'permit_deemed', 'Permit'],
    [major, MAJOR_DEADLINE, 'paa_deemed', 'PAA'],
  ])('is granted once its deadline has passed: %j', async (more, deadline, event, topic) => {
    const work = await given.work(more);
    await api.moveTo({ now: deadline });
    expect(await given.permit(work)).toMatchObject({
      permit_status: 'submitted',
      deadline_date: deadline,
      is_deemed: false,
    });
    await api.moveTo({ now: after(deadline) });
    expect(await given.permit(work)).toMatchObject({
      permit_status: 'granted',
      assessment_status: 'granted',
      is_deemed: true,
      date_modified: deadline,
    });
    const [newest] = await historyOf(work);
    expect(newest).toMatchObject({
      event,
      topic,
      object_reference: work.prn,
      action_date: deadline,
      username: 'Street Manager',
    });
  });

  it('is granted however late it is looked at, in the order of the deadlines', async () => {
    const works = [await given.work(major), await given.work(), await given.work(minor)];
    await api.moveTo({ now: '2027-02-01T09:00:00.000Z' });
    const deemed = (await Promise.all(works.map(historyOf))).map(([newest]) => newest!);
    expect(deemed.map(({ action_date }) => action_date)).toEqual([MAJOR_DEADLINE, STANDARD_DEADLINE, MINOR_DEADLINE]);
    const [ofMajor, ofStandard, ofMinor] = deemed.map(({ update_id }) => update_id as number);
    expect(ofMinor!).toBeLessThan(ofStandard!);
    expect(ofStandard!).toBeLessThan(ofMajor!);
  });

  it('keeps its place in time among the alterations that are deemed', async () => {
    const altered = await given.grantedWork();
    const alteration = { ...permitBody(), permit_alteration_reason: 'Weather', additional_info: 'Phone first' };
    body(await api.as('northbeck').post(`/works/${altered.wrn}/permits/${altered.prn}/alterations`, alteration), 201);
    const later = await given.work();
    await api.moveTo({ now: '2026-11-23T16:00:00.000Z' });
    const latest = await given.work(minor);
    await api.moveTo({ now: '2027-02-01T09:00:00.000Z' });
    const deemed = (await Promise.all([altered, latest, later].map(historyOf))).map(([newest]) => newest!);
    expect(deemed.map(({ event, action_date }) => [event, action_date])).toEqual([
      ['alteration_deemed', MINOR_DEADLINE],
      ['permit_deemed', '2026-11-24T16:30:00.000Z'],
      ['permit_deemed', STANDARD_DEADLINE],
    ]);
    const order = deemed.map(({ update_id }) => update_id as number);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('is granted once the works have begun too, and stays theirs', async () => {
    const work = await given.immediateWork();
    await api.moveTo({ now: after(MINOR_DEADLINE) });
    expect(await given.permit(work)).toMatchObject({
      permit_status: 'granted',
      work_status: 'in_progress',
      is_deemed: true,
    });
  });

  it('takes its advance authorisation along', async () => {
    const paa = await given.work(major);
    const permit = await given.furtherPermit(paa, major);
    await api.moveTo({ now: after(MAJOR_DEADLINE) });
    expect(await given.permit(permit)).toMatchObject({ permit_status: 'granted', is_deemed: true });
    expect(await given.permit(paa)).toMatchObject({
      permit_status: 'progressed',
      assessment_status: 'granted_auto',
      is_deemed: false,
      date_modified: MAJOR_DEADLINE,
    });
    const [ofPaa, ofPermit] = await historyOf(paa);
    expect(ofPermit).toMatchObject({
      event: 'permit_deemed',
      object_reference: permit.prn,
      action_date: MAJOR_DEADLINE,
    });
    expect(ofPaa).toMatchObject({ event: 'paa_granted', object_reference: paa.prn, action_date: MAJOR_DEADLINE });
  });

  it('is left alone where it is decided, asked about, closed or cancelled', async () => {
    const [refused, asked, closed, cancelled] = [
      await given.work(),
      await given.work(),
      await given.work(),
      await given.work(),
    ];
    await given.assess(refused, {
      assessment_status: 'refused',
      reasons_for_refusal: ['RC10'],
      additional_comments: 'x',
    });
    await given.assess(asked, { assessment_status: 'permit_modification_request', pending_change_details: 'Shorter' });
    await put(closed, 'start', { actual_start_date: START });
    await put(closed, 'stop', { actual_stop_date: START });
    await put(cancelled, `permits/${cancelled.prn}/status`, { permit_status: 'cancelled' });
    const works = [refused, asked, closed, cancelled];
    const before = await Promise.all(works.map(historyOf));
    await api.moveTo({ now: '2027-02-01T09:00:00.000Z' });
    expect(await Promise.all(works.map(historyOf))).toEqual(before);
  });

  it('is granted on its return where a stop that is taken back returns it after its deadline', async () => {
    const work = await given.work();
    await put(work, 'start', { actual_start_date: START });
    await put(work, 'stop', { actual_stop_date: START });
    const returned = '2026-12-01T09:00:00.000Z';
    await api.moveTo({ now: returned });
    await put(work, 'revert-stop', { revert_reason: 'Not finished' });
    await api.moveTo({ advance: 'PT1S' });
    const [newest] = await historyOf(work);
    expect(newest).toMatchObject({ event: 'permit_deemed', action_date: returned });
  });

  it('is either decided by an officer or deemed, never both', async () => {
    const works = await Promise.all(Array.from({ length: 8 }, () => given.work(minor)));
    await api.moveTo({ now: MINOR_DEADLINE });
    const grant = { assessment_status: 'granted', assessment_discount: 5 };
    const officer = api.as('ellerdale');
    const move = call(`${api.url()}/sandbox/clock`, 'PUT', {
      headers: { 'Content-Type': 'application/json' },
      body: { now: after(MINOR_DEADLINE) },
    });
    const decide = ({ wrn, prn }: GivenWork) => officer.put(`/works/${wrn}/permits/${prn}/assessment`, grant);
    const [replies] = await Promise.all([Promise.all(works.map(decide)), move]);
    for (const [index, work] of works.entries()) {
      const decided = (await given.events(work.wrn)).filter((event) => /granted|deemed/.test(event));
      expect(decided).toEqual([replies[index]!.status === 204 ? 'permit_granted' : 'permit_deemed']);
    }
  });
});

describe('two services on one database', () => {
  const waiting = prepared<{ count: number }>(
    'test-waiting',
    `select count(*)::integer as count from permit where status = 'submitted' and work_reference = any($1)`,
  );

  it('deem each permit once, and answer when all of it is done', async () => {
    const config = readConfig({ DATABASE_URL: api.db().url, LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '4' });
    const second = await startStreetManager(config, createLogger('test', config.logLevel, false), randomIds);
    const listening = await listen(second.service, '127.0.0.1', 0);
    try {
      const works = await Promise.all(Array.from({ length: 24 }, () => given.work(minor)));
      const moveAndCount = async (url: string): Promise<number> => {
        const { status } = await call(`${url}/sandbox/clock`, 'PUT', {
          headers: { 'Content-Type': 'application/json' },
          body: { now: after(MINOR_DEADLINE) },
        });
        expect(status).toBe(200);
        return (await api
          .db()
          .reader()
          .first(waiting, [works.map(({ wrn }) => wrn)]))!.count;
      };
      expect(await Promise.all([moveAndCount(api.url()), moveAndCount(listening.url)])).toEqual([0, 0]);
      await api.moveTo({ now: after(MINOR_DEADLINE) });
      for (const work of works) {
        expect((await given.events(work.wrn)).filter((event) => event === 'permit_deemed')).toHaveLength(1);
        expect(await given.permit(work)).toMatchObject({ permit_status: 'granted', date_modified: MINOR_DEADLINE });
      }
    } finally {
      await listening.stop(1_000);
      await second.stop();
    }
  });
});

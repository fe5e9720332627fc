import { body } from '../../testing/given';
import type { GivenWork } from '../../testing/given';
import { streetManager } from '../../testing/street-manager';

const { api, given } = streetManager();

/** Minor works from Monday 7 to Wednesday 9 December: two working days to begin in. */
const minor = {
  proposed_end_date: '2026-12-09T00:00:00.000Z',
  proposed_end_time: '2026-12-09T15:30:00.000Z',
};

const put = async (work: GivenWork, path: string, request: object): Promise<unknown> =>
  body(await api.as('northbeck').put(`/works/${work.wrn}/${path}`, request), 204);

/** Works that were granted before the clock moves, and begin when it stands at this instant. */
async function begunAt(works: readonly GivenWork[], now: string): Promise<void> {
  await api.moveTo({ now });
  for (const work of works) await put(work, 'start', { actual_start_date: now });
}

describe('the end date of works that start late', () => {
  it('slides with a start within the validity period and returns with the start', async () => {
    const work = await given.grantedWork(minor);
    const onTime = await given.grantedWork(minor);
    const sensitive = await given.grantedWork({ ...minor, permit_asds: [{ street_special_desig_code: 2 }] });
    await begunAt([onTime], '2026-12-07T09:00:00.000Z');
    await begunAt([work, sensitive], '2026-12-08T09:00:00.000Z');

    for (const stays of [onTime, sensitive]) {
      expect(await given.permit(stays)).toMatchObject({ proposed_end_date: minor.proposed_end_date });
    }
    expect(await given.permit(work)).toMatchObject({
      proposed_start_date: '2026-12-07T00:00:00.000Z',
      actual_start_date: '2026-12-08T09:00:00.000Z',
      proposed_end_date: '2026-12-10T00:00:00.000Z',
      proposed_end_time: '2026-12-10T15:30:00.000Z',
      reasonable_period_end_date: '2026-12-10T00:00:00.000Z',
      working_day_duration: 3,
    });
    const shown = body(await api.as('northbeck').get(`/works/${work.wrn}`), 200);
    expect(shown).toMatchObject({
      work_end_date: '2026-12-10T00:00:00.000Z',
      work_end_time: '2026-12-10T15:30:00.000Z',
    });

    await put(work, 'revert-start', { revert_reason: 'Crew was elsewhere' });
    expect(await given.permit(work)).toMatchObject({ ...minor, reasonable_period_end_date: minor.proposed_end_date });
    expect(body(await api.as('northbeck').get(`/works/${work.wrn}`), 200)).toMatchObject({
      work_start_date: '2026-12-07T00:00:00.000Z',
      work_end_date: minor.proposed_end_date,
      work_end_time: minor.proposed_end_time,
    });
  });

  it('stays once the validity period is over', async () => {
    const dates = { proposed_start_date: '2026-12-14T00:00:00.000Z', proposed_end_date: '2026-12-16T00:00:00.000Z' };
    const work = await given.grantedWork(dates);
    await begunAt([work], '2026-12-16T09:00:00.000Z');
    expect(await given.permit(work)).toMatchObject(dates);
  });
});

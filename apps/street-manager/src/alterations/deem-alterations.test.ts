import { tmpdir } from 'node:os';
import { createLogger, listen } from '@switchyard/http';
import { call } from '@switchyard/testing';
import { randomIds } from '@switchyard/domain';
import { readConfig } from '../config';
import { startStreetManager } from '../start';
import { body } from '../testing/given';
import type { GivenAlteration } from '../testing/given';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const FURTHER_END = { proposed_end_date: '2026-12-16T00:00:00.000Z' };
const DEADLINE = '2026-11-23T16:30:00.000Z';

const changeRequest = async (): Promise<GivenAlteration> => given.alteration(await given.grantedWork(), FURTHER_END);

async function modified(): Promise<GivenAlteration> {
  const work = await given.work();
  await given.assess(work, { assessment_status: 'permit_modification_request', pending_change_details: 'Shorter' });
  return given.alteration(work, FURTHER_END);
}

const historyOf = async ({ wrn }: { wrn: string }): Promise<Record<string, unknown>[]> =>
  body<{ history: Record<string, unknown>[] }>(await api.as('northbeck').get(`/works/${wrn}`), 200).history;

beforeEach(() => api.moveTo({ now: START }));

describe('an alteration that nobody answers', () => {
  it('stands until its deadline, and deems as of that instant', async () => {
    const alteration = await changeRequest();
    await api.moveTo({ now: DEADLINE });
    expect(await given.shown(alteration)).toMatchObject({ alteration_status: 'submitted' });
    await api.moveTo({ now: '2026-11-24T09:00:00.000Z' });
    expect(await given.shown(alteration)).toMatchObject({ alteration_status: 'deemed', permit_status: 'granted' });
    expect(await given.permit(alteration)).toMatchObject({
      ...FURTHER_END,
      working_day_duration: 8,
      date_modified: DEADLINE,
      is_deemed: false,
    });
    expect(await historyOf(alteration)).toMatchObject([
      {
        event: 'alteration_deemed',
        topic: 'ChangeRequest',
        object_reference: alteration.crn,
        action_date: DEADLINE,
        username: 'Street Manager',
      },
      { event: 'alteration_submitted' },
      {},
      {},
      {},
    ]);
  });

  it('as the answer to a modification request deems, and the permit still awaits its assessment', async () => {
    const alteration = await modified();
    await api.moveTo({ now: '2026-12-04T09:00:00.000Z' });
    expect(await given.permit(alteration)).toMatchObject({
      ...FURTHER_END,
      permit_status: 'permit_modification_request',
      permit_alterations: [{ alteration_status: 'deemed' }],
    });
  });

  it('does not deem where it never waited', async () => {
    const alteration = await given.alteration(await given.work(), FURTHER_END);
    await api.moveTo({ now: '2026-12-04T09:00:00.000Z' });
    expect(await given.shown(alteration)).toMatchObject({ alteration_status: 'submitted', permit_status: 'granted' });
    expect(await given.events(alteration.wrn)).not.toContain('alteration_deemed');
  });

  it('deems between the permits of other works, in the order of their time', async () => {
    const submitted = await given.work();
    const alteration = await changeRequest();
    const minor = await given.work({ proposed_end_date: '2026-12-08T00:00:00.000Z' });
    await api.moveTo({ now: '2026-11-27T09:00:00.000Z' });
    const rows = await Promise.all([minor, alteration, submitted].map(historyOf));
    const deemed = rows.map(([row]) => row!);
    expect(deemed).toMatchObject([
      { event: 'permit_deemed', action_date: DEADLINE },
      { event: 'alteration_deemed', action_date: DEADLINE },
      { event: 'permit_deemed', action_date: '2026-11-26T16:30:00.000Z' },
    ]);
    const ids = deemed.map((row) => row.update_id as number);
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
  });

  it('deems once, however many processes look for it', async () => {
    const alterations = await Promise.all(Array.from({ length: 6 }, changeRequest));
    const others = await Promise.all([1, 2].map(startAnother));
    const body = { now: '2026-11-24T09:00:00.000Z' };
    const headers = { 'Content-Type': 'application/json' };
    // Whoever's clock is moved does what is due before it answers.
    const urls = [api.url(), ...others.map(({ url }) => url)];
    const replies = await Promise.all(urls.map((url) => call(`${url}/sandbox/clock`, 'PUT', { body, headers })));
    await Promise.all(others.map(({ stop }) => stop()));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    await api.moveTo(body);
    for (const alteration of alterations) {
      const events = await given.events(alteration.wrn);
      expect(events.filter((event) => event === 'alteration_deemed')).toHaveLength(1);
    }
  }, 60_000);
});

/** Another process of the service, on the same database. */
async function startAnother(): Promise<{ url: string; stop(): Promise<void> }> {
  const config = readConfig({ DATABASE_URL: api.db().url, LOG_LEVEL: 'error', SWITCHYARD_DATA_DIR: tmpdir() });
  const running = await startStreetManager(config, createLogger('test', 'error', false), randomIds);
  const listening = await listen(running.service, '127.0.0.1', 0);
  const stop = async (): Promise<void> => {
    await listening.stop(1_000);
    await running.stop();
  };
  return { url: listening.url, stop };
}

import { query } from '@switchyard/db';
import { randomIds } from '@switchyard/domain';
import type { SampleCategory } from '@switchyard/domain/street-manager';
import { createLogger, listen } from '@switchyard/http';
import { readConfig } from '../config';
import { startStreetManager } from '../start';
import type { GivenWork } from '../testing/given';
import { body, inspectionBody } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const sql = (text: string, values: string[] = []): Promise<Record<string, unknown>[]> =>
  api.db().transaction((tx) => tx.rows(query.raw(text, values)));

beforeEach(async () => {
  await sql('truncate sample_target, work cascade');
  if (api.clock().now().toISOString() !== START) await api.moveTo({ now: START });
});

/** Agrees a target with these caps; gives its path. */
async function target(caps: Partial<Record<SampleCategory, number>>, promoter = '4312'): Promise<string> {
  const { a = 0, b = 0, c = 0 } = caps;
  const reply = await api.as('ellerdale').post('/sample-inspection-targets', {
    promoter_org_ref: promoter,
    agreed_category_a: 9,
    agreed_category_b: 9,
    agreed_category_c: 9,
    cap_category_a: a,
    cap_category_b: b,
    cap_category_c: c,
  });
  const made = body<{ sample_inspection_target_reference_number: string }>(reply, 201);
  return `/sample-inspection-targets/${made.sample_inspection_target_reference_number}`;
}

const request = async (who: Who = 'ellerdale') => api.as(who).post('/sample-inspection');

/** Lets the service do what is due, at the instant that its clock shows. */
async function whatIsDue(): Promise<void> {
  const clock = { now: api.clock().now().toISOString(), frozen: true };
  body(await api.as('nobody').put('/sandbox/clock', clock), 200);
}

async function draw(): Promise<void> {
  body(await request(), 204);
  await whatIsDue();
}

const ongoing = (end: string, who: Who = 'northbeck'): Promise<GivenWork> =>
  given.work(
    {
      is_ttro_required: undefined,
      work_type: 'immediate',
      immediate_risk: false,
      proposed_start_date: '2026-11-20T00:00:00.000Z',
      proposed_end_date: `${end}T00:00:00.000Z`,
      ...(who === 'southgate' && { promoter_swa_code: '4313' }),
    },
    who,
  );

interface Shown {
  sample_inspection_reference_number: string;
  inspection_category: string;
  expiry_date: string;
}

const shown = async ({ wrn }: GivenWork, who: Who = 'ellerdale'): Promise<Shown[]> =>
  body<{ sample_inspections: Shown[] }>(await api.as(who).get(`/works/${wrn}`), 200).sample_inspections;

/** The last days of the samples that each work shows. */
const days = async (...works: GivenWork[]): Promise<(string | undefined)[]> =>
  Promise.all(works.map(async (work) => (await shown(work))[0]?.expiry_date.slice(0, 10)));

interface Entry {
  event: string;
  action_date: string;
  username: string;
  object_reference: string;
  topic: string;
}

/** What the history of a work says of samples and inspections, oldest first. */
async function told({ wrn }: GivenWork): Promise<Entry[]> {
  const { history } = body<{ history: Entry[] }>(await api.as('ellerdale').get(`/works/${wrn}`), 200);
  return history.filter(({ event }) => event.includes('inspection')).reverse();
}

const events = async (work: GivenWork): Promise<string[]> => (await told(work)).map(({ event }) => event);

const actual = async (): Promise<unknown> =>
  (await sql('select actual from sample_target order by date_created'))[0]!.actual;

const withdraw = async ({ wrn }: GivenWork, reference: string): Promise<void> => {
  const reason = { reason_for_withdrawal: 'wrong_details', withdrawal_details: 'x' };
  body(await api.as('ellerdale').put(`/works/${wrn}/inspections/${reference}/withdraw`, reason), 204);
};

describe('POST /sample-inspection', () => {
  it('draws in the background what the cap leaves, the works with the least time first', async () => {
    await target({ a: 2 });
    const works = [await ongoing('2026-11-27'), await ongoing('2026-11-24'), await ongoing('2026-11-25')];
    const reply = await request('admin');
    expect([reply.status, reply.text]).toEqual([204, '']);
    await whatIsDue();
    expect(await days(...works)).toEqual([undefined, '2026-11-24', '2026-11-25']);
    const reference = `${works[1]!.wrn}-SI-A`;
    expect(await shown(works[1]!)).toEqual([
      {
        sample_inspection_reference_number: reference,
        inspection_category: 'a',
        inspection_category_string: 'a',
        expiry_date: '2026-11-24T00:00:00.000Z',
      },
    ]);
    expect(await told(works[1]!)).toMatchObject([
      {
        event: 'sample_inspection_created',
        topic: 'Inspection',
        object_reference: reference,
        username: 'Street Manager',
        action_date: START,
      },
    ]);
  });

  it('shows a sample to the authority alone', async () => {
    await target({ a: 1 });
    const work = await ongoing('2026-11-24');
    await draw();
    expect(await shown(work)).toHaveLength(1);
    expect(await shown(work, 'northbeck')).toEqual([]);
  });

  it('draws no more than the cap, however often it is asked', async () => {
    await target({ a: 1 });
    const works = [await ongoing('2026-11-24'), await ongoing('2026-11-25')];
    await Promise.all([request(), request('admin'), request()]);
    await Promise.all([whatIsDue(), whatIsDue(), whatIsDue()]);
    expect(await days(...works)).toEqual(['2026-11-24', undefined]);
    expect(await sql('select * from sample_draw')).toEqual([]);
  });

  it('draws again once a sample is completed, but never the same work', async () => {
    await target({ a: 1 });
    const works = [await ongoing('2026-11-24'), await ongoing('2026-11-25')];
    await draw();
    await given.inspection(works[0]!);
    await draw();
    expect(await days(...works)).toEqual([undefined, '2026-11-25']);
  });

  it('passes over works that have an inspection to come, have not begun or are not of the parties', async () => {
    await target({ a: 9 });
    const [planned, ours, others] = [
      await given.work(),
      await ongoing('2026-11-24'),
      await ongoing('2026-11-24', 'southgate'),
    ];
    const scheduled = await ongoing('2026-11-24');
    const toCome = { scheduled_inspection_type: 'live_site', scheduled_inspection_date: '2026-11-23T00:00:00.000Z' };
    body(await api.as('ellerdale').post(`/works/${scheduled.wrn}/scheduled-inspections`, toCome), 201);
    await draw();
    expect(await days(planned, ours, others, scheduled)).toEqual([undefined, '2026-11-24', undefined, undefined]);
  });

  it('draws nothing for a target that is closed by then', async () => {
    const path = await target({ a: 1 });
    const work = await ongoing('2026-11-24');
    await request();
    body(await api.as('ellerdale').put(`${path}/close`, {}), 204);
    await whatIsDue();
    expect(await shown(work)).toEqual([]);
  });

  it('counts once more what was issued while it waited for the target', async () => {
    await target({ a: 1 });
    const works = [await ongoing('2026-11-24'), await ongoing('2026-11-25')];
    let due: Promise<void> | undefined;
    await api.db().transaction(async (tx) => {
      await tx.rows(query.raw('select from sample_target for no key update'));
      body(await request(), 204);
      due = whatIsDue();
      const waiting =
        query.raw(`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%sample_target%'
        and datname = current_database()`);
      while ((await api.db().reader().rows(waiting)).length === 0);
      tx.send(
        query.raw(
          `insert into sample_inspection (reference, work_reference, category, status, target_reference, expiry_date,
             expires_at, highway_authority, promoter, usrn, search)
           select reference || '-SI-A', reference, 'a', 'issued', 'SMPL-ED-01', '2026-11-25', '2026-11-26T17:00:00Z',
             highway_authority, promoter, usrn, '' from work where reference = ?`,
          [works[1]!.wrn],
        ),
      );
    });
    await due;
    expect(await days(...works)).toEqual([undefined, '2026-11-25']);
  });

  it('keeps to the rules while works are inspected and the target is closed', async () => {
    const path = await target({ a: 9 });
    const works = await Promise.all(Array.from({ length: 6 }, () => ongoing('2026-11-24')));
    await request();
    const inspected = works.slice(0, 3);
    const [closed] = await Promise.all([
      api.as('ellerdale').put(`${path}/close`, {}),
      whatIsDue(),
      ...inspected.map((work) => given.inspection(work)),
      whatIsDue(),
    ]);
    expect(closed.status).toBe(204);
    await whatIsDue();
    expect(await sql(`select from sample_inspection where status = 'issued'`)).toEqual([]);
    expect(await sql('select from sample_draw')).toEqual([]);
    const counted = await sql('select from inspection where target_reference is not null');
    expect(await actual()).toEqual([counted.length, 0, 0]);
    const completed = await sql(`select work_reference from sample_inspection where status = 'completed'`);
    for (const { work_reference } of completed) {
      expect(inspected.map(({ wrn }) => wrn)).toContain(work_reference);
    }
  });

  it.each(['northbeck', 'contractor', 'nobody'] as const)('is refused to %s', async (who) => {
    expect((await request(who)).status).toBe(401);
  });
});

describe('the samples of sites', () => {
  it.each<[SampleCategory, string, object, string | undefined]>([
    ['b', 'a recent excavation', { reinstatement_date: '2026-09-01T00:00:00Z' }, '2027-03-01'],
    ['b', 'one of six months ago', { reinstatement_date: '2026-05-20T00:00:00Z' }, '2026-11-20'],
    ['b', 'an older one', { reinstatement_date: '2026-05-19T00:00:00Z' }, undefined],
    ['b', 'holes', { reinstatement_date: '2026-09-01T00:00:00Z', type: 'bar_holes' }, undefined],
    ['b', 'one that another has followed', { reinstatement_date: '2026-09-01T00:00:00Z', is_latest: false }, undefined],
    ['c', 'a guarantee that ends soon', { status: 'permanent', end_date: '2027-02-20T00:00:00Z' }, '2027-02-20'],
    ['c', 'one that ends later', { status: 'permanent', end_date: '2027-02-21T00:00:00Z' }, undefined],
    ['c', 'one that has ended', { status: 'permanent', end_date: '2026-11-19T00:00:00Z' }, undefined],
    ['c', 'an interim one', { status: 'interim', end_date: '2027-02-20T00:00:00Z' }, undefined],
  ])('of category %s: %s', async (category, _, site, expected) => {
    await target({ [category]: 5 });
    const work = await given.startedWork();
    await given.site(work);
    const columns = Object.entries(site);
    await sql(
      `update reinstatement set ${columns.map(([name]) => `${name} = ?`).join(', ')} where work_reference = ?`,
      [...columns.map(([, value]) => String(value)), work.wrn],
    );
    await draw();
    expect(await days(work)).toEqual([expected]);
    if (expected) expect((await shown(work))[0]!.inspection_category).toBe(category);
  });

  it('is one of each category for a work', async () => {
    await target({ a: 1, b: 1, c: 1 });
    const work = await given.startedWork();
    await given.site(work);
    await sql(`update reinstatement set status = 'permanent', end_date = '2027-01-31'`);
    await draw();
    expect((await shown(work)).map((sample) => sample.sample_inspection_reference_number)).toEqual(
      ['A', 'B', 'C'].map((letter) => `${work.wrn}-SI-${letter}`),
    );
  });
});

describe('an inspection of a sampled category', () => {
  it('counts, and completes the sample of the work; withdrawing it undoes both', async () => {
    await target({ a: 1 });
    const work = await ongoing('2026-11-24');
    await draw();
    const reference = await given.inspection(work);
    expect(await shown(work)).toEqual([]);
    expect(await actual()).toEqual([1, 0, 0]);
    await withdraw(work, reference);
    expect(await days(work)).toEqual(['2026-11-24']);
    expect(await actual()).toEqual([0, 0, 0]);
    expect(await told(work)).toMatchObject([
      { event: 'sample_inspection_created' },
      { event: 'inspection_passed', username: 'officer@ellerdale.example' },
      { event: 'sample_inspection_completed', object_reference: `${work.wrn}-SI-A`, username: 'Street Manager' },
      { event: 'inspection_withdrawn', username: 'officer@ellerdale.example' },
    ]);
    await given.inspection(work);
    expect(await shown(work)).toEqual([]);
  });

  it('is counted without a sample as well, and by many at once', async () => {
    await target({});
    const works = [await ongoing('2026-11-24'), await ongoing('2026-11-24'), await ongoing('2026-11-24')];
    const references = await Promise.all(works.map((work) => given.inspection(work)));
    expect(await actual()).toEqual([3, 0, 0]);
    await withdraw(works[0]!, references[0]!);
    expect(await actual()).toEqual([2, 0, 0]);
  });

  it('says nothing to a sample of another category', async () => {
    await target({ a: 1 });
    const work = await ongoing('2026-11-24');
    await draw();
    await given.inspection(work, { inspection_type: 'reinstatement', inspection_category: 'b' });
    await given.inspection(work, { inspection_category: 'routine' });
    expect(await days(work)).toEqual(['2026-11-24']);
    expect(await actual()).toEqual([0, 1, 0]);
  });

  it('is counted for historic works, which no sample is of', async () => {
    await target({ a: 1 });
    const reply = await api.as('ellerdale').post('/historic-works/inspections', {
      ...inspectionBody(),
      promoter_swa_code: '4312',
      highway_authority_swa_code: '2845',
      works_coordinates: { type: 'Point', coordinates: [431881.5, 436121] },
      usrn: 8412007,
      historical_permit_reference: 'OLD-9',
      works_location_description: 'Outside number 18',
    });
    expect(reply.status).toBe(201);
    expect(await actual()).toEqual([1, 0, 0]);
  });

  it('is not counted twice over: a target that followed keeps its own count', async () => {
    const path = await target({ a: 1 });
    const work = await ongoing('2026-11-24');
    const reference = await given.inspection(work);
    body(await api.as('ellerdale').put(`${path}/close`, {}), 204);
    await target({ a: 1 });
    const counts = () => sql('select actual from sample_target order by reference');
    expect(await counts()).toEqual([{ actual: [1, 0, 0] }, { actual: [0, 0, 0] }]);
    await withdraw(work, reference);
    expect(await counts()).toEqual([{ actual: [0, 0, 0] }, { actual: [0, 0, 0] }]);
    await given.inspection(work);
    expect(await counts()).toEqual([{ actual: [0, 0, 0] }, { actual: [1, 0, 0] }]);
  });
});

describe('a sample expires', () => {
  it('at 17:00 UTC of the day after its last', async () => {
    await target({ a: 1 });
    const work = await ongoing('2026-11-24');
    await draw();
    await api.moveTo({ now: '2026-11-25T16:59:59.999Z' });
    expect(await days(work)).toEqual(['2026-11-24']);
    await api.moveTo({ now: '2026-11-25T17:00:00.000Z' });
    expect(await shown(work)).toEqual([]);
    expect((await told(work)).at(-1)).toMatchObject({
      event: 'sample_inspection_expired',
      object_reference: `${work.wrn}-SI-A`,
      username: 'Street Manager',
      action_date: '2026-11-25T17:00:00.000Z',
    });
  });

  it('in its turn when days were missed, and leaves room for others', async () => {
    await target({ a: 2 });
    const works = [await ongoing('2026-11-26'), await ongoing('2026-11-24'), await ongoing('2026-12-18')];
    await draw();
    await api.moveTo({ now: '2026-12-10T09:00:00.000Z' });
    const rows = await sql(
      `select object_reference, at from history where event = 'sample_inspection_expired' order by update_id`,
    );
    expect(rows).toEqual([
      { object_reference: `${works[1]!.wrn}-SI-A`, at: new Date('2026-11-25T17:00:00.000Z') },
      { object_reference: `${works[0]!.wrn}-SI-A`, at: new Date('2026-11-27T17:00:00.000Z') },
    ]);
    await draw();
    expect(await days(...works)).toEqual([undefined, undefined, '2026-12-18']);
  });

  it('with its target, at once', async () => {
    const path = await target({ a: 2 });
    const works = [await ongoing('2026-11-24'), await ongoing('2026-11-25')];
    await draw();
    const reference = await given.inspection(works[0]!);
    body(await api.as('ellerdale').put(`${path}/close`, {}), 204);
    expect(await shown(works[1]!)).toEqual([]);
    expect(await events(works[1]!)).toEqual(['sample_inspection_created', 'sample_inspection_expired']);
    expect((await events(works[0]!)).at(-1)).toBe('sample_inspection_completed');
    await withdraw(works[0]!, reference);
    expect(await shown(works[0]!)).toEqual([]);
    expect((await events(works[0]!)).slice(-2)).toEqual(['inspection_withdrawn', 'sample_inspection_expired']);
  });

  it('with the next run when it was reopened after its last day', async () => {
    await target({ a: 1 });
    const work = await ongoing('2026-11-24');
    await draw();
    const reference = await given.inspection(work);
    await api.moveTo({ now: '2026-12-01T09:00:00.000Z' });
    await withdraw(work, reference);
    await whatIsDue();
    expect(await days(work)).toEqual(['2026-11-24']);
    await api.moveTo({ now: '2026-12-01T18:00:00.000Z' });
    expect((await told(work)).at(-1)).toMatchObject({
      event: 'sample_inspection_expired',
      action_date: '2026-12-01T17:00:00.000Z',
    });
  });

  it('once, and is drawn once, with two processes at work', async () => {
    await target({ a: 3 });
    const works = [await ongoing('2026-11-24'), await ongoing('2026-11-24'), await ongoing('2026-11-24')];
    const config = readConfig({
      DATABASE_URL: api.db().url,
      LOG_LEVEL: 'error',
      DATABASE_POOL_SIZE: '3',
      SEED: 'none',
    });
    const second = await startStreetManager(config, createLogger('second', config.logLevel, false), randomIds);
    const listening = await listen(second.service, '127.0.0.1', 0);
    const both = (now: string): Promise<Response[]> =>
      Promise.all(
        [api.url(), listening.url].map((url) =>
          fetch(`${url}/sandbox/clock`, {
            method: 'PUT',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ now, frozen: true }),
          }),
        ),
      );
    try {
      await request();
      await both(START);
      await both('2026-11-30T09:00:00.000Z');
    } finally {
      await listening.stop(1_000);
      await second.stop();
    }
    await api.moveTo({ now: '2026-11-30T09:00:00.000Z' });
    for (const work of works) {
      expect(await events(work)).toEqual(['sample_inspection_created', 'sample_inspection_expired']);
    }
  });
});

import { prepared } from '@switchyard/db';
import { body, workBody } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();
const get = (path: string, who: Who = 'ellerdale') => api.as(who).get(`/v3/reporting${path}`);

interface Page {
  pagination: { total_rows: number; has_next_page: boolean };
  rows: Record<string, unknown>[];
}
const page = async (path: string, who: Who = 'ellerdale'): Promise<Page> => body<Page>(await get(path, who), 200);
const references = ({ rows }: Page): unknown[] => rows.map((row) => row.permit_reference_number);

describe('GET /permits', () => {
  it('lists the permits awaiting assessment, of the caller’s side, newest first', async () => {
    const [first, second] = [await given.work(), await given.work()];
    const granted = await given.grantedWork();
    const submitted = references(await page('/permits?status=submitted'));
    expect(submitted).toEqual(expect.arrayContaining([second.prn, first.prn]));
    expect(submitted).not.toContain(granted.prn);
    expect(references(await page('/permits?status=submitted&status=granted'))).toContain(granted.prn);
    expect(references(await page('/permits?status[]=granted'))).toContain(granted.prn);
    expect(references(await page('/permits', 'northbeck'))).toContain(first.prn);
    expect((await page('/permits', 'marshfield')).rows).toEqual([]);
    expect((await page('/permits', 'southgate')).rows).toEqual([]);
  });

  it('shows each as the published row', async () => {
    const { wrn, prn } = await given.work({ description_of_work: 'A row of its own' });
    const { rows } = await page(`/permits?query=${prn}`);
    expect(rows).toEqual([
      {
        work_reference_number: wrn,
        permit_reference_number: prn,
        promoter_swa_code: '4312',
        promoter_organisation: 'NORTHBECK WATER',
        highway_authority: 'ELLERDALE COUNCIL',
        works_coordinates: workBody().works_coordinates,
        location_description: 'Outside numbers 12 to 30',
        street: 'TANNERY LANE',
        town: 'ELLERDALE',
        area: 'LOW WHARF',
        work_category: 'standard',
        work_category_string: 'standard',
        description_of_work: 'A row of its own',
        traffic_management_type: 'give_and_take',
        traffic_management_type_string: 'give_and_take',
        assessment_status: null,
        assessment_status_string: null,
        proposed_start_date: '2026-12-07T00:00:00.000Z',
        proposed_end_date: '2026-12-14T00:00:00.000Z',
        proposed_start_time: null,
        proposed_end_time: null,
        actual_start_date: null,
        actual_end_date: null,
        status: 'submitted',
        status_string: 'submitted',
        work_status: 'planned',
        work_status_string: 'planned',
        deadline_date: '2026-11-26T16:30:00.000Z',
        date_created: START,
        status_changed_date: START,
        usrn: 8412007,
        is_active_permit: true,
        permit_conditions: expect.arrayContaining([
          { condition: 'NCT02a', condition_string: 'NCT02a', comment: '09:30 to 15:30 only' },
        ]),
        road_category: 4,
        is_traffic_sensitive: false,
        has_no_final_reinstatement: true,
        is_deemed: false,
        excavation_carried_out: true,
        is_early_start: false,
        is_high_impact_traffic_management: false,
        lane_rental_assessment_outcome: null,
        lane_rental_assessment_outcome_string: null,
        lane_rental_charges_not_agreed: false,
        lane_rental_charges_potentially_apply: false,
        is_lane_rental: false,
      },
    ]);
  });

  it('shows each with the place that it was applied for, whatever a later one says', async () => {
    const first = await given.work();
    body(
      await api.as('northbeck').put(`/works/${first.wrn}/permits/${first.prn}/status`, { permit_status: 'cancelled' }),
      204,
    );
    const second = await given.furtherPermit(first, { works_location_description: 'At the corner' });
    const { rows } = await page(`/permits?query=${first.wrn}&sort_column=date_created&sort_direction=asc`);
    expect(rows.map(({ permit_reference_number: prn, location_description: place }) => [prn, place])).toEqual([
      [first.prn, 'Outside numbers 12 to 30'],
      [second.prn, 'At the corner'],
    ]);
  });

  it('pages by 25 and counts what matches', async () => {
    await Promise.all(Array.from({ length: 27 }, () => given.work({ project_reference_number: 'P', usrn: 8412010 })));
    const first = await page('/permits?query=8412010');
    expect([first.rows.length, first.pagination]).toEqual([25, { total_rows: 27, has_next_page: true }]);
    const second = await page('/permits?query=8412010&offset=25');
    expect([second.rows.length, second.pagination]).toEqual([2, { total_rows: 27, has_next_page: false }]);
    expect(new Set([...references(first), ...references(second)]).size).toBe(27);
    const past = await page('/permits?query=8412010&offset=1000');
    expect([past.rows, past.pagination]).toEqual([[], { total_rows: 27, has_next_page: false }]);
  });

  it('finds by reference, street, address and the other party, in any case and with leading zeros', async () => {
    const { wrn, prn } = await given.work({ usrn: 8412007 });
    for (const query of [wrn.toLowerCase(), prn, '08412007', 'tannery  lane, ellerdale, low', 'northbeck']) {
      expect(
        references(
          await page(`/permits?query=${encodeURIComponent(query)}&sort_column=date_created&sort_direction=desc`),
        ),
      ).toEqual(expect.arrayContaining([expect.stringMatching(/^NB/)]));
    }
    expect((await page('/permits?query=ellerdale%20council', 'northbeck')).rows.length).toBeGreaterThan(0);
    expect((await page('/permits?query=no%20such%20street')).rows).toEqual([]);
  });

  it('is sorted by each column, each way', async () => {
    const later = await given.work({
      proposed_start_date: '2027-01-04T00:00:00Z',
      proposed_end_date: '2027-01-06T00:00:00Z',
    });
    for (const column of ['start_date', 'end_date']) {
      expect(references(await page(`/permits?sort_column=${column}&sort_direction=desc`))[0]).toBe(later.prn);
      expect(references(await page(`/permits?sort_column=${column}&sort_direction=asc`))[0]).not.toBe(later.prn);
    }
    for (const column of ['date_created', 'deadline_date', 'status_changed_date']) {
      expect((await get(`/permits?sort_column=${column}`)).status).toBe(200);
    }
  });

  it.each([
    ['status=nonsense', 'status'],
    ['offset=-1', 'offset'],
    ['offset=1.5', 'offset'],
    ['start_date=yesterday', 'start_date'],
    ['start_date=2026-13-45T00:00:00Z', 'start_date'],
    ['start_date=2026-02-30', 'start_date'],
    ['start_date=0000-01-01', 'start_date'],
    ['is_deemed=perhaps', 'is_deemed'],
    ['sort_column=usrn', 'sort_column'],
    ['sort_direction=up', 'sort_direction'],
    ['start_date_created=2026-12-02T00:00:00Z&end_date_created=2026-12-01T00:00:00Z', 'start_date_created'],
    ['geographical_area_reference_number=77', 'geographical_area_reference_number'],
  ])('refuses ?%s, naming %s', async (query, field) => {
    const reply = await get(`/permits?${query}`);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.error.fields)).toEqual([field]);
  });

  it('asks a contractor whom it acts for, and takes only who has contracted it', async () => {
    const work = await given.work({}, 'contractor');
    expect((await get('/permits', 'contractor')).body.error.fields).toHaveProperty('swa_code');
    expect((await get('/permits?swa_code=4313', 'contractor')).status).toBe(401);
    expect(references(await page(`/permits?swa_code=4312&query=${work.wrn}`, 'contractor'))).toEqual([work.prn]);
    const elsewhere = await given.work({ workstream_prefix: '002' });
    expect((await page(`/permits?swa_code=4312&query=${elsewhere.wrn}`, 'contractor')).rows).toEqual([]);
  });

  it('is a JSON:API document for whoever accepts that', async () => {
    const { wrn, prn } = await given.work();
    const reply = await api
      .as('ellerdale')
      .get(`/v3/reporting/permits?query=${prn}`, { Accept: 'application/vnd.api+json' });
    expect(reply.body).toMatchObject({
      data: [{ type: 'permits', id: prn, relationships: { work: { data: { type: 'works', id: wrn } } } }],
      meta: { total_rows: 1, has_next_page: false },
    });
  });
});

it.each([
  '/alterations',
  '/comments',
  '/csv-exports',
  '/fixed-penalty-notices?status=disputed',
  '/forward-plans',
  '/inspections',
  '/reinstatements?status=interim&latest_reinstatements_only=true',
  '/sample-inspections',
  '/sample-inspection-targets',
  '/section-81s',
  '/workstreams',
])('answers %s with a page', async (path) => {
  expect(await page(path)).toMatchObject({ pagination: { has_next_page: false } });
});

it('answers /geographical-areas with a bare list', async () => {
  expect((await get('/geographical-areas')).body).toEqual([]);
});

describe('POST /permits/search', () => {
  const search = (work_reference_numbers: unknown, who: Who = 'ellerdale') =>
    api.as(who).post('/v3/reporting/permits/search', { work_reference_numbers });

  it('gives the permits of the works that the caller sees, and keeps silent about the others', async () => {
    const { wrn, prn } = await given.work();
    expect((await search([wrn.toLowerCase(), 'NB00100000000'])).body).toMatchObject([{ permit_reference_number: prn }]);
    for (const who of ['marshfield', 'southgate'] as const) expect((await search([wrn], who)).body).toEqual([]);
    expect((await search([wrn], 'contractor')).body).toHaveLength(1);
    expect((await search(null)).body).toEqual([]);
  });

  it('refuses more than a thousand, twins, and what is no reference', async () => {
    expect((await search(Array.from({ length: 1_001 }, (_, index) => `W${index}`))).status).toBe(400);
    expect((await search(['A', 'A'])).status).toBe(400);
    expect((await search(['A'.repeat(25)])).status).toBe(400);
  });
});

describe('GET /works/updates', () => {
  const updates = (query: string, who: Who = 'ellerdale') => get(`/works/updates?${query}`, who);

  it('gives what happened, in order, with the numbers of the history', async () => {
    const { wrn } = await given.grantedWork();
    const all = body<{ work_reference_number: string; update_id: number }[]>(await updates('previous_minutes=5'), 200);
    const own = all.filter(({ work_reference_number }) => work_reference_number === wrn);
    expect(own).toMatchObject([
      { event_type: 'planned_works_record_created', object_type: 'work', update_date_time: START },
      { event_type: 'permit_submitted', object_type: 'permit' },
      { event_type: 'permit_granted', object_type: 'permit' },
    ]);
    const history = body<{ rows: { update_id: number }[] }>(
      await api.as('ellerdale').get(`/works/${wrn}/history`),
      200,
    );
    expect(own.map(({ update_id }) => update_id)).toEqual(history.rows.map(({ update_id }) => update_id).reverse());
    expect((await updates(`update_id=${own[1]!.update_id}`)).body[0]).toMatchObject({ update_id: own[2]!.update_id });
  });

  it('leaves out what an account did itself', async () => {
    await given.grantedWork();
    const { body: rest } = await updates('previous_minutes=5&exclude_events_from=officer@ellerdale.example');
    expect(rest.map(({ event_type }: { event_type: string }) => event_type)).not.toContain('permit_granted');
  });

  it.each([
    ['', 'update_id'],
    ['end_date=2026-11-20T00:00:00Z', 'start_date'],
    ['start_date=2026-11-21T00:00:00Z&end_date=2026-11-20T00:00:00Z', 'start_date'],
    ['start_date=2026-11-20T00:00:00Z&previous_minutes=5', 'previous_minutes'],
    ['previous_minutes=0', 'previous_minutes'],
    ['previous_minutes=9007199254740991', 'previous_minutes'],
    ['update_id=-1', 'update_id'],
  ])('refuses ?%s, naming %s alone', async (query, field) => {
    const reply = await updates(query);
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body.error.fields)).toEqual([field]);
  });

  it('never lets a poller miss an update that commits late', async () => {
    const seen: number[] = [];
    let last = body<{ update_id: number }[]>(await updates('previous_minutes=60'), 200).at(-1)?.update_id ?? 0;
    const start = last;
    let writing = true;
    const poll = async (): Promise<void> => {
      const found = body<{ update_id: number }[]>(await updates(`update_id=${last}`), 200).map(
        ({ update_id }) => update_id,
      );
      seen.push(...found);
      last = found.at(-1) ?? last;
    };
    const poller = (async () => {
      while (writing) await poll();
    })();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let each = 0; each < 8; each += 1) await given.work();
      }),
    );
    writing = false;
    await poller;
    await poll();
    const all = prepared<{ update_id: number }>(
      'all-updates',
      'select update_id from history where update_id > $1 order by update_id',
    );
    const written = (await api.db().reader().rows(all, [start])).map(({ update_id }) => update_id);
    expect(written).toHaveLength(128);
    expect(seen).toEqual(written);
  });

  it('waits with what follows an update that is not committed yet', async () => {
    const before = body<{ update_id: number }[]>(await updates('previous_minutes=60'), 200).at(-1)!.update_id;
    const number = prepared(
      'history-number',
      `select pg_advisory_xact_lock_shared((4302::bigint << 48) | last_value), nextval('update_id') from update_id`,
    );
    let written: Promise<unknown> = Promise.resolve();
    await api.db().transaction(async (tx) => {
      await tx.rows(number);
      written = given.work();
      await written;
      expect((await updates(`update_id=${before}`)).body).toEqual([]);
    });
    expect((await updates(`update_id=${before}`)).body).toHaveLength(2);
  });
});

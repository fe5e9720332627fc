import { prepared } from '@switchyard/db';
import type { Geometry, GridPosition } from '@switchyard/domain/street-manager';
import fc from 'fast-check';
import { activityBody, planBody } from '../testing/examples/bodies';
import { body } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { streetManager } from '../testing/street-manager';
import type { FeatureCollection } from './collection';

const { api, given } = streetManager();

const get = (path: string, who: Who = 'southgate', headers?: Record<string, string>) =>
  api.as(who).get(`/v3/geojson${path}`, headers);

type Edges = readonly [west: number, south: number, east: number, north: number];

const box = ([west, south, east, north]: Edges): string =>
  `minEasting=${west}&minNorthing=${south}&maxEasting=${east}&maxNorthing=${north}`;

const features = async (path: string): Promise<FeatureCollection['features']> =>
  body<FeatureCollection>(await get(path), 200).features;

const line = (...coordinates: GridPosition[]): Geometry => ({ type: 'LineString', coordinates });

/** A place of its own for each test, so that none sees the works of another. */
let taken = 0;
const corner = (): GridPosition => [500_000, 100_000 + 1_000 * (taken += 1)];

describe('GET /works', () => {
  it('shows the works of every organisation that touch the rectangle, each with its latest permit', async () => {
    const [east, north] = corner();
    const work = await given.grantedWork({ works_coordinates: line([east, north], [east + 40, north + 30]) });
    expect(body(await get(`/works?${box([east, north, east + 100, north + 100])}`), 200)).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: {
            type: 'LineString',
            type_string: 'LineString',
            coordinates: [
              [east, north],
              [east + 40, north + 30],
            ],
          },
          properties: {
            work_reference_number: work.wrn,
            permit_reference_number: work.prn,
            promoter_organisation: 'NORTHBECK WATER',
            promoter_swa_code: '4312',
            work_category: 'standard',
            work_category_string: 'standard',
            start_date: '2026-12-07T00:00:00.000Z',
            end_date: '2026-12-14T00:00:00.000Z',
            traffic_management_type: 'give_and_take',
            traffic_management_type_string: 'give_and_take',
            work_centre_point: { type: 'Point', coordinates: [east + 20, north + 15] },
            permit_status: 'granted',
            permit_status_string: 'granted',
          },
        },
      ],
    });
  });

  it('goes by the dates as they are or were, with both ends', async () => {
    const [east, north] = corner();
    const area = box([east, north, east + 1, north + 1]);
    const work = await given.work({ works_coordinates: { type: 'Point', coordinates: [east, north] } });
    const found = async (period: string): Promise<number> => (await features(`/works?${area}&${period}`)).length;
    expect(await found('start_date=2026-12-14T00:00:00Z')).toBe(1);
    expect(await found('start_date=2026-12-14T00:00:01Z')).toBe(0);
    expect(await found('end_date=2026-12-07T00:00:00Z')).toBe(1);
    expect(await found('end_date=2026-12-06')).toBe(0);
    expect(await found('start_date=2026-12-10&end_date=2026-12-11')).toBe(1);
    expect(await found(`work_reference_number=${work.wrn.toLowerCase()}`)).toBe(1);
    expect(await found('work_reference_number=NB00100000000')).toBe(0);
    expect(await features(`/works?${box([1, 1, 2, 2])}&work_reference_number=${work.wrn}`)).toEqual([]);
  });

  it('leaves out works without a permit, and counts works with two once', async () => {
    const [east, north] = corner();
    const place = { type: 'Point', coordinates: [east, north] };
    body(await api.as('northbeck').post('/forward-plans', { ...planBody, works_coordinates: place }), 201);
    const work = await given.work({ works_coordinates: place });
    await given.assess(work, {
      assessment_status: 'refused',
      reasons_for_refusal: ['RC10'],
      additional_comments: 'No',
    });
    const { prn } = await given.furtherPermit(work);
    const [found, ...more] = await features(`/works?${box([east, north, east, north])}`);
    expect([found!.properties!.permit_reference_number, more]).toEqual([prn, []]);
  });

  it('refuses more than a hundred with 403, and gives a hundred', async () => {
    const [east, north] = corner();
    const place = { works_coordinates: { type: 'Point', coordinates: [east, north] } };
    const { wrn } = await given.work(place);
    for (let batch = 0; batch < 3; batch += 1) {
      await Promise.all(Array.from({ length: 33 }, () => given.work(place)));
    }
    const area = box([east, north, east + 1, north + 1]);
    expect(await features(`/works?${area}`)).toHaveLength(100);
    await given.work(place);
    expect(await get(`/works?${area}`)).toMatchObject({
      status: 403,
      body: { message: 'More than 100 features: ask for a smaller area or a shorter period', error: { status: 403 } },
    });
    expect(await features(`/works?${area}&work_reference_number=${wrn}`)).toHaveLength(1);
    const refused = await get(`/works?${area}`, 'southgate', { Accept: 'application/vnd.api+json' });
    expect(refused.body.errors).toMatchObject([{ status: '403' }]);
  });

  it.each([
    ['', ['minEasting', 'minNorthing', 'maxEasting', 'maxNorthing']],
    [box([2, 1, 1, 2]), ['minEasting']],
    [box([1, 2, 2, 1]), ['minNorthing']],
    [`${box([1, 1, 2, 2])}&start_date=soon`, ['start_date']],
    [`${box([1, 1, 2, 2])}&start_date=2026-12-02&end_date=2026-12-01`, ['start_date']],
  ])('refuses ?%s, naming %j', async (query, fields) => {
    const reply = await get(`/works?${query}`);
    expect([reply.status, Object.keys(reply.body.error.fields)]).toEqual([400, fields]);
  });

  it('is a JSON:API document for whoever accepts that', async () => {
    const [east, north] = corner();
    const { wrn } = await given.work({ works_coordinates: { type: 'Point', coordinates: [east, north] } });
    const reply = await get(`/works?${box([east, north, east, north])}`, 'ellerdale', {
      Accept: 'application/vnd.api+json',
    });
    expect(reply.body.data).toMatchObject([
      { type: 'works', id: wrn, attributes: { permit_status: 'submitted', geometry: { type: 'Point' } } },
    ]);
  });
});

describe('what touches a rectangle', () => {
  const touching = prepared<{ touches: boolean; boxes: boolean }>(
    'touching',
    `select grid_touches($1::jsonb, area) as touches, grid_box($1::jsonb) && area as boxes
     from (select box(point($2, $3), point($4, $5)) as area) as given`,
  );
  const touches = async (geometry: Geometry, edges: Edges): Promise<boolean> => {
    const found = (await api
      .db()
      .reader()
      .first(touching, [JSON.stringify(geometry), ...edges]))!;
    // Whatever touches is found by its box.
    expect(found.boxes || !found.touches).toBe(true);
    return found.touches;
  };

  const frame: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
        [0, 0],
      ],
      [
        [20, 20],
        [80, 20],
        [80, 80],
        [20, 80],
        [20, 20],
      ],
    ],
  };

  it.each<[string, Geometry, Edges, boolean]>([
    ['a point inside', { type: 'Point', coordinates: [5, 5] }, [0, 0, 10, 10], true],
    ['a point on the edge', { type: 'Point', coordinates: [10, 5] }, [0, 0, 10, 10], true],
    ['a point outside', { type: 'Point', coordinates: [11, 5] }, [0, 0, 10, 10], false],
    ['a line that passes through', line([0, 50], [100, 50]), [40, 40, 60, 60], true],
    ['a line that goes round a corner of it', line([0, 0], [0, 100], [100, 100]), [40, 40, 60, 60], false],
    ['a diagonal that misses it', line([0, 10], [90, 100]), [60, 0, 100, 40], false],
    ['an area with a corner inside', frame, [90, 90, 110, 110], true],
    ['an area all around it', frame, [5, 5, 10, 10], true],
    ['an area in whose hole it lies', frame, [40, 40, 60, 60], false],
    ['an area that lies in it', frame, [0, 0, 200, 200], true],
    ['an area beside it', frame, [101, 0, 200, 100], false],
  ])('%s: %s in %j', async (_, geometry, edges, expected) => {
    expect(await touches(geometry, edges)).toBe(expected);
  });

  it('is, for a line, one of the places along it', async () => {
    const position = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(position, { minLength: 2, maxLength: 4 }),
        position,
        fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })),
        async (positions, [west, south], [width, height]) => {
          const edges: Edges = [west, south, west + width, south + height];
          // Whole positions within a grid of 50 by 50: a line that meets the rectangle does so for at least a step of its way.
          const meets = positions.slice(1).some((end, index) => meetsBox(positions[index]!, end, edges));
          expect(await touches(line(...positions), edges)).toBe(meets);
        },
      ),
      { numRuns: 150 },
    );
  });

  /** Clips the segment by each edge in turn; something is left where it meets the rectangle. */
  function meetsBox([x, y]: GridPosition, [u, v]: GridPosition, [west, south, east, north]: Edges): boolean {
    let [first, last] = [0, 1];
    for (const [start, change, least, most] of [
      [x, u - x, west, east],
      [y, v - y, south, north],
    ] as const) {
      if (change === 0) {
        if (start < least || start > most) return false;
        continue;
      }
      const [one, other] = [(least - start) / change, (most - start) / change];
      first = Math.max(first, Math.min(one, other));
      last = Math.min(last, Math.max(one, other));
    }
    return first <= last + 1e-9;
  }
});

describe('GET /activities', () => {
  it('shows activities, cancelled ones flagged', async () => {
    const [east, north] = corner();
    const activity = { ...activityBody, activity_coordinates: { type: 'Point', coordinates: [east, north] } };
    const make = async (): Promise<string> =>
      body<{ activity_reference_number: string }>(await api.as('ellerdale').post('/activity', activity), 201)
        .activity_reference_number;
    const [held, cancelled] = [await make(), await make()];
    body(await api.as('ellerdale').put(`/activity/${cancelled}/cancel`, { cancellation_reason: 'Rain' }), 204);
    const found = await features(`/activities?${box([east, north, east, north])}`);
    expect(found.map(({ properties }) => properties)).toEqual([
      {
        activity_reference_number: held,
        activity_name: 'Harvest fair',
        activity_type: 'event',
        activity_type_string: 'event',
        activity_location_description: 'The whole lane',
        activity_centre_point: { type: 'Point', coordinates: [east, north] },
        street_name: 'TANNERY LANE',
        area_name: 'LOW WHARF',
        cancelled: false,
        start_date: '2026-12-01T00:00:00.000Z',
        end_date: '2026-12-02T00:00:00.000Z',
      },
      expect.objectContaining({ activity_reference_number: cancelled, cancelled: true }),
    ]);
    expect(await features(`/activities?${box([east, north, east, north])}&start_date=2026-12-03`)).toEqual([]);
    const document = await get(`/activities?${box([east, north, east, north])}`, 'ellerdale', {
      Accept: 'application/vnd.api+json',
    });
    expect(document.body.data).toMatchObject([{ type: 'activities', id: held }, { id: cancelled }]);
  });
});

describe('GET /forward-plans', () => {
  it('shows plans while they are raised', async () => {
    const [east, north] = corner();
    const place = { type: 'Point', coordinates: [east, north] };
    const plan = body<Record<string, string>>(
      await api.as('northbeck').post('/forward-plans', { ...planBody, works_coordinates: place }),
      201,
    );
    const { work_reference_number: wrn, forward_plan_reference_number: reference } = plan;
    const area = box([east, north, east, north]);
    const [found, ...more] = await features(`/forward-plans?${area}&forward_plan_reference_number=${reference}`);
    expect(found!.properties).toMatchObject({
      forward_plan_reference_number: reference,
      work_reference_number: wrn,
      forward_plan_status: 'raised',
      forward_plan_status_string: 'raised',
      street: 'TANNERY LANE',
      area: 'LOW WHARF',
      promoter_organisation: 'NORTHBECK WATER',
      work_centre_point: place,
    });
    expect(more).toEqual([]);
    const document = await get(`/forward-plans?${area}`, 'ellerdale', { Accept: 'application/vnd.api+json' });
    expect(document.body.data).toMatchObject([{ type: 'forward-plans', id: reference }]);
    const cancel = `/works/${wrn}/forward-plans/${reference}/cancel`;
    body(await api.as('northbeck').put(cancel, { cancelled_reason: 'No longer needed' }), 204);
    expect(await features(`/forward-plans?${area}`)).toEqual([]);
  });
});

describe('GET /hs2-act-limits', () => {
  it('shows the areas that touch the rectangle, which have no properties', async () => {
    const [found, ...more] = await features(`/hs2-act-limits?${box([441_000, 428_400, 441_001, 428_401])}`);
    expect(Object.keys(found!)).toEqual(['type', 'geometry']);
    expect([found!.geometry.type, more]).toEqual(['Polygon', []]);
    expect(await features(`/hs2-act-limits?${box([445_000, 428_000, 446_000, 429_000])}`)).toEqual([]);
  });

  it('is a JSON:API document for whoever accepts that', async () => {
    const path = `/hs2-act-limits?${box([441_000, 428_400, 441_001, 428_401])}`;
    const reply = await get(path, 'northbeck', { Accept: 'application/vnd.api+json' });
    expect(reply.body.data).toMatchObject([{ type: 'hs2-act-limits', id: expect.stringMatching(/^[0-9a-f]{16}$/) }]);
  });
});

it('is for planners, contractors and authorities', async () => {
  const path = `/works?${box([1, 1, 2, 2])}`;
  for (const who of ['admin', 'export', 'nobody'] as const) expect((await get(path, who)).status).toBe(401);
  expect((await get(path, 'contractor')).status).toBe(200);
});

it('answers its status to everybody', async () => {
  expect(await get('/status', 'nobody')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

it('finds what lies in a rectangle by an index, however many works there are', async () => {
  const plan = await api.db().transaction(async (tx) => {
    tx.send({ name: '', text: 'set local enable_seqscan = off' });
    return tx.rows<{ 'QUERY PLAN': string }>({
      name: '',
      text: `explain select from work where grid_box(coordinates) && box(point(1, 1), point(2, 2))`,
    });
  });
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('work_place');
});

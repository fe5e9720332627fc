import { batch, storeBatches } from '@switchyard/db';
import type { Street } from '../streets/gazetteer';
import { streets } from '../seed/demo/streets';
import { body } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { streetManager } from '../testing/street-manager';

const { api } = streetManager();

const get = (path: string, who: Who = 'northbeck', headers?: Record<string, string>) =>
  api.as(who).get(`/v3/lookup${path}`, headers);

interface Shown {
  usrn: number;
}

const usrnsAt = async (easting: number, northing: number): Promise<number[]> =>
  body<Shown[]>(await get(`/nsg/streets?easting=${easting}&northing=${northing}`), 200).map(({ usrn }) => usrn);
const usrnsNamed = async (name: string): Promise<number[]> =>
  body<Shown[]>(await get(`/nsg/search?query=${encodeURIComponent(name)}`), 200).map(({ usrn }) => usrn);

const tanneryLane = streets.find(({ usrn }) => usrn === 8_412_007)!;

/** Adds streets that are like Tannery Lane, but for this. */
const add = (...others: Partial<Street>[]): Promise<void> =>
  api.db().transaction((tx) =>
    storeBatches(tx, [
      batch(
        'street',
        others.map((street) => ({ ...tanneryLane, ...street })),
      ),
    ]),
  );

describe('GET /nsg/streets/{usrn}', () => {
  it('shows a street with the names of its numbers', async () => {
    expect(body(await get('/nsg/streets/8412007'), 200)).toEqual({
      usrn: 8412007,
      street_descriptor: 'TANNERY LANE',
      area: 'LOW WHARF',
      town: 'ELLERDALE',
      authority: 'ELLERDALE COUNCIL',
      authority_swa_code: '2845',
      road_category: 4,
      reinstatement_types: [
        {
          reinstatement_type_code: 4,
          reinstatement_type_code_string: 'carriageway_type_4',
          reinstatement_type_location_text: null,
        },
      ],
      traffic_sensitive: true,
      primary_notice_authorities: [{ swa_code: '2845', name: 'ELLERDALE COUNCIL', location_description: 'WHOLE ROAD' }],
      interest_authorities: [],
      additional_special_designations_response: [
        {
          street_special_desig_code: 2,
          street_special_desig_code_string: 'traffic_sensitive',
          special_desig_location_text: null,
          special_desig_description: null,
          special_desig_start_date: null,
          special_desig_end_date: null,
          special_desig_start_time: 700,
          special_desig_end_time: 930,
          special_desig_periodicity_code: 2,
          special_desig_periodicity_code_string: 'working_days_only',
          whole_road: true,
          asd_coordinate_geometry: { type: 'Point', type_string: 'Point', coordinates: [431_770, 435_515] },
        },
      ],
      street_line: {
        type: 'MultiLineString',
        coordinates: [
          [
            [431_720, 435_500],
            [431_820, 435_530],
          ],
        ],
      },
      street_centre_point: { type: 'Point', coordinates: [431_770, 435_515] },
    });
  });

  it('shows whether a street is sensitive to traffic, and the days of its designations as date-times', async () => {
    const [designation] = tanneryLane.designations;
    await add({
      usrn: 8_490_001,
      designations: [{ ...designation!, street_special_desig_code: 1, special_desig_start_date: '2026-07-01' }],
    });
    expect((await get('/nsg/streets/8490001')).body).toMatchObject({
      traffic_sensitive: false,
      additional_special_designations_response: [
        {
          street_special_desig_code_string: 'protected_street',
          special_desig_start_date: '2026-07-01T00:00:00.000Z',
          special_desig_end_date: null,
        },
      ],
    });
  });

  const surface = (code: number): object => ({
    reinstatement_type_code: code,
    reinstatement_type_code_string: null,
    reinstatement_type_location_text: null,
  });

  it.each<[string, Partial<Street>, number]>([
    ['that is being built', { state: 1 }, 200],
    ['that is closed', { state: 4 }, 404],
    ['that is for addresses only', { state: 5 }, 404],
    ['whose surfaces are of types 11 and 12', { reinstatement_types: [surface(11), surface(12)] }, 404],
    ['that has another surface as well', { reinstatement_types: [surface(11), surface(3)] }, 200],
    ['whose surfaces are not known', { reinstatement_types: [] }, 200],
  ])('of a street %s, everywhere alike', async (what, street, status) => {
    const usrn = 8_490_010 + what.length;
    await add({ ...street, usrn, descriptor: `Odd ${usrn}` });
    const found = status === 200 ? [usrn] : [];
    expect((await get(`/nsg/streets/${usrn}`)).status).toBe(status);
    expect(await usrnsNamed(`odd ${usrn}`)).toEqual(found);
    expect((await usrnsAt(431_770, 435_515)).filter((each) => each === usrn)).toEqual(found);
  });

  it('shows a surface that this version does not know as such', async () => {
    await add({ usrn: 8_490_002, reinstatement_types: [surface(11), surface(3)] });
    const { reinstatement_types } = body<Record<string, object[]>>(await get('/nsg/streets/8490002'), 200);
    expect(reinstatement_types).toMatchObject([
      { reinstatement_type_code: 999, reinstatement_type_code_string: 'upcoming_enum' },
      { reinstatement_type_code: 3, reinstatement_type_code_string: 'carriageway_type_3' },
    ]);
  });

  it.each([
    ['8499999', 404],
    ['99999999999', 404],
    ['0', 400],
    ['lane', 400],
  ])('of %s is refused', async (usrn, status) => {
    expect(await get(`/nsg/streets/${usrn}`)).toMatchObject({ status, body: { error: { status } } });
  });

  it('is a JSON:API document for whoever accepts that', async () => {
    const reply = await get('/nsg/streets/8412007', 'ellerdale', { Accept: 'application/vnd.api+json' });
    expect(reply.body.data).toMatchObject({ type: 'streets', id: '8412007', attributes: { town: 'ELLERDALE' } });
  });
});

describe('GET /nsg/streets', () => {
  beforeAll(async () => {
    // A bend: its box is wide, its line is not.
    const corner = [
      [600_000, 200_000],
      [600_000, 201_000],
      [601_000, 201_000],
    ];
    await add({ usrn: 8_491_001, line: { type: 'MultiLineString', coordinates: [corner] } });
    // Two pieces with a gap between them.
    const pieces = [
      [
        [610_000, 200_000],
        [610_100, 200_000],
      ],
      [
        [610_200, 200_000],
        [610_300, 200_000],
      ],
    ];
    await add({ usrn: 8_491_002, line: { type: 'MultiLineString', coordinates: pieces } });
    await add({ usrn: 8_491_003, line: null, centre: null });
  });

  it.each<[string, number, number, boolean]>([
    ['25 metres beside the line', 600_025, 200_500, true],
    ['24.9 metres off, on the other side', 599_975.1, 200_500, true],
    ['25 metres off exactly', 599_975, 200_500, true],
    ['25.1 metres off', 599_974.9, 200_500, false],
    ['at an end', 600_000, 199_975, true],
    ['17 metres off an end each way, which is 24 in all', 599_983, 199_983, true],
    ['18 metres off an end each way, which is 25.5 in all', 599_982, 199_982, false],
    ['in the box, far from the line', 600_500, 200_500, false],
  ])('%s', async (_, easting, northing, found) => {
    const reply = await get(`/nsg/streets?easting=${easting}&northing=${northing}`);
    expect(reply.status).toBe(found ? 200 : 404);
    if (found) expect(reply.body.map(({ usrn }: Shown) => usrn)).toEqual([8_491_001]);
  });

  it('reaches every piece of a line, and not the gap', async () => {
    expect(await usrnsAt(610_290, 200_010)).toEqual([8_491_002]);
    expect((await get('/nsg/streets?easting=610150&northing=200000')).status).toBe(404);
  });

  it('gives the nearest first, whoever asks', async () => {
    const line = (north: number): object => ({
      type: 'MultiLineString',
      coordinates: [
        [
          [620_000, north],
          [620_100, north],
        ],
      ],
    });
    await add({ usrn: 8_492_001, line: line(200_020) });
    await add({ usrn: 8_492_002, line: line(200_010) });
    await add({ usrn: 8_492_003, line: line(200_030) });
    expect(await usrnsAt(620_050, 200_007)).toEqual([8_492_002, 8_492_001, 8_492_003]);
    expect((await get('/nsg/streets?easting=620050&northing=200007', 'contractor')).body).toHaveLength(3);
  });

  it.each([
    ['', ['easting', 'northing']],
    ['?easting=431720', ['northing']],
    ['?easting=here&northing=435500', ['easting']],
    ['?easting=1e999&northing=0x10', ['easting', 'northing']],
    ['?easting=Infinity&northing=NaN', ['easting', 'northing']],
  ])('refuses %j, naming %j', async (search, fields) => {
    const reply = await get(`/nsg/streets${search}`);
    expect([reply.status, Object.keys(reply.body.error.fields)]).toEqual([400, fields]);
  });

  it('is a JSON:API document for whoever accepts that', async () => {
    const reply = await get('/nsg/streets?easting=600000&northing=200000', 'northbeck', {
      Accept: 'application/vnd.api+json',
    });
    expect(reply.body.data).toMatchObject([{ type: 'streets', id: '8491001' }]);
  });
});

describe('GET /nsg/search', () => {
  beforeAll(async () => {
    await add({ usrn: 8_493_001, descriptor: "St John's Road", locality: 'Netherby-under-Wold', town: 'Kirkburn' });
    await add({ usrn: 8_493_002, descriptor: 'St Johns Road', town: 'Overby' });
    await add({ usrn: 8_493_003, descriptor: 'Lôn y Felin', town: 'Llanwern', authority: 'CYNGOR Y FRO' });
    await add({ usrn: 8_493_004, descriptor: 'Placeless Row', centre: null, line: null });
  });

  it('shows streets in short', async () => {
    expect(body(await get('/nsg/search?query=tannery%20lane%20ellerdale'), 200)).toContainEqual({
      street_descriptor: 'TANNERY LANE',
      area: 'LOW WHARF',
      town: 'ELLERDALE',
      usrn: 8412007,
      administrative_area: 'ELLERDALE COUNCIL',
      street_centre_point: { type: 'Point', coordinates: [431_770, 435_515] },
    });
  });

  it.each<[string, number[]]>([
    ['st john\u2019s road', [8_493_001, 8_493_002]],
    ["ST  JOHN'S   ROAD", [8_493_001, 8_493_002]],
    ['st johns road, kirkburn', [8_493_001]],
    ['netherby under wold', [8_493_001]],
    ['Netherby-under-Wold, St. Johns', [8_493_001]],
    ['lon y felin', [8_493_003]],
    ['LÔN', [8_493_003]],
    ['cyngor felin', [8_493_003]],
    ['johns overby kirkburn', []],
    ['placeless', []],
    ['%', []],
    ['"\'-', []],
  ])('finds by %j', async (name, expected) => {
    expect(await usrnsNamed(name)).toEqual(expected);
  });

  it('gives a hundred at most, by name', async () => {
    const many = Array.from({ length: 120 }, (_, index) => 1 + index);
    await add(...many.map((n) => ({ usrn: 8_494_000 + n, descriptor: `Many Street ${String(n).padStart(3, '0')}` })));
    const found = await usrnsNamed('many street');
    expect(found).toEqual(Array.from({ length: 100 }, (_, index) => 8_494_001 + index));
  });

  it.each(['', '?query=', '?query=%20'])('refuses %j', async (search) => {
    expect((await get(`/nsg/search${search}`)).body.error.fields).toHaveProperty('query');
  });

  it('is a JSON:API document for whoever accepts that', async () => {
    const reply = await get('/nsg/search?query=kirkburn', 'ellerdale', { Accept: 'application/vnd.api+json' });
    expect(reply.body.data).toMatchObject([{ type: 'streets', id: '8493001', attributes: { town: 'Kirkburn' } }]);
  });
});

it('is for planners, contractors and authorities', async () => {
  for (const who of ['admin', 'export', 'nobody'] as const) {
    expect((await get('/nsg/search?query=lane', who)).status).toBe(401);
  }
});

it('answers its status to everybody', async () => {
  expect(await get('/status', 'nobody')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

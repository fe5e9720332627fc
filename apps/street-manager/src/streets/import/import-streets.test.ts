import { Client } from 'pg';
import { prepared } from '@switchyard/db';
import { testDatabase } from '@switchyard/testing';
import { migrations } from '../../../migrations';
import type { Street } from '../gazetteer';
import { findStreet } from '../gazetteer';
import { ImportRefused } from './import-refused';
import { importStreets } from './import-streets';

const { database, url } = testDatabase({ schema: 'street_manager', migrations });

const line = {
  type: 'LineString',
  coordinates: [
    [431000, 435500],
    [431100, 435530],
  ],
};
const feature = (usrn: number, properties: object = {}, more: object = {}) => ({
  type: 'Feature',
  geometry: line,
  properties: { usrn, street_descriptor: 'TANNERY LANE', authority_swa_code: '2845', road_category: 4, ...properties },
  ...more,
});
const collection = (features: readonly unknown[], more: object = {}) => ({
  type: 'FeatureCollection',
  ...more,
  features,
});

/** The file in small pieces, a feature to a line. */
const fileOf = (value: unknown) => () =>
  bytesOf(typeof value === 'string' ? value : lined(value as { features: readonly unknown[] }));
const lined = ({ features, ...rest }: { features: readonly unknown[] }): string =>
  JSON.stringify({ ...rest, features: [] }).replace(
    /\[\]\}$/,
    `[\n${features.map((each) => JSON.stringify(each)).join(',\n')}\n]}`,
  );

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97);
}

const load = (value: unknown): Promise<number> => importStreets(database(), fileOf(value));
const find = (usrn: number): Promise<Street | undefined> => findStreet(database().reader(), usrn);
const count = async (): Promise<number> =>
  (await database()
    .reader()
    .first(prepared<{ streets: number }>('test-streets', 'select count(*) as streets from street')))!.streets;

async function faultsOf(value: unknown): Promise<readonly string[]> {
  const error = await load(value).then(
    () => undefined,
    (refusal: unknown) => refusal,
  );
  expect(error).toBeInstanceOf(ImportRefused);
  return (error as ImportRefused).faults;
}

describe('importStreets', () => {
  it('adds streets with all that is said of them', async () => {
    const designation = {
      street_special_desig_code: 2,
      special_desig_start_time: 730,
      special_desig_end_time: 930,
      special_desig_periodicity_code: 2,
    };
    const said = {
      street_descriptor: 'KING’S ROAD',
      locality: 'LOW WHARF',
      town: 'ELLERDALE',
      area: 'LOW WHARF',
      authority: 'ELLERDALE COUNCIL',
      state: 1,
      street_status: 2,
      reinstatement_types: [
        { reinstatement_type_code: 0 },
        { reinstatement_type_code: 12, reinstatement_type_location_text: 'Steps' },
      ],
      designations: [designation],
      remark: 'of the authority itself',
    };
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } };
    expect(await load(collection([feature(8_500_001, said)], { crs, name: 'streets' }))).toBe(1);
    expect(await find(8_500_001)).toEqual({
      usrn: 8_500_001,
      descriptor: 'KING’S ROAD',
      locality: 'LOW WHARF',
      town: 'ELLERDALE',
      area: 'LOW WHARF',
      authority: 'ELLERDALE COUNCIL',
      authority_swa_code: '2845',
      state: 1,
      street_status: 2,
      road_category: 4,
      reinstatement_types: [
        {
          reinstatement_type_code: 5,
          reinstatement_type_code_string: 'carriageway_type_0',
          reinstatement_type_location_text: null,
        },
        {
          reinstatement_type_code: 12,
          reinstatement_type_code_string: null,
          reinstatement_type_location_text: 'Steps',
        },
      ],
      designations: [
        {
          ...designation,
          special_desig_location_text: null,
          special_desig_description: null,
          special_desig_start_date: null,
          special_desig_end_date: null,
          whole_road: null,
          asd_coordinate_geometry: null,
        },
      ],
      line: { type: 'MultiLineString', coordinates: [line.coordinates] },
      centre: { type: 'Point', coordinates: [431050, 435515] },
    });
  });

  it('takes what is left out for an open street of its category', async () => {
    await load(collection([feature(8_500_002, { town: null }, { geometry: null })]));
    expect(await find(8_500_002)).toMatchObject({
      state: 2,
      street_status: 1,
      town: '',
      reinstatement_types: [{ reinstatement_type_code: 4, reinstatement_type_code_string: 'carriageway_type_4' }],
      designations: [],
      line: null,
      centre: null,
    });
  });

  it('puts a street in the place of the one under its number, and leaves the others', async () => {
    await load(collection([feature(8_500_003), feature(8_500_004)]));
    await load(collection([feature(8_500_003, { street_descriptor: 'NEW LANE', town: 'ELLERDALE' })]));
    expect(await find(8_500_003)).toMatchObject({ descriptor: 'NEW LANE', town: 'ELLERDALE' });
    expect(await find(8_500_004)).toMatchObject({ descriptor: 'TANNERY LANE' });
  });

  it('loads more streets than one batch holds, and tells the service', async () => {
    const listener = new Client({ connectionString: url() });
    await listener.connect();
    await listener.query('listen street_manager');
    const heard = new Promise<string | undefined>((resolve) =>
      listener.on('notification', ({ payload }) => resolve(payload)),
    );
    expect(await load(collection(Array.from({ length: 1_234 }, (_, index) => feature(9_000_000 + index))))).toBe(1_234);
    expect(await heard).toBe('reference');
    expect(await find(9_001_233)).toMatchObject({ usrn: 9_001_233 });
    await listener.end();
  });

  it('names every fault with its line and feature, and loads nothing', async () => {
    const before = await count();
    const good = Array.from({ length: 600 }, (_, index) => feature(9_100_000 + index));
    const bad = [
      feature(99),
      feature(9_200_001, { road_category: 4.5, street_descriptor: ' ', state: 3 }),
      feature(9_200_002, {}, { geometry: { type: 'Point', coordinates: [1, 2] } }),
      feature(9_200_003, { designations: [{ street_special_desig_code: 4, special_desig_start_date: 'soon' }] }),
      feature(9_100_000),
      { type: 'Thing', geometry: null },
    ];
    expect(await faultsOf(collection([...good, ...bad]))).toEqual([
      'line 602, feature 601: properties.usrn must be a whole number from 100001 to 99999999',
      'line 603, feature 602: properties.street_descriptor must be a text of 1 to 100 characters',
      'line 603, feature 602: properties.state must be one of 1, 2, 4, 5',
      'line 603, feature 602: properties.road_category must be a whole number from 0 to 12',
      'line 604, feature 603: geometry must be a LineString or MultiLineString on the British National Grid, or null',
      expect.stringMatching(
        /^line 605, feature 604: properties\.designations\[0\]\.street_special_desig_code must be one of 1, 2, /,
      ),
      'line 605, feature 604: properties.designations[0].special_desig_start_date must be an ISO 8601 date',
      'line 606, feature 605: properties.usrn 9100000 is that of feature 1 too',
      'line 607, feature 606: type must be Feature',
      'line 607, feature 606: properties must be an object',
    ]);
    expect(await count()).toBe(before);
  });

  it('stops at twenty faults', async () => {
    expect(await faultsOf(collection(Array.from({ length: 100 }, () => feature(1))))).toHaveLength(20);
  });

  it.each<[string, unknown, string]>([
    [
      'another coordinate system',
      collection([feature(9_300_000)], { crs: { type: 'name', properties: { name: 'EPSG:4326' } } }),
      'crs must be EPSG:27700, the British National Grid',
    ],
    ['no collection', { type: 'GeometryCollection', features: [feature(9_300_000)] }, 'type must be FeatureCollection'],
    ['nothing in it', collection([]), 'the file has no features'],
    [
      'a feature that is no JSON',
      '{"type":"FeatureCollection","features":[\n{"type":Feature}\n]}',
      'line 2, feature 1: is not JSON',
    ],
    [
      'an end that is missing',
      lined(collection([feature(9_300_000)])).slice(0, -2),
      'line 3: the file is not a whole JSON text',
    ],
  ])('refuses a file with %s, and loads nothing', async (_, file, fault) => {
    expect(await faultsOf(file)).toEqual([fault]);
    expect(await find(9_300_000)).toBeUndefined();
  });

  it('refuses bytes that are no UTF-8', async () => {
    const open = () => Promise.resolve([Buffer.from([0x7b, 0xff])]);
    const chunks = async function* () {
      yield* await open();
    };
    await expect(importStreets(database(), chunks)).rejects.toThrow('the file is not UTF-8');
  });
});

import fc from 'fast-check';
import { checkGeometry, isGeometry } from './geometry';

const line = [
  [1, 1],
  [2, 2],
];
const ring = [
  [0, 0],
  [0, 9],
  [9, 9],
  [0, 0],
];

describe('checkGeometry', () => {
  it.each<[string, unknown, string | null]>([
    ['nothing', undefined, 'a GeoJSON geometry'],
    ['null', null, 'a GeoJSON geometry'],
    ['a point', { type: 'Point', coordinates: [431870.4, 436112.9] }, null],
    ['a corner of the grid', { type: 'Point', coordinates: [700_000, 1_300_000] }, null],
    ['a line', { type: 'LineString', coordinates: line }, null],
    ['a polygon', { type: 'Polygon', coordinates: [ring] }, null],
    ['a polygon with a hole', { type: 'Polygon', coordinates: [ring, ring] }, null],
    ['text', 'POINT(1 1)', 'a GeoJSON geometry'],
    ['a list', [1, 2], 'a GeoJSON geometry'],
    [
      'a feature',
      { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 1] } },
      'a Point, LineString or Polygon',
    ],
    ['several points', { type: 'MultiPoint', coordinates: line }, 'a Point, LineString or Polygon'],
    ['a point without coordinates', { type: 'Point' }, 'an easting and a northing'],
    ['degrees of longitude', { type: 'Point', coordinates: [-1.5, 53.8] }, 'on the British National Grid'],
    ['a point too far north', { type: 'Point', coordinates: [1, 1_300_001] }, 'on the British National Grid'],
    ['a point with height', { type: 'Point', coordinates: [1, 1, 1] }, 'an easting and a northing'],
    ['a point in words', { type: 'Point', coordinates: ['1', '1'] }, 'on the British National Grid'],
    ['a line of one position', { type: 'LineString', coordinates: [[1, 1]] }, 'at least 2 positions'],
    [
      'a line off the grid',
      {
        type: 'LineString',
        coordinates: [
          [1, 1],
          [-1, 1],
        ],
      },
      'on the British National Grid',
    ],
    ['a polygon without rings', { type: 'Polygon', coordinates: [] }, 'at least one ring'],
    ['a polygon that is a line', { type: 'Polygon', coordinates: line }, 'at least 4 positions'],
    ['an open ring', { type: 'Polygon', coordinates: [ring, [...ring.slice(0, 3), [1, 1]]] }, 'end where they begin'],
    ['a ring of three', { type: 'Polygon', coordinates: [[ring[0], ring[1], ring[0]]] }, 'at least 4 positions'],
  ])('%s', (_, value, expected) => {
    const violations = checkGeometry('g', value);
    expect(isGeometry(value)).toBe(expected === null);
    expect(violations).toHaveLength(expected === null ? 0 : 1);
    for (const { field, message, meta } of violations) {
      expect([field, meta?.value]).toEqual(['g', value]);
      expect(message).toContain(expected);
    }
  });

  it('takes every line on the grid', () => {
    const position = fc.tuple(
      fc.double({ min: 0, max: 700_000, noNaN: true }),
      fc.double({ min: 0, max: 1_300_000, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(position, { minLength: 2 }), (coordinates) => {
        expect(checkGeometry('g', { type: 'LineString', coordinates })).toEqual([]);
      }),
    );
  });

  it('has an answer to any JSON', () => {
    fc.assert(
      fc.property(fc.constantFrom('Point', 'LineString', 'Polygon'), fc.jsonValue(), (type, coordinates) => {
        expect(checkGeometry('g', { type, coordinates }).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

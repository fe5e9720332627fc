import fc from 'fast-check';
import { centreOf, halfwayAlong } from './centre';
import type { Geometry, GridPosition } from './geometry';

describe('centreOf', () => {
  it.each<[string, Geometry, GridPosition]>([
    ['a point', { type: 'Point', coordinates: [431_870.4, 436_112.9] }, [431_870.4, 436_112.9]],
    [
      'a line with a bend',
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [10, 0],
          [10, 30],
        ],
      },
      [10, 10],
    ],
    [
      'a square',
      {
        type: 'Polygon',
        coordinates: [
          [
            [400_000, 400_000],
            [400_010, 400_000],
            [400_010, 400_010],
            [400_000, 400_010],
            [400_000, 400_000],
          ],
        ],
      },
      [400_005, 400_005],
    ],
    [
      'an L, whose centre lies in neither half of its box',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [20, 0],
            [20, 10],
            [10, 10],
            [10, 20],
            [0, 20],
            [0, 0],
          ],
        ],
      },
      [8.33, 8.33],
    ],
    [
      'a ring that encloses nothing',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [10, 0],
            [10, 0],
            [0, 0],
          ],
        ],
      },
      [10, 0],
    ],
  ])('of %s', (_, geometry, expected) => {
    expect(centreOf(geometry)).toEqual(expected);
  });

  it('of a rectangle is where its diagonals meet, whichever way round its ring goes', () => {
    const metres = fc.integer({ min: 0, max: 500_000 });
    const size = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(metres, metres, size, size, fc.boolean(), (east, north, width, height, reversed) => {
        const ring: GridPosition[] = [
          [east, north],
          [east + width, north],
          [east + width, north + height],
          [east, north + height],
          [east, north],
        ];
        const [x, y] = centreOf({ type: 'Polygon', coordinates: [reversed ? ring.reverse() : ring] });
        expect(x).toBeCloseTo(east + width / 2, 1);
        expect(y).toBeCloseTo(north + height / 2, 1);
      }),
    );
  });
});

describe('halfwayAlong', () => {
  it('goes through the pieces in turn, and passes over the gap', () => {
    const first: GridPosition[] = [
      [0, 0],
      [10, 0],
    ];
    const second: GridPosition[] = [
      [100, 0],
      [130, 0],
    ];
    expect(halfwayAlong([first, second])).toEqual([110, 0]);
  });
});

import { readLine } from './street-line';

describe('readLine', () => {
  it.each([
    [
      'a line',
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [10, 0],
        ],
      },
      [
        [
          [0, 0],
          [10, 0],
        ],
      ],
      [5, 0],
    ],
    [
      'a bent line',
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [10, 0],
          [10, 30],
        ],
      },
      [
        [
          [0, 0],
          [10, 0],
          [10, 30],
        ],
      ],
      [10, 10],
    ],
    [
      'a line in pieces',
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0],
            [10, 0],
          ],
          [
            [10, 100],
            [40, 100],
          ],
        ],
      },
      [
        [
          [0, 0],
          [10, 0],
        ],
        [
          [10, 100],
          [40, 100],
        ],
      ],
      [20, 100],
    ],
    [
      'a line without length',
      {
        type: 'LineString',
        coordinates: [
          [7, 8],
          [7, 8],
        ],
      },
      [
        [
          [7, 8],
          [7, 8],
        ],
      ],
      [7, 8],
    ],
  ])('of %s', (_, geometry, coordinates, centre) => {
    expect(readLine(geometry)).toEqual({
      line: { type: 'MultiLineString', coordinates },
      centre: { type: 'Point', coordinates: centre },
    });
  });

  it('is none where the street is not drawn', () => expect(readLine(null)).toEqual({ line: null, centre: null }));

  it.each([
    [undefined],
    ['LineString'],
    [{ type: 'Point', coordinates: [0, 0] }],
    [{ type: 'LineString', coordinates: [[0, 0]] }],
    [
      {
        type: 'LineString',
        coordinates: [
          [0, 0, 1],
          [1, 1, 1],
        ],
      },
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [-1.5, 53.8],
          [-1.4, 53.9],
        ],
      },
    ],
    [{ type: 'MultiLineString', coordinates: [] }],
    [
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0],
            [1, 1],
          ],
          'x',
        ],
      },
    ],
  ])('refuses %j', (geometry) => expect(readLine(geometry)).toBeUndefined());
});

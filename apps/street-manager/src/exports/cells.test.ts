import { cellOf, headingOf, labelOf } from './cells';

it.each<[string, string]>([
  ['work_reference_number', 'Work reference number'],
  ['usrn', 'USRN'],
  ['is_ttro_required', 'Is TTRO required?'],
])('the heading of %s is %s', (member, expected) => {
  expect(headingOf(member)).toBe(expected);
});

it.each<[string, string, string]>([
  ['work_category', 'paa', 'Major (PAA)'],
  ['traffic_management_type', 'contra_flow', 'Contra-flow'],
  ['work_status', 'in_progress', 'Works in progress'],
  ['status', 'permit_modification_request', 'Permit modification request'],
  ['topic', 'SECTION_74', 'Section 74'],
  ['alteration_type', 'WORK_EXTENSION', 'Work extension'],
])('the label of %s %s is %s', (member, value, expected) => {
  expect(labelOf(member, value)).toBe(expected);
});

it.each<[unknown, string]>([
  [null, ''],
  [undefined, ''],
  [0, '0'],
  [true, 'Yes'],
  [false, 'No'],
  ['a, "b"', 'a, "b"'],
  [[{ condition: 'NCT01a' }, { condition: 'NCT02a', comment: 'x' }], 'NCT01a, NCT02a'],
  [{ type: 'Point', coordinates: [85647.67, 653421.03] }, 'POINT(85647.67 653421.03)'],
  [
    {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
    'LINESTRING(1 2,3 4)',
  ],
  [
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [0, 9],
          [9, 9],
          [0, 0],
        ],
      ],
    },
    'POLYGON((0 0,0 9,9 9,0 0))',
  ],
])('%j is written %j', (value, expected) => {
  expect(cellOf(value)).toBe(expected);
});

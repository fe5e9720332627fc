import { canonicalPnc, matchesPnc, pncSearch } from './fuzzy-pnc';

test.each([
  ['20/0000123X', '200000123X'],
  ['2020/123x', '20200000123X'],
  ['98-77K', '980000077K'],
  ['200000123X', null],
  ['X/1', null],
  [null, null],
])('%p is stored canonically as %p', (stored, canonical) => {
  expect(canonicalPnc(stored)).toBe(canonical);
});

test.each([
  ['20/123X', ['200000123X', '19200000123X', '20200000123X']],
  ['2020.0000123.x', ['20200000123X', '200000123X']],
  ['20 123 X', ['200000123X', '19200000123X', '20200000123X']],
  ['123', []],
  ['20/12345678X', []],
])('%p means %j', (text, canonical) => {
  expect(pncSearch(text)).toEqual({ canonical, substring: text });
});

test.each([
  ['20/0000123X', '2020-123x', true],
  ['2020/0000123X', '20/123X', true],
  ['1920/0000123X', '20/123X', true],
  ['20/0000123X', '21/123X', false],
  ['20/0000123X', '0000123x', true],
  ['20/0000123X', '9999', false],
  [null, '20/123X', false],
])('%p is found by %p: %p', (stored, text, found) => {
  expect(matchesPnc(stored, text)).toBe(found);
});

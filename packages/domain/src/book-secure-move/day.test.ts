import fc from 'fast-check';
import { addDays, daysBetween, isDay, readDay } from './day';

const day = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1900-01-01', n));
const days = fc.integer({ min: -4000, max: 4000 });

describe('addDays', () => {
  it('is undone by taking the days away again', () => {
    fc.assert(fc.property(day, days, (start, n) => addDays(addDays(start, n), -n) === start));
  });

  it('is measured by daysBetween', () => {
    fc.assert(fc.property(day, days, (start, n) => daysBetween(start, addDays(start, n)) === n));
  });

  it('keeps the order of days as text', () => {
    fc.assert(fc.property(day, day, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)));
  });

  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-29', -1, '2026-03-28'],
  ])('%s and %i is %s', (start, n, end) => {
    expect(addDays(start, n)).toBe(end);
  });
});

test.each([
  ['2026-03-02', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-3-2', false],
  ['2026-03-02T00:00:00Z', false],
  [20260302, false],
  [null, false],
])('%p is a day: %p', (value, expected) => {
  expect(isDay(value)).toBe(expected);
});

test.each([
  ['2026-03-02', '2026-03-02'],
  ['2026-03-02T10:00:00Z', '2026-03-02'],
  ['2026-03-02 10:00', '2026-03-02'],
  ['2026-03-021', null],
  ['2026-13-02', null],
  ['soon', null],
  [undefined, null],
])('%p is stored as %p', (value, expected) => {
  expect(readDay(value)).toBe(expected);
});

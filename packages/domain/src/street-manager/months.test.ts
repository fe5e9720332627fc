import fc from 'fast-check';
import { addDays } from '../kernel';
import type { Day } from '../kernel';
import { someDay } from './days.fixture';
import { addMonths } from './months';

describe('addMonths', () => {
  it.each<[Day, number, Day]>([
    ['2018-10-26', 6, '2019-04-26'],
    ['2021-08-31', 6, '2022-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-02-29', -60, '2019-02-28'],
    ['2021-12-31', 2, '2022-02-28'],
    ['2021-01-31', -1, '2020-12-31'],
    ['2021-05-31', 1, '2021-06-30'],
    ['1999-03-31', 11, '2000-02-29'],
    ['2099-03-31', 11, '2100-02-28'],
    ['2021-05-31', 0, '2021-05-31'],
  ])('%s + %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('keeps the day of the month, or takes the last that there is', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -200, max: 200 }), (day, months) => {
        const reached = addMonths(day, months);
        const [year, month, date] = day.split('-').map(Number) as [number, number, number];
        const [toYear, toMonth, toDate] = reached.split('-').map(Number) as [number, number, number];
        expect((toYear - year) * 12 + toMonth - month).toBe(months);
        expect(toDate).toBeLessThanOrEqual(date);
        if (toDate < date) expect(addDays(reached, 1).slice(8)).toBe('01');
      }),
    );
  });

  it('does not leave the calendar', () => {
    expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError);
    expect(() => addMonths('0001-01-01', -1)).toThrow(RangeError);
  });
});

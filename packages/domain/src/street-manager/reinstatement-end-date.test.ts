import fc from 'fast-check';
import { addDays } from '../kernel';
import type { Day } from '../kernel';
import { someDay } from './days.fixture';
import type { ReinstatementStatus } from './enums';
import { addMonths } from './months';
import { reinstatementEndDate } from './reinstatement-end-date';

describe('reinstatementEndDate', () => {
  it.each<[ReinstatementStatus, Day, number | null, Day]>([
    ['interim', '2018-10-26', 0.9, '2019-04-25'],
    ['interim', '2018-10-26', 2, '2019-04-25'],
    ['interim', '2018-10-26', null, '2019-04-25'],
    ['permanent', '2018-06-13', 1.5, '2020-06-12'],
    ['permanent', '2018-06-13', null, '2020-06-12'],
    ['permanent', '2018-06-13', 0, '2020-06-12'],
    ['permanent', '2018-06-13', 1.51, '2021-06-12'],
    ['interim', '2021-08-31', null, '2022-02-27'],
    ['interim', '2023-08-31', null, '2024-02-28'],
    ['permanent', '2024-02-29', null, '2026-02-27'],
    ['permanent', '2022-02-28', null, '2024-02-27'],
    ['interim', '2022-07-01', null, '2022-12-31'],
  ])('%s on %s, %s m deep: %s', (status, date, depth, expected) => {
    expect(reinstatementEndDate(status, date, depth)).toBe(expected);
  });

  it('is the day before the same day of a later month', () => {
    fc.assert(
      fc.property(someDay, fc.double({ min: 0, max: 99.99, noNaN: true }), (date, depth) => {
        expect(addDays(reinstatementEndDate('interim', date, depth), 1)).toBe(addMonths(date, 6));
        const years = depth > 1.5 ? 3 : 2;
        expect(addDays(reinstatementEndDate('permanent', date, depth), 1)).toBe(addMonths(date, 12 * years));
      }),
    );
  });
});

import fc from 'fast-check';
import { isBefore, isWorkingDay } from '../kernel';
import type { Day } from '../kernel';
import { durationOf } from './calendar';
import { england, someDay } from './days.fixture';
import type { ASDCode, WorkCategory } from './enums';
import { isSlidingEndDateCandidate, validityPeriodEnd } from './validity';

describe('validityPeriodEnd', () => {
  it.each<[WorkCategory, Day, Day]>([
    ['standard', '2021-09-06', '2021-09-10'],
    ['major', '2021-09-06', '2021-09-10'],
    ['minor', '2021-09-06', '2021-09-07'],
    ['minor', '2021-09-11', '2021-09-14'],
    ['minor', '2021-09-10', '2021-09-13'],
    ['standard', '2021-12-24', '2022-01-04'],
    ['standard', '2021-12-25', '2022-01-05'],
    ['paa', '2021-09-11', '2021-09-11'],
    ['immediate_urgent', '2021-09-11', '2021-09-11'],
    ['immediate_emergency', '2021-09-11', '2021-09-11'],
    ['hs2_highway', '2021-09-11', '2021-09-11'],
  ])('of %s works proposed for %s is %s', (category, start, expected) => {
    expect(validityPeriodEnd(england, category, start)).toBe(expected);
  });

  it.each([
    ['minor', 2],
    ['standard', 5],
    ['major', 5],
  ] as const)('of %s works encloses %i working days and ends on one', (category, days) => {
    fc.assert(
      fc.property(someDay, (start) => {
        const end = validityPeriodEnd(england, category, start);
        expect(isWorkingDay(england, end)).toBe(true);
        expect(isBefore(end, start)).toBe(false);
        expect(durationOf(england, start, end).workingDays).toBe(days);
      }),
    );
  });
});

describe('isSlidingEndDateCandidate', () => {
  const quiet = { category: 'standard', roadCategory: 4, selectedAsds: [] as ASDCode[], promoterIsHs2: false } as const;

  it.each([
    ['standard works on a type 4 road', {}, true],
    ['on a type 3 road', { roadCategory: 3 }, true],
    ['on a type 2 road', { roadCategory: 2 }, false],
    ['on a type 0 road', { roadCategory: 5 }, false],
    ['minor works', { category: 'minor' }, true],
    ['major works', { category: 'major' }, true],
    ['a PAA', { category: 'paa' }, false],
    ['immediate works', { category: 'immediate_urgent' }, false],
    ['HS2 highway works', { category: 'hs2_highway' }, false],
    ['with traffic sensitivity selected', { selectedAsds: [1, 2] }, false],
    ['with another designation selected', { selectedAsds: [1] }, true],
    ['of HS2', { promoterIsHs2: true }, false],
  ] as const)('%s', (_, change, expected) => {
    expect(isSlidingEndDateCandidate({ ...quiet, ...change })).toBe(expected);
  });
});

import fc from 'fast-check';
import { addDays, isBefore } from '../kernel';
import type { Day } from '../kernel';
import { durationOf } from './calendar';
import { england, someDay } from './days.fixture';
import { checkExtensionChallenge, checkImmediateChallenge } from './reasonable-period';

describe('challenging the duration of immediate works', () => {
  it.each<[Day, Day, string[]]>([
    ['2021-09-06', '2021-09-07', ['too_early']],
    ['2021-09-06', '2021-09-08', []],
    ['2021-09-10', '2021-09-13', ['too_early']],
    ['2021-09-10', '2021-09-14', []],
    ['2021-12-24', '2021-12-29', ['too_early']],
    ['2021-12-24', '2021-12-30', []],
    ['2021-09-06', '2021-09-01', ['too_early']],
  ])('started on %s with %s: %j', (start, date, codes) => {
    expect(checkImmediateChallenge(england, start, date).map(({ code }) => code)).toEqual(codes);
  });

  it('is allowed from the second working day after the start', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -5, max: 15 }), (start, offset) => {
        const date = addDays(start, offset);
        const after = durationOf(england, addDays(start, 1), date).workingDays;
        expect(checkImmediateChallenge(england, start, date)).toHaveLength(after >= 2 ? 0 : 1);
      }),
    );
  });
});

describe('challenging a work extension', () => {
  it.each<[Day, string[]]>([
    ['2021-09-12', ['before_permit_end']],
    ['2021-09-13', []],
    ['2021-09-14', []],
    ['2021-09-15', ['not_before_extension_end']],
    ['2021-09-20', ['not_before_extension_end']],
  ])('from 13 to 15 September with %s: %j', (date, codes) => {
    expect(checkExtensionChallenge(date, '2021-09-13', '2021-09-15').map(({ code }) => code)).toEqual(codes);
  });

  it('names the field and has no date to offer where the extension is none', () => {
    fc.assert(
      fc.property(someDay, someDay, (date, end) => {
        const violations = checkExtensionChallenge(date, end, end);
        expect(violations.map(({ field }) => field)).toEqual(['reasonable_period_end_date']);
        expect(violations[0]?.code).toBe(isBefore(date, end) ? 'before_permit_end' : 'not_before_extension_end');
      }),
    );
  });
});

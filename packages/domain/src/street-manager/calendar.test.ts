import fc from 'fast-check';
import { addDays, addWorkingDays, isBefore, isWorkingDay, localDay, localTime } from '../kernel';
import type { Day } from '../kernel';
import { dateTimeOf, deadlineInstant, durationOf, effectiveDay, lastDayOf } from './calendar';
import type { Period } from './calendar';
import { england, instant, someDay, someInstant } from './days.fixture';

describe('effectiveDay', () => {
  it.each<[string, string, Day]>([
    ['a summer morning', '2021-08-17T10:15:00Z', '2021-08-17'],
    ['the cut-off in summer', '2021-08-17T15:30:00.000Z', '2021-08-17'],
    ['just past it', '2021-08-17T15:30:00.001Z', '2021-08-18'],
    ['the cut-off in winter', '2021-01-12T16:30:00.000Z', '2021-01-12'],
    ['just past it', '2021-01-12T16:30:00.001Z', '2021-01-13'],
    ['midnight in summer is the next day already', '2021-08-17T23:00:00Z', '2021-08-18'],
    ['Friday evening', '2021-08-20T16:00:00Z', '2021-08-23'],
    ['Saturday morning', '2021-08-21T08:00:00Z', '2021-08-23'],
    ['before a bank holiday', '2021-08-27T16:00:00Z', '2021-08-31'],
    ['Christmas Eve, late', '2021-12-24T17:00:00Z', '2021-12-29'],
    ['Sunday of the clock change', '2026-03-29T00:59:00Z', '2026-03-30'],
    ['Monday after it', '2026-03-30T15:30:00Z', '2026-03-30'],
    ['Monday after it, late', '2026-03-30T15:31:00Z', '2026-03-31'],
    ['Monday after the clocks went back', '2026-10-26T16:30:00Z', '2026-10-26'],
  ])('of %s, %s, is %s', (_, at, expected) => {
    expect(effectiveDay(england, instant(at))).toBe(expected);
  });

  it('is a working day, the same one until 16:30 and never earlier than the day itself', () => {
    fc.assert(
      fc.property(someInstant, (at) => {
        const day = localDay(at, 'Europe/London');
        const effective = effectiveDay(england, at);
        expect(isWorkingDay(england, effective)).toBe(true);
        expect(isBefore(effective, day)).toBe(false);
        const inTime = isWorkingDay(england, day) && at.getTime() <= deadlineInstant(england, day).getTime();
        expect(effective === day).toBe(inTime);
        if (!inTime) expect(effective).toBe(addWorkingDays(england, day, 1));
      }),
    );
  });
});

describe('deadlineInstant', () => {
  it.each<[Day, string]>([
    ['2021-08-23', '2021-08-23T15:30:00.000Z'],
    ['2021-12-23', '2021-12-23T16:30:00.000Z'],
    ['2026-03-28', '2026-03-28T16:30:00.000Z'],
    ['2026-03-29', '2026-03-29T15:30:00.000Z'],
    ['2026-10-25', '2026-10-25T16:30:00.000Z'],
  ])('of %s is %s', (day, expected) => {
    expect(deadlineInstant(england, day).toISOString()).toBe(expected);
  });

  it('shows 16:30 of that day on the clocks of London', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const at = deadlineInstant(england, day);
        expect([localDay(at, 'Europe/London'), localTime(at, 'Europe/London')]).toEqual([day, '16:30']);
      }),
    );
  });
});

describe('durationOf', () => {
  it.each<[Day, Day, number, number]>([
    ['2021-09-06', '2021-09-13', 8, 6],
    ['2021-09-06', '2021-09-07', 2, 2],
    ['2021-09-06', '2021-09-06', 1, 1],
    ['2021-09-11', '2021-09-12', 2, 0],
    ['2021-12-24', '2021-12-29', 6, 2],
    ['2024-02-28', '2024-03-01', 3, 3],
    ['2026-10-24', '2026-10-26', 3, 1],
    ['2021-09-07', '2021-09-06', 0, 0],
  ])('%s to %s: %i calendar and %i working days', (first, last, calendarDays, workingDays) => {
    expect(durationOf(england, first, last)).toEqual({ calendarDays, workingDays });
  });

  it('counts each day of the range once', () => {
    fc.assert(
      fc.property(someDay, fc.nat(60), (first, length) => {
        const days = Array.from({ length: length + 1 }, (_, index) => addDays(first, index));
        expect(durationOf(england, first, addDays(first, length))).toEqual({
          calendarDays: days.length,
          workingDays: days.filter((day) => isWorkingDay(england, day)).length,
        });
      }),
    );
  });
});

describe('lastDayOf', () => {
  it.each<[Day, Period, Day]>([
    ['2021-08-17', { days: 5, unit: 'working' }, '2021-08-23'],
    ['2021-08-17', { days: 1, unit: 'working' }, '2021-08-17'],
    ['2021-08-17', { days: 28, unit: 'calendar' }, '2021-09-13'],
    ['2021-12-23', { days: 3, unit: 'working' }, '2021-12-29'],
  ])('of a period from %s of %j is %s', (first, period, expected) => {
    expect(lastDayOf(england, first, period)).toBe(expected);
  });

  it('encloses as many days as the period has', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 90 }), (first, days) => {
        const { calendarDays } = durationOf(england, first, lastDayOf(england, first, { days, unit: 'calendar' }));
        const { workingDays } = durationOf(england, first, lastDayOf(england, first, { days, unit: 'working' }));
        expect([calendarDays, workingDays]).toEqual([days, days]);
      }),
    );
  });
});

test('a day on the wire is on the same day in London, summer and winter', () => {
  expect(dateTimeOf('2021-09-10').toISOString()).toBe('2021-09-10T00:00:00.000Z');
  fc.assert(fc.property(someDay, (day) => localDay(dateTimeOf(day), 'Europe/London') === day));
});

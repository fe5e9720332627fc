import fc from 'fast-check';
import { bankHolidays } from './bank-holidays';
import { addDays, dayFromNumber, dayNumber, type Day } from './days';
import {
  addWorkingDays,
  countWorkingDays,
  dayIn,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDaysBetween,
  type WorkingCalendar,
} from './working-days';

const england: WorkingCalendar = { holidays: bankHolidays('england-and-wales'), zone: 'Europe/London' };
const auckland: WorkingCalendar = { holidays: bankHolidays('new-zealand-auckland'), zone: 'Pacific/Auckland' };

const anyDay = fc.integer({ min: dayNumber('2014-06-01'), max: dayNumber('2036-06-30') }).map(dayFromNumber);
const christmasTime = fc
  .tuple(fc.integer({ min: 2015, max: 2035 }), fc.integer({ min: -8, max: 12 }))
  .map(([year, offset]) => addDays(`${year}-12-25`, offset));
const someDay = fc.oneof(anyDay, christmasTime);
const holidays = fc.oneof(
  fc.constantFrom(england.holidays, auckland.holidays),
  fc.array(someDay, { maxLength: 40 }).map((days): ReadonlySet<Day> => new Set(days)),
  // a long shutdown: several whole weeks of holidays in a row
  fc.tuple(someDay, fc.nat(60)).map(([from, length]) => new Set(Array.from({ length }, (_, i) => addDays(from, i)))),
);
const calendar = holidays.map((set): WorkingCalendar => ({ holidays: set, zone: 'Europe/London' }));

/** The same question answered one day at a time. */
function walk(on: WorkingCalendar, from: Day, n: number): Day {
  let day = from;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, Math.sign(n));
    if (isWorkingDay(on, day)) left -= 1;
  }
  return day;
}

describe('isWorkingDay', () => {
  it.each<[WorkingCalendar, Day, boolean]>([
    [england, '2026-12-24', true],
    [england, '2026-12-25', false],
    [england, '2026-12-26', false],
    [england, '2026-12-28', false],
    [england, '2026-12-29', true],
    [england, '2022-09-19', false],
    [england, '2020-05-04', true],
    [auckland, '2026-01-26', false],
    [auckland, '2026-02-06', false],
    [england, '2026-02-06', true],
    [england, '2036-12-25', true],
  ])('of %# on %s is %s', (on, day, expected) => {
    expect(isWorkingDay(on, day)).toBe(expected);
  });
});

describe('addWorkingDays', () => {
  it.each<[Day, number, Day]>([
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-12-29', -1, '2026-12-24'],
    ['2026-12-25', 1, '2026-12-29'],
    ['2026-12-26', -1, '2026-12-24'],
    ['2026-12-26', 0, '2026-12-26'],
    ['2021-12-24', 1, '2021-12-29'],
    ['2021-12-31', 1, '2022-01-04'],
    ['2022-06-01', 1, '2022-06-06'],
    ['2026-03-27', 1, '2026-03-30'],
    ['2021-08-17', 4, '2021-08-23'],
  ])('%s %i is %s in England', (day, n, expected) => {
    expect(addWorkingDays(england, day, n)).toBe(expected);
  });

  it('agrees with walking day by day, in either direction, on any calendar', () => {
    fc.assert(
      fc.property(calendar, someDay, fc.integer({ min: -60, max: 60 }), (on, day, n) => {
        expect(addWorkingDays(on, day, n)).toBe(walk(on, day, n));
      }),
    );
  });

  it('adds up: a then b is a + b, from a working day and in one direction', () => {
    fc.assert(
      fc.property(calendar, someDay, fc.nat(3_000), fc.nat(3_000), (on, day, a, b) => {
        const start = workingDayOnOrAfter(on, day);
        expect(addWorkingDays(on, addWorkingDays(on, start, a), b)).toBe(addWorkingDays(on, start, a + b));
        expect(addWorkingDays(on, addWorkingDays(on, start, a), -a)).toBe(start);
      }),
    );
  });

  it('counts weekdays only where no holiday is known', () => {
    const none: WorkingCalendar = { holidays: new Set(), zone: 'Europe/London' };
    expect(addWorkingDays(none, '2026-12-24', 500_000)).toBe(addDays('2026-12-24', 700_000));
  });

  it.each([0.5, Number.NaN, Infinity, Number.MAX_SAFE_INTEGER, -1e9, 3_999_999])('refuses %d days', (n) => {
    expect(() => addWorkingDays(england, '2026-12-24', n)).toThrow(RangeError);
  });

  it('refuses a day that does not exist, even with nothing to add', () => {
    expect(() => addWorkingDays(england, '2026-02-30', 0)).toThrow(RangeError);
  });
});

describe('the neighbours of a day', () => {
  it('are the nearest working days on each side', () => {
    fc.assert(
      fc.property(calendar, someDay, (on, day) => {
        expect(nextWorkingDay(on, day)).toBe(walk(on, day, 1));
        expect(previousWorkingDay(on, day)).toBe(walk(on, day, -1));
        expect(workingDayOnOrAfter(on, day)).toBe(isWorkingDay(on, day) ? day : walk(on, day, 1));
      }),
    );
  });
});

describe('workingDaysBetween and countWorkingDays', () => {
  it.each<[Day, Day, number, number]>([
    ['2021-09-06', '2021-09-13', 5, 6],
    ['2026-12-24', '2026-12-29', 1, 2],
    ['2026-12-25', '2026-12-28', 0, 0],
    ['2026-12-29', '2026-12-24', -1, 0],
    ['2026-11-20', '2026-11-20', 0, 1],
    ['2026-11-21', '2026-11-22', 0, 0],
  ])('%s to %s: %i steps, %i days', (from, to, steps, days) => {
    expect(workingDaysBetween(england, from, to)).toBe(steps);
    expect(countWorkingDays(england, from, to)).toBe(days);
  });

  it('agree with counting one by one', () => {
    fc.assert(
      fc.property(calendar, someDay, fc.nat(400), (on, from, length) => {
        const days = Array.from({ length: length + 1 }, (_, index) => addDays(from, index));
        const worked = days.filter((day) => isWorkingDay(on, day)).length;
        const to = addDays(from, length);
        expect(countWorkingDays(on, from, to)).toBe(worked);
        expect(workingDaysBetween(on, from, to)).toBe(worked - (isWorkingDay(on, from) ? 1 : 0));
      }),
    );
  });

  it('give the number that addWorkingDays needs, and its opposite on the way back', () => {
    fc.assert(
      fc.property(calendar, someDay, someDay, (on, one, other) => {
        const [from, to] = [workingDayOnOrAfter(on, one), workingDayOnOrAfter(on, other)];
        expect(addWorkingDays(on, from, workingDaysBetween(on, from, to))).toBe(to);
        expect(workingDaysBetween(on, from, to) + workingDaysBetween(on, to, from)).toBe(0);
      }),
    );
  });
});

describe('dayIn', () => {
  it.each<[WorkingCalendar, string, Day]>([
    [england, '2026-06-30T23:00:00Z', '2026-07-01'],
    [england, '2026-12-25T23:30:00Z', '2026-12-25'],
    [auckland, '2026-12-24T11:00:00Z', '2026-12-25'],
  ])('of %# at %s is %s by its own clocks', (on, instant, expected) => {
    expect(dayIn(on, new Date(instant))).toBe(expected);
  });
});

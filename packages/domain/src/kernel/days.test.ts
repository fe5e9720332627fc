import fc from 'fast-check';
import {
  addDays,
  compareDays,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isAfter,
  isBefore,
  isDay,
  weekdayOf,
  type Day,
} from './days';

const someDay = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }).map(dayFromNumber);
const nearDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-31') }).map(dayFromNumber);

describe('isDay', () => {
  it.each(['2026-01-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '26-01-01',
    '+002026-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
    null,
    undefined,
    20260101,
    new Date('2026-01-01'),
  ])('refuses %p', (value) => {
    expect(isDay(value)).toBe(false);
  });

  it('agrees with the calendar about every month and day of any year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
        const length = [0, 31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 0;
        const text = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join(
          '-',
        );
        expect(isDay(text)).toBe(day >= 1 && day <= length);
      }),
    );
  });
});

describe('day numbers', () => {
  it.each<[Day, number]>([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-03-01', 11017],
    ['0001-01-01', -719162],
    ['9999-12-31', 2932896],
  ])('%s is %i', (day, number) => {
    expect(dayNumber(day)).toBe(number);
    expect(dayFromNumber(number)).toBe(day);
  });

  it.each([-719163, 2932897, 0.5, Number.NaN, Infinity])('%d is no day', (number) => {
    expect(() => dayFromNumber(number)).toThrow(RangeError);
  });

  it('refuses text that only looks like a day', () => {
    expect(() => dayNumber('2026-02-30')).toThrow('"2026-02-30" is not a calendar day');
  });
});

describe('addDays', () => {
  it.each<[Day, number, Day]>([
    ['2026-12-24', 1, '2026-12-25'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('%s + %i is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  it('is undone by its opposite, measured by daysBetween and ordered by it', () => {
    fc.assert(
      fc.property(nearDay, fc.integer({ min: -500_000, max: 500_000 }), (day, count) => {
        const moved = addDays(day, count);
        expect(addDays(moved, -count)).toBe(day);
        expect(daysBetween(day, moved)).toBe(count);
        expect(Math.sign(compareDays(moved, day))).toBe(Math.sign(count));
      }),
    );
  });

  it('does not leave the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
  });
});

describe('weekdayOf', () => {
  it.each<[Day, number]>([
    ['2026-11-20', 5],
    ['2026-12-25', 5],
    ['2027-12-25', 6],
    ['2028-01-02', 7],
    ['1969-12-29', 1],
    ['0001-01-01', 1],
  ])('%s is weekday %i', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it('goes round the week, one day after the other', () => {
    fc.assert(
      fc.property(nearDay, (day) => {
        expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
      }),
    );
  });
});

describe('comparisons', () => {
  it('follow the order of the text', () => {
    fc.assert(
      fc.property(someDay, someDay, (one, other) => {
        expect(isBefore(one, other)).toBe(one < other);
        expect(isAfter(one, other)).toBe(one > other);
        expect(compareDays(one, other) === 0).toBe(one === other);
      }),
    );
  });
});

import fc from 'fast-check';
import { addDays, dayFromNumber, dayNumber } from './days';
import { addDuration, parseIsoDuration, type IsoDuration } from './iso-duration';
import { instantOf, localDay, localTime, zones, type Zone } from './local-time';

const nothing: IsoDuration = { years: 0, months: 0, weeks: 0, days: 0, milliseconds: 0 };
const HOUR = 3_600_000;

function later(instant: string, text: string, zone: Zone): string {
  return addDuration(new Date(instant), parseIsoDuration(text)!, zone).toISOString();
}

describe('parseIsoDuration', () => {
  it.each<[string, Partial<IsoDuration>]>([
    ['P3DT4H', { days: 3, milliseconds: 4 * HOUR }],
    ['PT15M', { milliseconds: 15 * 60_000 }],
    ['P1M', { months: 1 }],
    ['P2W', { weeks: 2 }],
    ['P1Y2M3W4DT5H6M7S', { years: 1, months: 2, weeks: 3, days: 4, milliseconds: 5 * HOUR + 6 * 60_000 + 7_000 }],
    ['PT1.5H', { milliseconds: 1.5 * HOUR }],
    ['PT0,25S', { milliseconds: 250 }],
    ['PT1H0.5M', { milliseconds: HOUR + 30_000 }],
    ['PT36H', { milliseconds: 36 * HOUR }],
    ['P0D', {}],
    ['PT0S', {}],
  ])('reads %s', (text, expected) => {
    expect(parseIsoDuration(text)).toEqual({ ...nothing, ...expected });
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '1D',
    'p1d',
    'P1H',
    'PT1D',
    'P1D1M',
    'P1D1D',
    'PT1S1M',
    '-P1D',
    'P-1D',
    '+P1D',
    'P1.5D',
    'PT1.5H1M',
    'PT.5H',
    'PT1.H',
    'P 1D',
    'P1D ',
    'P1D\n',
    'P1234567890D',
    'P1Y-2M',
    'three days',
  ])('refuses %p', (text) => {
    expect(parseIsoDuration(text)).toBeNull();
  });

  it('reads back whatever whole units were written', () => {
    const unit = fc.nat(999_999);
    fc.assert(
      fc.property(unit, unit, unit, unit, unit, (years, months, weeks, days, seconds) => {
        expect(parseIsoDuration(`P${years}Y${months}M${weeks}W${days}DT${seconds}S`)).toEqual({
          years,
          months,
          weeks,
          days,
          milliseconds: seconds * 1_000,
        });
      }),
    );
  });
});

describe('addDuration', () => {
  it.each<[string, string, string, Zone, string]>([
    ['a day over the start of summer time', '2026-03-28T12:00:00Z', 'P1D', 'Europe/London', '2026-03-29T11:00:00.000Z'],
    ['24 hours over it', '2026-03-28T12:00:00Z', 'PT24H', 'Europe/London', '2026-03-29T12:00:00.000Z'],
    ['a day over its end', '2026-10-24T11:00:00Z', 'P1D', 'Europe/London', '2026-10-25T12:00:00.000Z'],
    ['a day into the gap', '2026-03-28T01:30:00Z', 'P1D', 'Europe/London', '2026-03-29T01:30:00.000Z'],
    ['a day into the overlap', '2026-10-24T00:30:00Z', 'P1D', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    [
      'nothing, in the second pass of the overlap',
      '2026-10-25T01:30:00Z',
      'P0D',
      'Europe/London',
      '2026-10-25T01:30:00.000Z',
    ],
    ['a month from the 31st', '2026-01-31T10:00:00Z', 'P1M', 'Europe/London', '2026-02-28T10:00:00.000Z'],
    [
      'a month from the 31st of a leap year',
      '2028-01-31T10:00:00Z',
      'P1M',
      'Europe/London',
      '2028-02-29T10:00:00.000Z',
    ],
    ['a year from 29 February', '2024-02-29T10:00:00Z', 'P1Y', 'Europe/London', '2025-02-28T10:00:00.000Z'],
    ['a week over Christmas', '2026-12-20T10:00:00Z', 'P1W', 'Europe/London', '2026-12-27T10:00:00.000Z'],
    ['days first, hours after', '2026-03-28T12:00:00Z', 'P1DT24H', 'Europe/London', '2026-03-30T11:00:00.000Z'],
    ['a day over the southern change', '2026-09-26T00:00:00Z', 'P1D', 'Pacific/Auckland', '2026-09-26T23:00:00.000Z'],
    ['the same day elsewhere', '2026-09-26T00:00:00Z', 'P1D', 'Europe/London', '2026-09-27T00:00:00.000Z'],
  ])('%s: %s + %s in %s is %s', (_, instant, text, zone, expected) => {
    expect(later(instant, text, zone)).toBe(expected);
  });

  const zone = fc.constantFrom(...zones);
  const instant = fc.date({ min: new Date('1996-01-01'), max: new Date('2037-01-01'), noInvalidDate: true });

  it('keeps the wall clock when days are added, at a time that no clock change touches', () => {
    const day = fc.integer({ min: dayNumber('1996-01-01'), max: dayNumber('2036-12-31') }).map(dayFromNumber);
    fc.assert(
      fc.property(zone, day, fc.nat(400), (where, from, days) => {
        const reached = addDuration(instantOf(from, '09:30', where), { ...nothing, days }, where);
        expect(localDay(reached, where)).toBe(addDays(from, days));
        expect(localTime(reached, where)).toBe('09:30');
      }),
    );
  });

  it('adds hours, minutes and seconds exactly, in any zone', () => {
    fc.assert(
      fc.property(zone, instant, fc.nat(10 ** 11), (where, from, milliseconds) => {
        expect(addDuration(from, { ...nothing, milliseconds }, where).getTime()).toBe(from.getTime() + milliseconds);
      }),
    );
  });

  it('takes twelve months for a year and seven days for a week', () => {
    fc.assert(
      fc.property(zone, instant, fc.nat(20), (where, from, n) => {
        const add = (duration: Partial<IsoDuration>): Date => addDuration(from, { ...nothing, ...duration }, where);
        expect(add({ months: 12 * n })).toEqual(add({ years: n }));
        expect(add({ days: 7 * n })).toEqual(add({ weeks: n }));
      }),
    );
  });

  it.each(['P999999999Y', 'P999999999M', 'P999999999W'])('refuses %s, which leads out of all calendars', (text) => {
    expect(() => later('2026-01-01T00:00:00Z', text, 'Europe/London')).toThrow(RangeError);
  });

  it('refuses a rest that leads out of all calendars', () => {
    const last = new Date(8.64e15 - 1);
    expect(() => addDuration(last, { ...nothing, milliseconds: 2 }, 'Europe/London')).toThrow(RangeError);
  });

  it('refuses to start from an instant that is none', () => {
    expect(() => addDuration(new Date('nonsense'), nothing, 'Europe/London')).toThrow(RangeError);
  });
});

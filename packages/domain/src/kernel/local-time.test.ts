import fc from 'fast-check';
import { addDays, dayFromNumber, dayNumber, type Day } from './days';
import { instantOf, isLocalTime, isZone, localDay, localTime, zones, type LocalTime, type Zone } from './local-time';

const zone = fc.constantFrom(...zones);
const day = fc.integer({ min: dayNumber('1996-01-01'), max: dayNumber('2037-12-31') }).map(dayFromNumber);
const minuteOfDay = fc.nat(24 * 60 - 1);
const clockTime = (minute: number): LocalTime => new Date(minute * 60_000).toISOString().slice(11, 16) as LocalTime;

/** Days on which clocks go forward and back, London by EU rules and New Zealand by its own. */
const clockChanges: [Zone, Day][] = [
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['Europe/London', '2027-03-28'],
  ['Pacific/Auckland', '2026-04-05'],
  ['Pacific/Auckland', '2026-09-27'],
];

describe('localDay and localTime', () => {
  it.each<[string, Zone, Day, LocalTime]>([
    ['2026-06-30T23:00:00Z', 'Europe/London', '2026-07-01', '00:00'],
    ['2026-06-30T22:59:59.999Z', 'Europe/London', '2026-06-30', '23:59'],
    ['2026-12-24T23:59:59Z', 'Europe/London', '2026-12-24', '23:59'],
    ['2026-12-25T00:00:00Z', 'Europe/London', '2026-12-25', '00:00'],
    ['2026-12-24T11:00:00Z', 'Pacific/Auckland', '2026-12-25', '00:00'],
    ['2026-12-25T10:59:00Z', 'Pacific/Auckland', '2026-12-25', '23:59'],
    ['2026-06-30T12:00:00Z', 'Pacific/Auckland', '2026-07-01', '00:00'],
    ['2026-03-29T00:59:00Z', 'Europe/London', '2026-03-29', '00:59'],
    ['2026-03-29T01:00:00Z', 'Europe/London', '2026-03-29', '02:00'],
    ['2026-10-25T00:59:00Z', 'Europe/London', '2026-10-25', '01:59'],
    ['2026-10-25T01:00:00Z', 'Europe/London', '2026-10-25', '01:00'],
  ])('at %s in %s it is %s %s', (instant, where, expectedDay, expectedTime) => {
    expect(localDay(new Date(instant), where)).toBe(expectedDay);
    expect(localTime(new Date(instant), where)).toBe(expectedTime);
  });

  it('refuses an instant that is none, or that no calendar day can hold', () => {
    expect(() => localDay(new Date('nonsense'), 'Europe/London')).toThrow(RangeError);
    expect(() => localTime(new Date('nonsense'), 'Europe/London')).toThrow(RangeError);
    expect(() => localDay(new Date('+012345-01-01T00:00:00Z'), 'Europe/London')).toThrow(RangeError);
  });
});

describe('instantOf', () => {
  it.each<[string, Day, LocalTime, Zone, string]>([
    ['winter', '2026-12-25', '09:30', 'Europe/London', '2026-12-25T09:30:00.000Z'],
    ['summer', '2026-07-01', '00:00', 'Europe/London', '2026-06-30T23:00:00.000Z'],
    ['before the gap', '2026-03-29', '00:59', 'Europe/London', '2026-03-29T00:59:00.000Z'],
    ['start of the gap', '2026-03-29', '01:00', 'Europe/London', '2026-03-29T01:00:00.000Z'],
    ['in the gap', '2026-03-29', '01:30', 'Europe/London', '2026-03-29T01:30:00.000Z'],
    ['after the gap', '2026-03-29', '02:00', 'Europe/London', '2026-03-29T01:00:00.000Z'],
    ['before the overlap', '2026-10-25', '00:59', 'Europe/London', '2026-10-24T23:59:00.000Z'],
    ['in the overlap', '2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['after the overlap', '2026-10-25', '02:00', 'Europe/London', '2026-10-25T02:00:00.000Z'],
    ['southern summer', '2026-12-25', '09:30', 'Pacific/Auckland', '2026-12-24T20:30:00.000Z'],
    ['southern winter', '2026-07-10', '08:00', 'Pacific/Auckland', '2026-07-09T20:00:00.000Z'],
    ['in the southern gap', '2026-09-27', '02:30', 'Pacific/Auckland', '2026-09-26T14:30:00.000Z'],
    ['in the southern overlap', '2026-04-05', '02:30', 'Pacific/Auckland', '2026-04-04T13:30:00.000Z'],
  ])('%s: %s %s in %s is %s', (_, onDay, time, where, expected) => {
    expect(instantOf(onDay, time, where).toISOString()).toBe(expected);
  });

  it('shows the same day and time back, or the time moved out of the gap by an hour', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(zone, day), fc.constantFrom(...clockChanges)),
        minuteOfDay,
        ([where, onDay], minute) => {
          const instant = instantOf(onDay, clockTime(minute), where);
          expect(localDay(instant, where)).toBe(onDay);
          expect([clockTime(minute), clockTime(minute + 60)]).toContain(localTime(instant, where));
          if (localTime(instant, where) !== clockTime(minute)) {
            expect(localTime(new Date(instant.getTime() - 60 * 60_000), where)).not.toBe(clockTime(minute));
          }
        },
      ),
    );
  });

  it('means the earlier of two instants that show the same time', () => {
    fc.assert(
      fc.property(zone, day, minuteOfDay, (where, onDay, minute) => {
        const instant = instantOf(onDay, clockTime(minute), where);
        const hourEarlier = new Date(instant.getTime() - 60 * 60_000);
        expect(localTime(hourEarlier, where)).not.toBe(localTime(instant, where));
      }),
    );
  });

  it.each([
    ['2026-03-29', 'Europe/London', 23],
    ['2026-10-25', 'Europe/London', 25],
    ['2026-12-25', 'Europe/London', 24],
    ['2026-09-27', 'Pacific/Auckland', 23],
    ['2026-04-05', 'Pacific/Auckland', 25],
  ] as [Day, Zone, number][])('%s in %s has %i hours', (onDay, where, hours) => {
    const start = instantOf(onDay, '00:00', where).getTime();
    expect(instantOf(addDays(onDay, 1), '00:00', where).getTime() - start).toBe(hours * 3_600_000);
  });

  it('refuses days and times that do not exist', () => {
    expect(() => instantOf('2026-02-30', '10:00', 'Europe/London')).toThrow(RangeError);
    expect(() => instantOf('2026-02-28', '24:00', 'Europe/London')).toThrow('"24:00" is not a time of day');
  });
});

describe('the guards', () => {
  it.each(['00:00', '09:05', '19:59', '23:59'])('accepts the time %s', (text) => {
    expect(isLocalTime(text)).toBe(true);
  });

  it.each(['24:00', '9:05', '12:60', '12:00:00', '', null, 12])('refuses the time %p', (value) => {
    expect(isLocalTime(value)).toBe(false);
  });

  it('knows the two zones', () => {
    expect(['Europe/London', 'Pacific/Auckland', 'Mars/Olympus', null].map(isZone)).toEqual([true, true, false, false]);
  });
});

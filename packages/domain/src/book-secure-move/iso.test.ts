import fc from 'fast-check';
import { DateTime } from 'luxon';
import { formatLondon, londonDay, parseIsoDateTime, readInstant } from './iso';

const instant = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 11, 31) }).map((ms) => new Date(ms));
const inLondon = (date: Date) => DateTime.fromJSDate(date, { zone: 'Europe/London' });

describe('formatLondon', () => {
  it('agrees with the time zone database at any instant of two centuries', () => {
    fc.assert(
      fc.property(instant, (date) => {
        expect(formatLondon(date)).toBe(inLondon(date).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"));
      }),
      { numRuns: 10_000 },
    );
  });

  test.each([
    ['2020-07-20T10:09:10.999Z', '2020-07-20T11:09:10+01:00'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00+00:00'],
    ['2026-03-29T00:59:59Z', '2026-03-29T00:59:59+00:00'],
    ['2026-03-29T01:00:00Z', '2026-03-29T02:00:00+01:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25T01:59:59+01:00'],
    ['2026-10-25T01:00:00Z', '2026-10-25T01:00:00+00:00'],
    ['1943-07-01T00:00:00Z', '1943-07-01T02:00:00+02:00'],
    ['1970-01-01T00:00:00Z', '1970-01-01T01:00:00+01:00'],
  ])('%s is %s', (utc, london) => {
    expect(formatLondon(new Date(utc))).toBe(london);
  });

  it('is read back as the same instant, to the second', () => {
    fc.assert(
      fc.property(instant, (date) => {
        const seconds = Math.floor(date.getTime() / 1000);
        expect(parseIsoDateTime(formatLondon(date))?.getTime()).toBe(seconds * 1000);
      }),
    );
  });
});

describe('londonDay', () => {
  it('is the day on the London calendar', () => {
    fc.assert(
      fc.property(instant, (date) => {
        expect(londonDay(date)).toBe(inLondon(date).toISODate());
      }),
    );
  });

  it('has begun already at eleven in a summer evening, Greenwich time', () => {
    expect(londonDay(new Date('2026-06-30T23:00:00Z'))).toBe('2026-07-01');
  });
});

describe('parseIsoDateTime', () => {
  test.each([
    ['2026-03-02T17:40:00Z', '2026-03-02T17:40:00.000Z'],
    ['2026-03-02T17:40:00.1234567Z', '2026-03-02T17:40:00.123Z'],
    ['2026-07-02T17:40:00+01:00', '2026-07-02T16:40:00.000Z'],
    ['2026-07-02T17:40:00-0530', '2026-07-02T23:10:00.000Z'],
    ['2026-07-02T17:40:00', '2026-07-02T16:40:00.000Z'],
    ['2026-07-02', '2026-07-01T23:00:00.000Z'],
    ['2026-01-02', '2026-01-02T00:00:00.000Z'],
    ['2026-03-29T01:30:00', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T01:30:00', '2026-10-25T00:30:00.000Z'],
  ])('reads %s as %s', (text, utc) => {
    expect(parseIsoDateTime(text)?.toISOString()).toBe(utc);
  });

  test.each([
    '2020-12-03 10:51:28 +0000',
    '2020-12-03 10:51:28',
    '2020-12-03T10:51Z',
    '2020-02-30',
    '2020-12-03T24:00:00Z',
    '2020-12-03T10:60:00Z',
    '20/12/2020',
    'yesterday',
    '',
    null,
    undefined,
    20201203,
  ])('refuses %p', (value) => {
    expect(parseIsoDateTime(value)).toBeNull();
  });
});

describe('readInstant', () => {
  test.each([
    ['2020-12-03 10:51:28 +0000', '2020-12-03T10:51:28.000Z'],
    ['2020-12-03 10:51', '2020-12-03T10:51:00.000Z'],
    ['2020-07-03T10:51', '2020-07-03T09:51:00.000Z'],
    [' 2020-07-03T10:51:00Z ', '2020-07-03T10:51:00.000Z'],
  ])('reads %p as %s', (text, utc) => {
    expect(readInstant(text)?.toISOString()).toBe(utc);
  });

  test.each(['later', '2020-13-01', null, 5])('makes nothing of %p', (value) => {
    expect(readInstant(value)).toBeNull();
  });
});

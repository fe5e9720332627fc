import fc from 'fast-check';
import {
  carriesTime,
  checkDate,
  exceedsYears,
  isAfterStart,
  isEarlier,
  isFuture,
  isPast,
  momentOf,
  readDay,
  readInstant,
} from './dates';
import type { DateRule } from './dates';

/** Half past midnight in London, in summer: still the day before in UTC. */
const now = new Date('2021-08-16T23:30:00.000Z');

describe('checkDate', () => {
  it.each<[DateRule, string, boolean]>([
    ['any', '1971-01-01T00:00:00Z', true],
    ['any', '0000-06-01T00:00:00Z', false],
    ['any', '9999-01-01T00:00:00Z', false],
    ['any', '9998-12-31T23:59:59Z', true],
    ['any', '0002-01-01T00:00:00Z', true],
    ['any', '0001-12-31T23:59:59Z', false],
    ['any', 'yesterday', false],
    ['past', '2021-08-16T23:30:00Z', true],
    ['past', '2021-08-16T23:30:00.001Z', false],
    ['past', '2021-08-17T00:00:00Z', true],
    ['past', '2021-08-16T23:00:00Z', true],
    ['past', '2021-08-17T23:00:00Z', false],
    ['today_or_past', '2021-08-17T22:59:59Z', true],
    ['today_or_past', '2021-08-17T23:00:00Z', false],
    ['today_or_later', '2021-08-16T23:00:00Z', true],
    ['today_or_later', '2021-08-16T22:59:59Z', false],
    ['today_or_later', '2021-08-17T00:00:00Z', true],
    ['to_come', '2021-08-16T23:30:00Z', true],
    ['to_come', '2021-08-16T23:29:59Z', false],
    ['to_come', '2021-08-17T00:00:00Z', true],
    ['to_come', '2021-08-16T23:00:00Z', true],
    ['to_come', '2021-08-15T23:00:00Z', false],
  ])('%s: %s may stand: %s', (rule, value, holds) => {
    const violations = checkDate('a_date', value, rule, now);
    expect(violations).toHaveLength(holds ? 0 : 1);
    for (const violation of violations) expect(violation).toMatchObject({ field: 'a_date', meta: { value } });
  });
});

describe('carriesTime', () => {
  it.each([
    ['2021-08-17T00:00:00Z', false],
    ['2021-08-16T23:00:00Z', false],
    ['2021-12-16T23:00:00Z', true],
    ['2021-08-17T00:00:01Z', true],
    ['2021-08-17T00:00:00.001Z', true],
    ['2021-08-17T09:30:00Z', true],
  ])('%s: %s', (text, carries) => {
    expect(carriesTime(new Date(text))).toBe(carries);
  });
});

describe('order', () => {
  const instant = fc.date({ min: new Date('1996-01-01'), max: new Date('2037-01-01'), noInvalidDate: true });

  it('puts no instant both in the past and in the future', () => {
    fc.assert(fc.property(instant, instant, (one, at) => expect(isPast(one, at) && isFuture(one, at)).toBe(false)));
  });

  it('is never both ways round', () => {
    fc.assert(
      fc.property(instant, instant, (one, other) => expect(isEarlier(one, other) && isEarlier(other, one)).toBe(false)),
    );
    fc.assert(
      fc.property(instant, instant, (one, other) =>
        expect(isEarlier(one, other) && isAfterStart(other, one)).toBe(false),
      ),
    );
  });
});

describe('momentOf', () => {
  it.each([
    ['2021-09-06T00:00:00Z', '2021-09-06T08:30:15Z', '2021-09-06T08:30:15.000Z'],
    ['2021-09-06T00:00:00Z', '1970-01-01T08:30:00+01:00', '2021-09-06T07:30:00.000Z'],
    ['2021-09-06T00:00:00Z', null, '2021-09-05T23:00:00.000Z'],
    ['2021-12-06T00:00:00Z', undefined, '2021-12-06T00:00:00.000Z'],
  ])('%s at %s is %s', (date, time, moment) => {
    expect(momentOf(date, time)?.toISOString()).toBe(moment);
  });

  it.each([null, undefined, 'never'])('is unknown without a date (%s)', (date) => {
    expect(momentOf(date, '2021-09-06T08:30:00Z')).toBeUndefined();
  });
});

describe('readInstant and readDay', () => {
  it.each([
    ['2021-08-16T23:00:00Z', '2021-08-17'],
    ['2021-12-16T23:00:00Z', '2021-12-16'],
    ['2021-08-17', '2021-08-17'],
    ['', undefined],
    [null, undefined],
  ])('%s is on %s', (text, day) => {
    expect(readDay(text)).toBe(day);
    expect(readInstant(text) === undefined).toBe(day === undefined);
  });
});

describe('exceedsYears', () => {
  it.each([
    ['2021-09-06', '2026-09-06', false],
    ['2021-09-06', '2026-09-07', true],
    ['2021-09-06', '2027-01-01', true],
    ['2024-02-29', '2029-02-28', false],
    ['2024-02-29', '2029-03-01', true],
    ['2026-09-06', '2021-09-06', false],
    ['9996-01-01', '9998-01-01', false],
  ] as const)('%s to %s: %s', (first, last, exceeds) => {
    expect(exceedsYears(first, last, 5)).toBe(exceeds);
  });
});

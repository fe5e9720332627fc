import { instantOf, localDay, localTime } from '../../kernel';
import type { Day, Violation } from '../../kernel';
import { broken } from './rules';

const ZONE = 'Europe/London';

/** The instant that a member of a request names; undefined when it is absent or no calendar holds it. */
export function readInstant(text: string | null | undefined): Date | undefined {
  if (typeof text !== 'string') return undefined;
  const instant = new Date(text);
  const year = instant.getUTCFullYear();
  // NOTE a day's margin at both ends, for London is not always on UTC
  return year >= 2 && year <= 9998 ? instant : undefined;
}

/** The day by the clocks of London; undefined as `readInstant`. */
export function readDay(text: string | null | undefined): Day | undefined {
  const instant = readInstant(text);
  return instant && londonDay(instant);
}

export function londonDay(instant: Date): Day {
  return localDay(instant, ZONE);
}

/** False at midnight, in UTC or in London: clients send a plain date so, and mean the whole day. */
export function carriesTime(instant: Date): boolean {
  const exact = instant.getUTCSeconds() + instant.getUTCMilliseconds() > 0;
  return exact || (instant.toISOString().slice(11, 16) !== '00:00' && localTime(instant, ZONE) !== '00:00');
}

/** Later than now; a plain date only from tomorrow on. */
export function isFuture(instant: Date, now: Date): boolean {
  return carriesTime(instant) ? instant > now : londonDay(instant) > londonDay(now);
}

/** Earlier than now; a plain date only up to yesterday. */
export function isPast(instant: Date, now: Date): boolean {
  return carriesTime(instant) ? instant < now : londonDay(instant) < londonDay(now);
}

/** Earlier than the other; by the day when one of the two is a plain date. */
export function isEarlier(instant: Date, other: Date): boolean {
  return carriesTime(instant) && carriesTime(other) ? instant < other : londonDay(instant) < londonDay(other);
}

/** Later than the start, or on its day when one of the two is a plain date. */
export function isAfterStart(start: Date, end: Date): boolean {
  return carriesTime(start) && carriesTime(end) ? end > start : londonDay(end) >= londonDay(start);
}

/**
 * The instant that a date and its time of day name together: the day is the date's, the time of day is the time's,
 * whatever day the time names. Without a time, the start of the day. Undefined without a date.
 */
export function momentOf(date: string | null | undefined, time: string | null | undefined): Date | undefined {
  const day = readDay(date);
  if (day === undefined) return undefined;
  const clock = readInstant(time);
  if (clock && londonDay(clock) === day) return clock;
  return instantOf(day, clock ? localTime(clock, ZONE) : '00:00', ZONE);
}

/** True when the last day lies more than so many calendar years after the first. */
export function exceedsYears(first: Day, last: Day, years: number): boolean {
  const apart = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  return apart > years || (apart === years && last.slice(5) > first.slice(5));
}

/** What a date of a request must meet, each on its own. */
export type DateRule =
  /** Only be a date. */
  | 'any'
  /** Be over: not later than now, or the plain date of today. */
  | 'past'
  /** Any time of today, or earlier. */
  | 'today_or_past'
  /** Any time of today, or later. */
  | 'today_or_later'
  /** Still to come: not earlier than now, or the plain date of today. */
  | 'to_come';

const refusals: Record<Exclude<DateRule, 'any'>, { holds(instant: Date, now: Date): boolean; message: string }> = {
  past: { holds: (instant, now) => !isFuture(instant, now), message: 'must be in the past' },
  today_or_past: { holds: (instant, now) => londonDay(instant) <= londonDay(now), message: 'must be today or earlier' },
  today_or_later: { holds: (instant, now) => londonDay(instant) >= londonDay(now), message: 'must be today or later' },
  to_come: { holds: (instant, now) => !isPast(instant, now), message: 'must not be in the past' },
};

/** Holds each named date against its rule. Absent ones are nobody's business here. */
export function checkDates<R extends object>(
  request: R,
  rules: Partial<Record<keyof R & string, DateRule>>,
  now: Date,
): Violation[] {
  return Object.entries(rules).flatMap(([member, rule]) => {
    const value: unknown = request[member as keyof R];
    return typeof value === 'string' ? checkDate(member, value, rule as DateRule, now) : [];
  });
}

/** One date against one rule. The field may be a path. */
export function checkDate(field: string, value: string, rule: DateRule, now: Date): Violation[] {
  const instant = readInstant(value);
  if (!instant) return [broken(field, 'not_a_date', 'must be a date between the years 2 and 9998', value)];
  if (rule === 'any' || refusals[rule].holds(instant, now)) return [];
  return [broken(field, rule, refusals[rule].message, value)];
}

import { dayFromNumber, dayNumber, weekdayOfNumber, type Day } from './days';
import { localDay, type Zone } from './local-time';

/** More days than the calendar has: keeps the arithmetic exact, so that every search ends. */
const MOST_DAYS = 4_000_000;

/** Which days are worked: Monday to Friday except the holidays. The zone says which day an instant belongs to. */
export interface WorkingCalendar {
  /** Must not change once it is in use: what is worked out from it is remembered. */
  holidays: ReadonlySet<Day>;
  zone: Zone;
}

/** The calendar day of an instant by the calendar's own clocks, a working day or not. */
export function dayIn(calendar: WorkingCalendar, instant: Date): Day {
  return localDay(instant, calendar.zone);
}

export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  return weekdayOfNumber(dayNumber(day)) <= 5 && !calendar.holidays.has(day);
}

/** The first working day after this day. */
export function nextWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  return addWorkingDays(calendar, day, 1);
}

/** The last working day before this day. */
export function previousWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  return addWorkingDays(calendar, day, -1);
}

/** This day when it is worked, otherwise the next that is. */
export function workingDayOnOrAfter(calendar: WorkingCalendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
}

/**
 * Counts working days forward (n > 0) or backward (n < 0), this day not included: Friday + 1 is Monday, and so is
 * Saturday + 1; Saturday - 1 is Friday. 0 gives the day back, worked or not.
 * Throws RangeError when n is not a whole number or the answer leaves the years 0001 to 9999.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, n: number): Day {
  if (!Number.isInteger(n) || Math.abs(n) > MOST_DAYS) throw new RangeError(`${n} is not a number of working days`);
  const start = dayNumber(day);
  if (n === 0) return day;
  const closed = closedWeekdays(calendar.holidays);
  const ordinal = n > 0 ? ordinalOf(start, closed) + n : ordinalOf(start - 1, closed) + n + 1;
  return dayFromNumber(workingDayWith(ordinal, closed));
}

/**
 * Working days after `from` up to and including `to`: for working days, the number that `addWorkingDays` needs to go
 * from one to the other. Negative when `to` is earlier.
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  const closed = closedWeekdays(calendar.holidays);
  return ordinalOf(dayNumber(to), closed) - ordinalOf(dayNumber(from), closed);
}

/** Working days from the first to the last day, both included; 0 when the last is before the first. */
export function countWorkingDays(calendar: WorkingCalendar, first: Day, last: Day): number {
  const closed = closedWeekdays(calendar.holidays);
  return Math.max(0, ordinalOf(dayNumber(last), closed) - ordinalOf(dayNumber(first) - 1, closed));
}

const closedBySet = new WeakMap<ReadonlySet<Day>, number[]>();

/** The day numbers of the holidays from Monday to Friday, ascending. */
function closedWeekdays(holidays: ReadonlySet<Day>): number[] {
  const known = closedBySet.get(holidays);
  if (known) return known;
  const closed = [...holidays]
    .map(dayNumber)
    .filter((number) => weekdayOfNumber(number) <= 5)
    .sort((one, other) => one - other);
  closedBySet.set(holidays, closed);
  return closed;
}

/** Every working day has an ordinal; any other day has that of the working day before it. */
function ordinalOf(number: number, closed: number[]): number {
  return weekdaysUpTo(number) - firstIndex(0, closed.length, (index) => closed[index]! > number);
}

/** The day number of the working day with this ordinal: holidays can only push it later, each by one weekday. */
function workingDayWith(ordinal: number, closed: number[]): number {
  const earliest = weekdayWith(ordinal);
  const latest = weekdayWith(ordinal + closed.length);
  return firstIndex(earliest, latest, (number) => ordinalOf(number, closed) >= ordinal);
}

/** Counts Mondays to Fridays, starting with Monday 1969-12-29 as 1. */
function weekdaysUpTo(number: number): number {
  const days = number + 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}

/** The inverse of `weekdaysUpTo`. */
function weekdayWith(ordinal: number): number {
  const weeks = Math.floor((ordinal - 1) / 5);
  return weeks * 7 + (ordinal - 1 - weeks * 5) - 3;
}

/** The first whole number from `low` that holds, or `high`: holding must not end once it has begun. */
function firstIndex(low: number, high: number, holds: (index: number) => boolean): number {
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A calendar day, `YYYY-MM-DD`, in the proleptic Gregorian calendar, years 0001 to 9999. It has no time zone.
 * A literal of this form compiles as it is; text from outside passes `isDay` first.
 */
export type Day = `${number}-${number}-${number}`;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MS_PER_DAY = 86_400_000;
const FIRST_DAY_NUMBER = -719_162;
const LAST_DAY_NUMBER = 2_932_896;

/** True for text that names a day which exists: not 2026-02-30, not 2026-2-3, not the year 0000. */
export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && parseDay(value) !== null;
}

/** Days since 1970-01-01, negative before it. Throws RangeError for anything that is not a day. */
export function dayNumber(day: Day): number {
  const number = parseDay(day);
  if (number === null) throw new RangeError(`"${day}" is not a calendar day`);
  return number;
}

/** The inverse of `dayNumber`. Throws RangeError outside the years 0001 to 9999 and for fractions. */
export function dayFromNumber(number: number): Day {
  if (!Number.isInteger(number) || number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER) {
    throw new RangeError(`day number ${number} is outside the years 0001 to 9999`);
  }
  return formatDay(number);
}

/** The day `count` days later, earlier when negative. Throws RangeError when that leaves the years 0001 to 9999. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** How many days to add to `from` to reach `to`: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(day: Day): Weekday {
  return weekdayOfNumber(dayNumber(day));
}

/** The weekday of a day number; 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** For sorting: negative when the first day is earlier, 0 when the same. */
export function compareDays(one: Day, other: Day): number {
  return dayNumber(one) - dayNumber(other);
}

export function isBefore(day: Day, other: Day): boolean {
  return compareDays(day, other) < 0;
}

export function isAfter(day: Day, other: Day): boolean {
  return compareDays(day, other) > 0;
}

/** UTC stands in for "no time zone": it has no clock changes, and JavaScript keeps it in the proleptic calendar. */
function parseDay(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const number = Date.parse(`${text}T00:00:00Z`) / MS_PER_DAY;
  // NOTE engines roll 30 February over into March, so a day that does not exist is told by its way back
  return number >= FIRST_DAY_NUMBER && formatDay(number) === text ? number : null;
}

function formatDay(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}

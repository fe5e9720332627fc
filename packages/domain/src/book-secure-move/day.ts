/** A calendar day without a time zone, `YYYY-MM-DD`. Days compare correctly as text. */
export type Day = string;

const shape = /^\d{4}-\d{2}-\d{2}$/;
const msPerDay = 86_400_000;

const midnightUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** True for a day that exists in the calendar, written `YYYY-MM-DD`. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !shape.test(value)) return false;
  const at = midnightUtc(value);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

/**
 * A record's date as the service stores it: the day, also when a time follows it, and null for anything that cannot be
 * read. Never an error: a bad date is a missing date.
 */
export function readDay(value: unknown): Day | null {
  if (typeof value !== 'string') return null;
  const day = value.trim().slice(0, 10);
  const rest = value.trim().slice(10);
  return isDay(day) && /^(?:[T ].*)?$/i.test(rest) ? day : null;
}

/** The day n days later, or earlier for a negative n. Takes a valid day and a whole number. */
export function addDays(day: Day, n: number): Day {
  return new Date(midnightUtc(day) + n * msPerDay).toISOString().slice(0, 10);
}

/** How many days lie from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnightUtc(to) - midnightUtc(from)) / msPerDay);
}

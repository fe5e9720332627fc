import { addDays, daysBetween, instantOf, localDay } from '@switchyard/domain';
import type { Day, LocalTime } from '@switchyard/domain';

/** The days around which the demo's moves are laid, by London's calendar. */
export interface DemoCalendar {
  /** The day n days after the demo's today, before it when negative. */
  day(n: number): Day;
  /** The instant of a London wall-clock time on such a day, as ISO 8601 in UTC. */
  at(n: number, time: LocalTime): string;
  /** The instant so many minutes before the demo's present, as ISO 8601 in UTC. */
  minutesAgo(minutes: number): string;
}

/** The demo's first and last day, counted from its today. */
export const FIRST_DAY = -3;
export const LAST_DAY = 14;

/** Days of the published walkthroughs, whose lists must show nothing but what their reader has made. */
export const walkthroughDays: readonly Day[] = ['2020-04-21', '2020-07-22', '2021-05-07'];

const zone = 'Europe/London';
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** The demo's present is now, or earlier by whole days when one of the walkthroughs' days lies among the demo's. */
export function demoCalendar(now: Date): DemoCalendar {
  const present = clearOfWalkthroughs(now);
  const today = localDay(present, zone);
  return {
    day: (n) => addDays(today, n),
    at: (n, time) => instantOf(addDays(today, n), time, zone).toISOString(),
    minutesAgo: (minutes) => new Date(present.getTime() - minutes * MS_PER_MINUTE).toISOString(),
  };
}

function clearOfWalkthroughs(now: Date): Date {
  const ahead = walkthroughDays
    .map((reserved) => daysBetween(localDay(now, zone), reserved))
    .find((days) => days >= FIRST_DAY && days <= LAST_DAY);
  if (ahead === undefined) return now;
  return clearOfWalkthroughs(new Date(now.getTime() - (LAST_DAY + 1 - ahead) * MS_PER_DAY));
}

import type { LondonTime } from './records';

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What a clock in London shows at the instant: `YYYY-MM-DDTHH:MM:SS`, the fraction of a second dropped. */
export function toLondonTime(instant: Date): LondonTime {
  const parts = new Map(londonClock.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes, width = 2) => (parts.get(name) ?? '').padStart(width, '0');
  return `${part('year', 4)}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

/**
 * The instant at which a clock in London shows this time. Of the two instants in the hour that autumn repeats it takes
 * the later one; a time in the hour that spring skips is read as if the clocks had not yet gone forward.
 */
export function fromLondonTime(local: LondonTime): Date {
  const asIfUtc = Date.parse(`${local}Z`);
  const firstGuess = asIfUtc - offsetAt(asIfUtc);
  return new Date(asIfUtc - offsetAt(firstGuess));
}

/** How far London is ahead of UTC at the instant, in milliseconds. */
function offsetAt(instant: number): number {
  const wholeSecond = Math.floor(instant / 1000) * 1000;
  return Date.parse(`${toLondonTime(new Date(wholeSecond))}Z`) - wholeSecond;
}

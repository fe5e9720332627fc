import fc from 'fast-check';
import { addDays, dayFromNumber, dayNumber, instantOf } from '../kernel';
import type { Day, LocalTime } from '../kernel';
import { englandCalendar } from './calendar';

export const england = englandCalendar();

const anyDay = fc.integer({ min: dayNumber('2016-01-01'), max: dayNumber('2034-12-31') }).map(dayFromNumber);
const near = (month: string): fc.Arbitrary<Day> =>
  fc
    .tuple(fc.integer({ min: 2016, max: 2034 }), fc.integer({ min: -8, max: 12 }))
    .map(([year, offset]) => addDays(`${year}-${month}` as Day, offset));

/** Any day, and more often than chance: Christmas, Easter and the changes of the clock, the end of February. */
export const someDay = fc.oneof(anyDay, near('12-25'), near('03-28'), near('10-27'), near('02-28'));

const someMinute = fc
  .nat(24 * 60 - 1)
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16) as LocalTime);
const someTime = fc.oneof(someMinute, fc.constantFrom<LocalTime>('00:00', '01:30', '16:29', '16:30', '16:31', '23:59'));

/** Any instant of those days, and more often the minutes around the cut-off. */
export const someInstant = fc
  .tuple(someDay, someTime, fc.constantFrom(0, 1, 59_999))
  .map(([day, time, ms]) => new Date(instantOf(day, time, 'Europe/London').getTime() + ms));

export const instant = (text: string): Date => new Date(text);

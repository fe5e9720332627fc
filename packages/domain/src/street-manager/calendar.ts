import {
  addDays,
  addWorkingDays,
  bankHolidays,
  countWorkingDays,
  dayIn,
  daysBetween,
  instantOf,
  isWorkingDay,
  nextWorkingDay,
} from '../kernel';
import type { Day, HolidayTable, LocalTime, WorkingCalendar } from '../kernel';

/** The end of the working day: what arrives later counts as arriving on the next one. */
export const cutOff: LocalTime = '16:30';

/** The calendar of the published rules: England's bank holidays, read on London's clocks. */
export function englandCalendar(table?: HolidayTable): WorkingCalendar {
  return { holidays: bankHolidays('england-and-wales', table), zone: 'Europe/London' };
}

/** The day on which an action counts: its own when worked and not past 16:30, the next working day otherwise. */
export function effectiveDay(calendar: WorkingCalendar, at: Date): Day {
  const day = dayIn(calendar, at);
  const inTime = at.getTime() <= deadlineInstant(calendar, day).getTime();
  return inTime && isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
}

/** The instant at which a deadline on this day passes: 16:30 in London, so 15:30Z in summer. */
export function deadlineInstant(calendar: WorkingCalendar, day: Day): Date {
  return instantOf(day, cutOff, calendar.zone);
}

/** How a range of days is measured; both ends belong to it. */
export interface Duration {
  calendarDays: number;
  workingDays: number;
}

/** Both measures of a range, times of day aside: Monday to Tuesday is two days. A range that ends before it starts has none. */
export function durationOf(calendar: WorkingCalendar, first: Day, last: Day): Duration {
  return {
    calendarDays: Math.max(0, daysBetween(first, last) + 1),
    workingDays: countWorkingDays(calendar, first, last),
  };
}

/** A length in days of one kind; "a calendar month" of the published rules is 28 calendar days. */
export interface Period {
  days: number;
  unit: 'calendar' | 'working';
}

/** The last day of a period whose first day is this one. Working days count from the first that is worked. */
export function lastDayOf(calendar: WorkingCalendar, first: Day, { days, unit }: Period): Day {
  return unit === 'calendar' ? addDays(first, days - 1) : addWorkingDays(calendar, addDays(first, -1), days);
}

/** How a calendar day travels where the wire wants a date-time: midnight UTC, which London's clocks show on the same day. */
export function dateTimeOf(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

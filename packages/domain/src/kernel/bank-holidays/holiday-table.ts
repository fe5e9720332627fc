import type { Day } from '../days';
import data from './bank-holidays.json';

/** The calendars that have holidays of their own. */
export type HolidayCalendar = keyof typeof data.calendars;

/** For each calendar the days and their names. A New Zealand region lists only its own days beside the national ones. */
export type HolidayTable = ReadonlyMap<HolidayCalendar, ReadonlyMap<Day, string>>;

export const holidayCalendars = Object.keys(data.calendars) as readonly HolidayCalendar[];

/** The years that the table knows; in any other year only weekends are free. */
export const holidayYears: { readonly first: number; readonly last: number } = data.years;

/** What we ship, generated from public data: sources, licence and attribution stand in the file. */
export const defaultHolidays: HolidayTable = new Map(
  holidayCalendars.map((calendar) => [calendar, new Map(Object.entries(data.calendars[calendar]) as [Day, string][])]),
);

export function isHolidayCalendar(value: unknown): value is HolidayCalendar {
  return holidayCalendars.some((calendar) => calendar === value);
}

/**
 * The holidays of a calendar: for a region of New Zealand the national ones and its anniversary day. In the United
 * Kingdom a holiday that falls on a weekend stands only on its substitute day; in New Zealand on both.
 */
export function bankHolidays(calendar: HolidayCalendar, table: HolidayTable = defaultHolidays): ReadonlySet<Day> {
  return new Set(layersOf(calendar).flatMap((layer) => [...(table.get(layer)?.keys() ?? [])]));
}

/** What the holiday is called, or undefined when the day is none. */
export function holidayName(
  calendar: HolidayCalendar,
  day: Day,
  table: HolidayTable = defaultHolidays,
): string | undefined {
  return layersOf(calendar)
    .map((layer) => table.get(layer)?.get(day))
    .find((name) => name !== undefined);
}

function layersOf(calendar: HolidayCalendar): HolidayCalendar[] {
  return calendar.startsWith('new-zealand-') ? ['new-zealand', calendar] : [calendar];
}

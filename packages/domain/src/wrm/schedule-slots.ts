import type { Day, HolidayCalendar, LocalTime } from '../kernel';
import { addDays, bankHolidays, instantOf, isWorkingDay } from '../kernel';
import type { DateTime } from './date-time';
import type { DayOfWeek, TimeslotType } from './enumerations';

export const zone = 'Pacific/Auckland';

/** The parts of the country that have an anniversary day of their own. */
export type Region = Extract<HolidayCalendar, `new-zealand${string}`>;

/** A stretch of the day in which work is offered, by the clocks of the country. */
export interface DailyWindow {
  start: LocalTime;
  end: LocalTime;
  units: number;
}

/** Morning and afternoon. */
export const usualWindows = (units: number): readonly DailyWindow[] => [
  { start: '08:00', end: '12:00', units },
  { start: '13:00', end: '17:00', units },
];

export interface SlotPlan {
  windows: readonly DailyWindow[];
  /** Whose anniversary day is no working day. */
  region: Region;
  timeslotType: TimeslotType;
  /** How its slots are labelled. */
  dayOfWeek: DayOfWeek;
}

export interface PlannedSlot {
  day: Day;
  startDateTime: DateTime;
  endDateTime: DateTime;
  timeslotType: TimeslotType;
  dayOfWeek: DayOfWeek;
  totalUnits: number;
}

/** The slots of a plan on the first `days` calendar days from `from`, this day included; none on days that are not worked. */
export function plannedSlots({ windows, region, ...kind }: SlotPlan, from: Day, days: number): PlannedSlot[] {
  const calendar = { holidays: bankHolidays(region), zone } as const;
  return Array.from({ length: days }, (_, index) => addDays(from, index))
    .filter((day) => isWorkingDay(calendar, day))
    .flatMap((day) =>
      windows.map(({ start, end, units }) => ({
        ...kind,
        day,
        startDateTime: instantOf(day, start, zone).toISOString(),
        endDateTime: instantOf(day, end, zone).toISOString(),
        totalUnits: units,
      })),
    );
}

import {
  addDays,
  addDuration,
  countWorkingDays,
  dayIn,
  daysBetween,
  isAfter,
  type Day,
  type WorkingCalendar,
} from '../kernel';
import { lastDayOf } from './calendar';

export interface SlidingWorks {
  isCandidate: boolean;
  proposedStart: Day;
  proposedEnd: Day;
  validityPeriodEnd: Day;
}

/** The dates of a permit that slide together; the end of the work is that of the permit. */
export interface EndDates {
  proposedEndDate: Date;
  proposedEndTime: Date | null;
  reasonablePeriodEndDate: Date;
}

/**
 * The last day of works that begin later than proposed: the same number of working days, counted from the actual start.
 * Null when nothing slides: no candidate, a start on time or after the validity period, or no working day lost. A range
 * without any working day keeps its calendar days.
 */
export function slidEnd(calendar: WorkingCalendar, works: SlidingWorks, actualStart: Day): Day | null {
  const { proposedStart, proposedEnd } = works;
  const inWindow = isAfter(actualStart, proposedStart) && !isAfter(actualStart, works.validityPeriodEnd);
  if (!works.isCandidate || !inWindow) return null;

  const days = countWorkingDays(calendar, proposedStart, proposedEnd);
  if (days === 0) return addDays(actualStart, daysBetween(proposedStart, proposedEnd));
  if (countWorkingDays(calendar, actualStart, proposedEnd) === days) return null;
  return lastDayOf(calendar, actualStart, { days, unit: 'working' });
}

/** The dates moved so that the proposed end falls on this day; each keeps its time on London's clocks. */
export function slideTo(calendar: WorkingCalendar, dates: EndDates, end: Day): EndDates {
  const days = daysBetween(dayIn(calendar, dates.proposedEndDate), end);
  const later = (instant: Date): Date =>
    addDuration(instant, { years: 0, months: 0, weeks: 0, days, milliseconds: 0 }, calendar.zone);
  return {
    proposedEndDate: later(dates.proposedEndDate),
    proposedEndTime: dates.proposedEndTime && later(dates.proposedEndTime),
    reasonablePeriodEndDate: later(dates.reasonablePeriodEndDate),
  };
}

/**
 * The dates after the start is reverted: those from before the slide. A later alteration of the end outlives the revert,
 * so the original returns only while the end is still where the slide put it.
 */
export function unslide(current: EndDates, slide: { original: EndDates; slid: EndDates } | null): EndDates {
  const untouched = slide && slide.slid.proposedEndDate.getTime() === current.proposedEndDate.getTime();
  return untouched ? slide.original : current;
}

import type { Day, WorkingCalendar } from '../kernel';
import { durationOf } from './calendar';
import type { Duration } from './calendar';
import { isEarlyStart } from './early-start';
import type { WorkCategory } from './enums';
import { validityPeriodEnd } from './validity';
import { workCategory } from './work-category';
import type { CategoryRequest, EarlierPermit } from './work-category';

export interface TimingFacts extends Omit<CategoryRequest, 'workingDays'> {
  proposedStart: Day;
  proposedEnd: Day;
  /** When it is applied for, or asked about. */
  at: Date;
  /** The permits that the work has already, in the order in which they were added. */
  earlier: readonly EarlierPermit[];
}

export interface CalculatedTiming {
  category: WorkCategory;
  duration: Duration;
  validityPeriodEnd: Day;
  isEarlyStart: boolean;
}

/** All that follows from the dates of an application: on submission, and when a client only asks for the category. */
export function calculateTiming(calendar: WorkingCalendar, request: TimingFacts): CalculatedTiming {
  const duration = durationOf(calendar, request.proposedStart, request.proposedEnd);
  const category = workCategory({ ...request, workingDays: duration.workingDays }, request.earlier);
  return {
    category,
    duration,
    validityPeriodEnd: validityPeriodEnd(calendar, category, request.proposedStart),
    isEarlyStart: isEarlyStart(calendar, category, request.at, request.proposedStart),
  };
}

import type { Day, WorkingCalendar } from '../kernel';
import { durationOf } from './calendar';
import type { Duration } from './calendar';
import { earlyStartOfAlteration, isEarlyStart } from './early-start';
import type { EarlyStartJudgement } from './early-start';
import type { WorkCategory } from './enums';
import { validityPeriodEnd } from './validity';
import { alteredCategory, workCategory } from './work-category';
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

/** What the timing of an altered permit depends on beside its dates. */
export interface CurrentTiming {
  proposedStart: Day;
  isEarlyStart: boolean;
  /** The permit came out of a PAA: it stays major. */
  isProgressed: boolean;
  /** The day of a late start that moved the end; the works are measured from it then, as their end was. */
  slidFrom: Day | null;
}

export interface AlteredTimingFacts extends Omit<TimingFacts, 'earlier'> {
  current: CurrentTiming;
}

export interface AlteredTiming extends CalculatedTiming {
  /** What becomes of the answers about an early start. */
  answers: EarlyStartJudgement['answers'];
}

/** All that follows from the dates of a permit once it is altered. The published rules for alterations. */
export function calculateAlteredTiming(calendar: WorkingCalendar, request: AlteredTimingFacts): AlteredTiming {
  const { proposedStart, proposedEnd, current } = request;
  const slidFrom = proposedStart === current.proposedStart ? current.slidFrom : null;
  const duration = durationOf(calendar, slidFrom ?? proposedStart, proposedEnd);
  const category = alteredCategory({ ...request, workingDays: duration.workingDays }, current.isProgressed);
  return {
    category,
    duration,
    validityPeriodEnd: validityPeriodEnd(calendar, category, proposedStart),
    ...earlyStartOfAlteration(calendar, current, { ...request, category }),
  };
}

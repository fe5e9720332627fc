import { isBefore } from '../kernel';
import type { Day, WorkingCalendar } from '../kernel';
import { effectiveDay, lastDayOf } from './calendar';
import type { Period } from './calendar';
import type { WorkCategory } from './enums';

/** The notice that works must be given; immediate and HS2 highway works need none. The published rules for early starts. */
const noticePeriods: Readonly<Record<WorkCategory, Period | null>> = {
  paa: { days: 84, unit: 'calendar' },
  major: { days: 10, unit: 'working' },
  standard: { days: 10, unit: 'working' },
  minor: { days: 3, unit: 'working' },
  immediate_urgent: null,
  immediate_emergency: null,
  hs2_highway: null,
};

/** The first day on which works are no early start, or null where no notice is needed. The effective day is day 1. */
export function noticeEnd(calendar: WorkingCalendar, category: WorkCategory, appliedAt: Date): Day | null {
  const notice = noticePeriods[category];
  return notice && lastDayOf(calendar, effectiveDay(calendar, appliedAt), notice);
}

/** True when works are to begin before their notice has run: then the promoter says who agreed, or why. */
export function isEarlyStart(
  calendar: WorkingCalendar,
  category: WorkCategory,
  appliedAt: Date,
  proposedStart: Day,
): boolean {
  const end = noticeEnd(calendar, category, appliedAt);
  return end !== null && isBefore(proposedStart, end);
}

/** What an alteration does to the early start of its permit. */
export interface EarlyStartJudgement {
  isEarlyStart: boolean;
  /** The answers about pre-approval: asked for again, kept as stored, or cleared. */
  answers: 'asked' | 'kept' | 'cleared';
}

/**
 * Judged again, against the day of the alteration, only when the proposed start changes. A start that moves out of the
 * notice clears the stored answers.
 */
export function earlyStartOfAlteration(
  calendar: WorkingCalendar,
  stored: { isEarlyStart: boolean; proposedStart: Day },
  altered: { category: WorkCategory; at: Date; proposedStart: Day },
): EarlyStartJudgement {
  if (altered.proposedStart === stored.proposedStart) return { isEarlyStart: stored.isEarlyStart, answers: 'kept' };
  const early = isEarlyStart(calendar, altered.category, altered.at, altered.proposedStart);
  return { isEarlyStart: early, answers: early ? 'asked' : 'cleared' };
}

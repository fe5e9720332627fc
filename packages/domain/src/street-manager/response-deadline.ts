import { addWorkingDays } from '../kernel';
import type { WorkingCalendar } from '../kernel';
import { deadlineInstant, effectiveDay, lastDayOf } from './calendar';
import type { Period } from './calendar';
import type { WorkCategory } from './enums';

/** How long the highway authority has to answer an application. The published rules for response periods. */
const responsePeriods: Readonly<Record<WorkCategory, Period>> = {
  paa: { days: 28, unit: 'calendar' },
  major: { days: 5, unit: 'working' },
  standard: { days: 5, unit: 'working' },
  minor: { days: 2, unit: 'working' },
  immediate_urgent: { days: 2, unit: 'working' },
  immediate_emergency: { days: 2, unit: 'working' },
  hs2_highway: { days: 28, unit: 'calendar' },
};

const responsePeriodOfTfl: Period = { days: 42, unit: 'calendar' };

/** For change requests, work extensions and answers to a modification request. */
const responsePeriodOfAlterations: Period = { days: 2, unit: 'working' };

export interface DeadlineSettings {
  /** Working days between the effective day and day 1: 0 by the rules since 1.27, 1 by those before. */
  offset: number;
}

export const currentDeadlines: DeadlineSettings = { offset: 0 };

export interface Application {
  submittedAt: Date;
  category: WorkCategory;
  /** Transport for London has longer for HS2 highway works. */
  authorityIsTfl: boolean;
  /** The deadline of the PAA that this major permit progresses, where it still had one. */
  paaDeadline?: Date | null;
}

/** The instant after which a permit deems: that of its own period, or of its PAA's when that is later. */
export function permitDeadline(
  calendar: WorkingCalendar,
  { submittedAt, category, authorityIsTfl, paaDeadline }: Application,
  settings: DeadlineSettings = currentDeadlines,
): Date {
  const period = category === 'hs2_highway' && authorityIsTfl ? responsePeriodOfTfl : responsePeriods[category];
  const own = deadlineAfter(calendar, submittedAt, period, settings);
  return paaDeadline && paaDeadline.getTime() > own.getTime() ? paaDeadline : own;
}

/**
 * The instant after which an alteration that awaits assessment deems; under `PMR_ALTERATIONS=applied` also the new
 * deadline of the permit that a modified permit answers for.
 */
export function alterationDeadline(
  calendar: WorkingCalendar,
  submittedAt: Date,
  settings: DeadlineSettings = currentDeadlines,
): Date {
  return deadlineAfter(calendar, submittedAt, responsePeriodOfAlterations, settings);
}

/** Deeming is due once the deadline has passed: at the deadline itself the authority may still answer. */
export function isPastDeadline(deadline: Date, now: Date): boolean {
  return now.getTime() > deadline.getTime();
}

/** A period of calendar days may end on a day that is not worked; its deadline is 16:30 of that day all the same. */
function deadlineAfter(calendar: WorkingCalendar, at: Date, period: Period, { offset }: DeadlineSettings): Date {
  const firstDay = addWorkingDays(calendar, effectiveDay(calendar, at), offset);
  return deadlineInstant(calendar, lastDayOf(calendar, firstDay, period));
}

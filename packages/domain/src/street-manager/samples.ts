import { addDays, isAfter, isBefore, localDay } from '../kernel';
import type { Day } from '../kernel';
import { isOneOf, sampleCategories } from './enums';
import type { InspectionCategory, ReinstatementStatus, ReinstatementType, SampleCategory, WorkStatus } from './enums';
import { addMonths } from './months';

const SAMPLING_MONTHS_B = 6;
const SAMPLING_MONTHS_C = 3;

/** What decides for every category whether a work can be drawn. Work and target share authority and promoter. */
export interface SampleFacts {
  hasScheduledInspection: boolean;
  /** The categories for which the work was ever drawn, whatever became of it. */
  sampledCategories: readonly SampleCategory[];
  workStatus: WorkStatus;
  workEnd: Day | null;
  sites: readonly SampleSite[];
}

export interface SampleSite {
  type: ReinstatementType;
  /** Of the newest reinstatement, the active one. */
  status: ReinstatementStatus;
  reinstatedOn: Day;
  endDate: Day;
}

/** How many works to draw for a category: what the cap leaves beside those already issued. */
export function numberToDraw(cap: number, issued: number): number {
  return Math.max(0, cap - issued);
}

/**
 * The last day of the sample inspection for which the work can be drawn today, or null when it cannot: A while works go
 * on, B soon after a reinstatement, C shortly before its guarantee ends. A day that is over is no reason to draw.
 */
export function sampleExpiry(category: SampleCategory, work: SampleFacts, today: Day): Day | null {
  if (work.hasScheduledInspection || work.sampledCategories.includes(category)) return null;
  const expiries = expiriesOf[category](work, today);
  return expiries.length > 0 ? expiries.reduce((latest, expiry) => (isAfter(expiry, latest) ? expiry : latest)) : null;
}

/** Days from which and up to which, both included; null for no end. */
export interface DayRange {
  first: Day;
  last: Day | null;
}

/**
 * The days on which a work can be drawn today for a category: of its end for A, of a site's newest reinstatement for B,
 * of the end of a site's guarantee for C.
 */
export function sampledDays(category: SampleCategory, today: Day): DayRange {
  return rangesOf[category](today);
}

/** True once the last day of a sample inspection is over. */
export function isSampleExpired(expiry: Day, today: Day): boolean {
  return isAfter(today, expiry);
}

/**
 * The instant at which the daily job ends a sample inspection with this last day that is issued, or issued again, at
 * `from`: the first run after that day that is still to come.
 */
export function sampleExpiresAt(expiry: Day, from: Date): Date {
  const over = expiryJobOn(addDays(expiry, 1));
  if (over >= from) return over;
  const day = localDay(from, 'Europe/London');
  const sameDay = expiryJobOn(day);
  return sameDay >= from ? sameDay : expiryJobOn(addDays(day, 1));
}

/** The published time of the job: 17:00 UTC, whatever London's clocks show. */
const expiryJobOn = (day: Day): Date => new Date(`${day}T17:00:00.000Z`);

/**
 * The category in which an inspection counts towards a target, or null. Recording raises the count and completes the
 * work's matching sample, withdrawing reverses both; an inspection of a historic work has no sample to complete.
 */
export function countedCategory(category: InspectionCategory | null): SampleCategory | null {
  return isOneOf(sampleCategories, category) ? category : null;
}

const expiriesOf: Readonly<Record<SampleCategory, (work: SampleFacts, today: Day) => Day[]>> = {
  a: ({ workStatus, workEnd }, today) =>
    workStatus === 'in_progress' && workEnd && isWithin(workEnd, sampledDays('a', today)) ? [workEnd] : [],
  b: ({ sites }, today) =>
    sites
      .filter(({ type, reinstatedOn }) => type === 'excavation' && isWithin(reinstatedOn, sampledDays('b', today)))
      .map(({ reinstatedOn }) => addMonths(reinstatedOn, SAMPLING_MONTHS_B)),
  c: ({ sites }, today) =>
    sites
      .filter(({ type, status }) => type === 'excavation' && status === 'permanent')
      .map(({ endDate }) => endDate)
      .filter((endDate) => isWithin(endDate, sampledDays('c', today))),
};

const rangesOf: Readonly<Record<SampleCategory, (today: Day) => DayRange>> = {
  a: (today) => ({ first: today, last: null }),
  b: (today) => ({ first: firstSampledForB(today), last: today }),
  c: (today) => ({ first: today, last: addMonths(today, SAMPLING_MONTHS_C) }),
};

/** Months differ in length: some days that far back are past their time already. */
function firstSampledForB(today: Day): Day {
  let day = addMonths(today, -SAMPLING_MONTHS_B);
  while (isBefore(addMonths(day, SAMPLING_MONTHS_B), today)) day = addDays(day, 1);
  return day;
}

const isWithin = (day: Day, { first, last }: DayRange): boolean =>
  !isBefore(day, first) && (last === null || !isAfter(day, last));

import { isAfter, isBefore } from '../kernel';
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
  const expiries = expiriesOf[category](work, today).filter((expiry) => !isBefore(expiry, today));
  return expiries.length > 0 ? expiries.reduce((latest, expiry) => (isAfter(expiry, latest) ? expiry : latest)) : null;
}

/** True once the last day of a sample inspection is over. */
export function isSampleExpired(expiry: Day, today: Day): boolean {
  return isAfter(today, expiry);
}

/**
 * The category in which an inspection counts towards a target, or null. Recording raises the count and completes the
 * work's matching sample, withdrawing reverses both; an inspection of a historic work has no sample to complete.
 */
export function countedCategory(category: InspectionCategory | null): SampleCategory | null {
  return isOneOf(sampleCategories, category) ? category : null;
}

const expiriesOf: Readonly<Record<SampleCategory, (work: SampleFacts, today: Day) => Day[]>> = {
  a: ({ workStatus, workEnd }) => (workStatus === 'in_progress' && workEnd ? [workEnd] : []),
  b: ({ sites }, today) =>
    sites
      .filter(({ type, reinstatedOn }) => type === 'excavation' && !isAfter(reinstatedOn, today))
      .map(({ reinstatedOn }) => addMonths(reinstatedOn, SAMPLING_MONTHS_B)),
  c: ({ sites }, today) =>
    sites
      .filter(({ type, status }) => type === 'excavation' && status === 'permanent')
      .map(({ endDate }) => endDate)
      .filter((endDate) => !isAfter(endDate, addMonths(today, SAMPLING_MONTHS_C))),
};

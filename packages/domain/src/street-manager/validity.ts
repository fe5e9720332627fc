import { workingDayOnOrAfter } from '../kernel';
import type { Day, WorkingCalendar } from '../kernel';
import { lastDayOf } from './calendar';
import { trafficSensitiveASD } from './enums';
import type { ASDCode, WorkCategory } from './enums';

/** Working days within which works may begin. The published rules for validity periods. */
const validityDays: Readonly<Partial<Record<WorkCategory, number>>> = { minor: 2, standard: 5, major: 5 };

const slidingRoadCategories = [3, 4];

/**
 * The last day on which works may begin. It depends on category and proposed start alone; works without a window may
 * begin only on the day that they propose.
 */
export function validityPeriodEnd(calendar: WorkingCalendar, category: WorkCategory, proposedStart: Day): Day {
  const days = validityDays[category];
  if (days === undefined) return proposedStart;
  return lastDayOf(calendar, workingDayOnOrAfter(calendar, proposedStart), { days, unit: 'working' });
}

export interface SlidingCandidate {
  category: WorkCategory;
  roadCategory: number;
  /** The codes of the designations that the promoter selected. */
  selectedAsds: readonly ASDCode[];
  promoterIsHs2: boolean;
}

/** True for works on quiet roads that may slide within their validity period and keep their length. */
export function isSlidingEndDateCandidate(works: SlidingCandidate): boolean {
  return (
    !works.promoterIsHs2 &&
    validityDays[works.category] !== undefined &&
    slidingRoadCategories.includes(works.roadCategory) &&
    !works.selectedAsds.includes(trafficSensitiveASD)
  );
}

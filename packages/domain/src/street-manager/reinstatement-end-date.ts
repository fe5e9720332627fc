import { addDays } from '../kernel';
import type { Day } from '../kernel';
import type { ReinstatementStatus } from './enums';
import { addMonths } from './months';

const INTERIM_MONTHS = 6;
const PERMANENT_MONTHS = 24;
const DEEP_PERMANENT_MONTHS = 36;

/** Metres; deeper excavations are guaranteed for longer. */
const DEEP = 1.5;

/**
 * The last day of an interim reinstatement's life, or of a permanent one's guarantee.
 * Depth in metres; null for holes. The published rules for reinstatement end dates.
 */
export function reinstatementEndDate(status: ReinstatementStatus, date: Day, depth: number | null): Day {
  return addDays(addMonths(date, monthsOf(status, depth)), -1);
}

function monthsOf(status: ReinstatementStatus, depth: number | null): number {
  if (status === 'interim') return INTERIM_MONTHS;
  return depth !== null && depth > DEEP ? DEEP_PERMANENT_MONTHS : PERMANENT_MONTHS;
}

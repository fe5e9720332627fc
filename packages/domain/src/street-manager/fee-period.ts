import { daysBetween, localDay, violation } from '../kernel';
import type { Violation } from '../kernel';
import { readInstant } from './requests/dates';

/** Calendar days that a report of fees spans at most, the first and the last among them. */
export const mostDaysOfFees = 31;

/** The published rules for the fees export: a period of whole calendar days in London, not longer than a month. */
export function checkFeePeriod({ start_date, end_date }: { start_date?: string; end_date?: string }): Violation[] {
  const [first, last] = [readInstant(start_date), readInstant(end_date)];
  if (!first || !last) return [];
  const days = daysBetween(localDay(first, 'Europe/London'), localDay(last, 'Europe/London')) + 1;
  if (first > last) return [violation('start_date', 'after_end', 'must not be after end_date', { value: start_date })];
  return days <= mostDaysOfFees
    ? []
    : [
        violation('end_date', 'period_too_long', `must be within ${mostDaysOfFees} calendar days from start_date`, {
          value: end_date,
        }),
      ];
}

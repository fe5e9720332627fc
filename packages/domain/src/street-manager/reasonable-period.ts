import { addWorkingDays, isBefore, violation, when } from '../kernel';
import type { Day, Violation, WorkingCalendar } from '../kernel';

const FIELD = 'reasonable_period_end_date';

/** The shortest period that a challenge may leave immediate works. */
const SHORTEST_PERIOD = 2;

/**
 * The rules for the date with which an authority challenges the duration of immediate works: at least two working days
 * after their start. It may be in the past. The published rules for duration challenges.
 */
export function checkImmediateChallenge(calendar: WorkingCalendar, start: Day, date: Day): Violation[] {
  const earliest = addWorkingDays(calendar, start, SHORTEST_PERIOD);
  return when(
    isBefore(date, earliest),
    violation(FIELD, 'too_early', 'must be at least 2 working days after the start date'),
  );
}

/** The same for a work extension: not before the end that the permit has, and before the end that is asked for. */
export function checkExtensionChallenge(date: Day, permitEnd: Day, extensionEnd: Day): Violation[] {
  return [
    ...when(
      isBefore(date, permitEnd),
      violation(FIELD, 'before_permit_end', 'must not be before the proposed end date of the permit'),
    ),
    ...when(
      !isBefore(date, extensionEnd),
      violation(FIELD, 'not_before_extension_end', 'must be before the proposed end date of the work extension'),
    ),
  ];
}

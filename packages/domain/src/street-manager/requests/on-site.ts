import type { Violation } from '../../kernel';
import { checkDates, exceedsYears, isEarlier, londonDay, readDay, readInstant } from './dates';
import { broken } from './rules';
import type { DelegatedUser, RequestContext } from './rules';

export interface StartRequest extends DelegatedUser {
  actual_start_date?: string | null;
}

export interface StopRequest extends DelegatedUser {
  actual_stop_date?: string | null;
}

/** Takes back a start or a stop. */
export interface RevertRequest extends DelegatedUser {
  revert_reason?: string | null;
}

export interface ExcavationCarriedOutRequest extends DelegatedUser {
  excavation_carried_out?: boolean | null;
}

export interface InspectionUnitsRequest extends DelegatedUser {
  inspection_units?: number | null;
}

export interface FinalReinstatementRequest extends DelegatedUser {
  final_reinstatement?: boolean | null;
}

/** The published limit for starting before the proposed date, in calendar years. */
const EARLIEST_START_YEARS = 5;

/** The published rules for logging a start: not in the future, and not more than five years before the proposed start. */
export function checkStart(request: StartRequest, context: RequestContext & { proposedStart: Date }): Violation[] {
  const day = readDay(request.actual_start_date);
  const tooEarly = day !== undefined && exceedsYears(day, londonDay(context.proposedStart), EARLIEST_START_YEARS);
  const message = `must not be more than ${EARLIEST_START_YEARS} years before the proposed start date`;
  return [
    ...checkDates(request, { actual_start_date: 'past' }, context.now),
    ...(tooEarly ? [broken('actual_start_date', 'too_early', message, request.actual_start_date)] : []),
  ];
}

/** The published rules for logging a stop: not in the future, and not before the start. */
export function checkStop(request: StopRequest, context: RequestContext & { actualStart: Date | null }): Violation[] {
  const stop = readInstant(request.actual_stop_date);
  const beforeStart = stop && context.actualStart && isEarlier(stop, context.actualStart);
  return [
    ...checkDates(request, { actual_stop_date: 'past' }, context.now),
    ...(beforeStart
      ? [broken('actual_stop_date', 'before_start', 'must not be before the actual start', request.actual_stop_date)]
      : []),
  ];
}

import type { Violation } from '../../kernel';
import type { WorkType } from '../enums';
import { checkDates, exceedsYears, londonDay, momentOf, readDay, readInstant } from './dates';
import { broken, requireMembers, requireWhen } from './rules';
import type { RequestContext } from './rules';

/** When works are to happen, and what the promoter says of starting earlier than the notice period allows. */
export interface PermitTiming {
  work_type?: WorkType | null;
  proposed_start_date?: string | null;
  proposed_start_time?: string | null;
  proposed_end_date?: string | null;
  proposed_end_time?: string | null;
  early_start_pre_approval?: boolean | null;
  pre_approval_details?: string | null;
  pre_approval_authoriser?: string | null;
  early_start_reason?: string | null;
}

export interface TimingContext extends RequestContext {
  /** Whether the proposed start is an early one; null when that is not judged or cannot be told. */
  earlyStart: boolean | null;
  /** Immediate works say when they started, except where they are first recorded: the submission counts there. */
  immediateNeedsStartTime: boolean;
  /** The dates that the permit has, when an alteration repeats them: what was accepted once is not asked again. */
  current?: ProposedDates;
}

export interface ProposedDates {
  proposedStartDate: Date;
  proposedEndDate: Date;
}

/** The published limit of planned works, in calendar years. */
const LONGEST_PLANNED_YEARS = 5;

/** The published rules for proposed dates and times and for early starts. */
export function checkPermitTiming(request: PermitTiming, context: TimingContext): Violation[] {
  return [
    ...checkDates(request, everyDate, context.now),
    ...checkStartTime(request, context),
    ...checkEndTime(request, context),
    ...checkRange(request),
    ...checkMoments(request),
    ...checkEarlyStart(request, context.earlyStart),
  ];
}

const everyDate = {
  proposed_start_date: 'any',
  proposed_start_time: 'any',
  proposed_end_date: 'any',
  proposed_end_time: 'any',
} as const;

function checkStartTime(request: PermitTiming, { now, current, immediateNeedsStartTime }: TimingContext): Violation[] {
  if (immediateNeedsStartTime && request.work_type === 'immediate') {
    return requireMembers(request, ['proposed_start_time'], 'work_type is immediate');
  }
  const past = isPastAndNew(request.proposed_start_date, current?.proposedStartDate, now);
  const asked = past && request.work_type !== 'immediate';
  return requireWhen(asked, request, ['proposed_start_time'], 'proposed_start_date is in the past');
}

function checkEndTime(request: PermitTiming, { now, current }: TimingContext): Violation[] {
  const past = isPastAndNew(request.proposed_end_date, current?.proposedEndDate, now);
  return requireWhen(past, request, ['proposed_end_time'], 'proposed_end_date is in the past');
}

function isPastAndNew(date: string | null | undefined, current: Date | undefined, now: Date): boolean {
  const given = readInstant(date);
  if (!given || given.getTime() === current?.getTime()) return false;
  return londonDay(given) < londonDay(now);
}

function checkRange(request: PermitTiming): Violation[] {
  const [first, last] = [readDay(request.proposed_start_date), readDay(request.proposed_end_date)];
  if (!first || !last) return [];
  const value = request.proposed_end_date;
  if (last < first) {
    return [broken('proposed_end_date', 'before_start', 'must be on or after proposed_start_date', value)];
  }
  if (request.work_type !== 'planned' || !exceedsYears(first, last, LONGEST_PLANNED_YEARS)) return [];
  const message = `must be within ${LONGEST_PLANNED_YEARS} years of proposed_start_date when work_type is planned`;
  return [broken('proposed_end_date', 'range_too_long', message, value)];
}

/** Only where the days are in order: one mistake is told once. */
function checkMoments(request: PermitTiming): Violation[] {
  const { proposed_end_date: endDate, proposed_end_time: endTime } = request;
  const start = momentOf(request.proposed_start_date, request.proposed_start_time);
  const end = readInstant(endTime) && momentOf(endDate, endTime);
  if (!start || !end || end > start || londonDay(end) < londonDay(start)) return [];
  return [broken('proposed_end_time', 'before_start', 'must be after the proposed start date and time', endTime)];
}

function checkEarlyStart(request: PermitTiming, earlyStart: boolean | null): Violation[] {
  if (earlyStart === null) return [];
  const approved = request.early_start_pre_approval;
  return [
    ...requireWhen(earlyStart, request, ['early_start_pre_approval'], 'the proposed start is an early start'),
    ...requireWhen(
      approved === true,
      request,
      ['pre_approval_details', 'pre_approval_authoriser'],
      'early_start_pre_approval is true',
    ),
    ...requireWhen(approved === false, request, ['early_start_reason'], 'early_start_pre_approval is false'),
  ];
}

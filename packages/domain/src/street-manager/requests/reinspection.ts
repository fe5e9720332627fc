import type { Violation } from '../../kernel';
import type { InspectionCategory, InspectionType } from '../enums';
import { checkDates, readDay } from './dates';
import { checkCategoryOf } from './inspection-category';
import { broken, requireWhen } from './rules';

/** When another inspection follows; its type and category are the present one's unless both are given. */
export interface ReinspectionRequest {
  reinspection_date?: string | null;
  reinspection_date_time?: string | null;
  reinspection_type?: InspectionType | null;
  reinspection_category?: InspectionCategory | null;
}

/** The published rules for announcing another inspection. */
export function checkReinspection(request: ReinspectionRequest, now: Date): Violation[] {
  const { reinspection_type: type, reinspection_category: category } = request;
  return [
    ...checkReinspectionDate(request, now),
    ...(type && category ? checkCategoryOf(type, category, 'reinspection_category') : []),
  ];
}

/** The dates alone: today or later, the time of day on the same day and still to come. */
export function checkReinspectionDate(
  request: Pick<ReinspectionRequest, 'reinspection_date' | 'reinspection_date_time'>,
  now: Date,
): Violation[] {
  const timed = typeof request.reinspection_date_time === 'string';
  return [
    ...requireWhen(timed, request, ['reinspection_date'], 'reinspection_date_time is given'),
    ...checkDates(request, { reinspection_date: 'today_or_later', reinspection_date_time: 'to_come' }, now),
    ...checkSameDay(request, 'reinspection_date', 'reinspection_date_time'),
  ];
}

/** A date and the time of day on it, sent as two date-times, name the same day in London. */
export function checkSameDay<R extends object>(
  request: R,
  date: keyof R & string,
  time: keyof R & string,
): Violation[] {
  const [day, other] = [readDay(textOf(request[date])), readDay(textOf(request[time]))];
  if (!day || !other || day === other) return [];
  return [broken(time, 'other_day', `must be on the day of ${date}`, request[time])];
}

/** What is scheduled: both members of the request, or both of the inspection that asks for it. */
export function reinspectionKind(
  request: ReinspectionRequest,
  inspection: { type: InspectionType; category: InspectionCategory | null },
): { type: InspectionType; category: InspectionCategory | null } {
  const { reinspection_type: type, reinspection_category: category } = request;
  return type && category ? { type, category } : inspection;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

import type { Violation } from '../../kernel';
import type { InspectionCategory, InspectionType } from '../enums';
import { checkDates } from './dates';
import { checkCategoryOf } from './inspection-category';
import { checkSameDay } from './reinspection';
import type { DelegatedUser, RequestContext } from './rules';

export interface ScheduledInspectionRequest extends DelegatedUser {
  scheduled_inspection_type?: InspectionType | null;
  scheduled_inspection_category?: InspectionCategory | null;
  scheduled_inspection_date?: string | null;
  scheduled_inspection_date_time?: string | null;
}

/** The published rules for scheduling an inspection. A category may be left open; one that is given suits the type. */
export function checkScheduledInspection(request: ScheduledInspectionRequest, { now }: RequestContext): Violation[] {
  const type = request.scheduled_inspection_type;
  const dates = { scheduled_inspection_date: 'today_or_later', scheduled_inspection_date_time: 'to_come' } as const;
  return [
    ...(type ? checkCategoryOf(type, request.scheduled_inspection_category, 'scheduled_inspection_category') : []),
    ...checkDates(request, dates, now),
    ...checkSameDay(request, 'scheduled_inspection_date', 'scheduled_inspection_date_time'),
  ];
}

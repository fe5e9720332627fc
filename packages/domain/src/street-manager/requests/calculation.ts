import type { Violation } from '../../kernel';
import type { WorkType } from '../enums';
import { checkDates, readDay } from './dates';
import { broken, requireMembers, requireWhen } from './rules';
import type { RequestContext } from './rules';

/** The question which category works would have. */
export interface CategoryQuery {
  work_type?: WorkType | null;
  proposed_start_date?: string | null;
  proposed_end_date?: string | null;
  is_ttro_required?: boolean | null;
  immediate_risk?: boolean | null;
  work_reference_number?: string | null;
}

/** The question how long a range of days is. */
export interface DurationQuery {
  startDate?: string | null;
  endDate?: string | null;
}

/** The rules for asking for a category: planned works need their dates, immediate ones their risk. */
export function checkCategoryQuery(query: CategoryQuery, { now }: RequestContext): Violation[] {
  const planned = query.work_type === 'planned';
  const immediate = query.work_type === 'immediate';
  return [
    ...requireWhen(planned, query, ['proposed_start_date', 'proposed_end_date'], 'work_type is planned'),
    ...requireWhen(immediate, query, ['immediate_risk'], 'work_type is immediate'),
    ...checkDates(query, { proposed_start_date: 'any', proposed_end_date: 'any' }, now),
    ...checkOrder('proposed_end_date', 'proposed_start_date', query.proposed_start_date, query.proposed_end_date),
  ];
}

/** The rules for asking for a duration: both ends, in order. */
export function checkDurationQuery(query: DurationQuery, { now }: RequestContext): Violation[] {
  return [
    ...requireMembers(query, ['startDate', 'endDate'], 'a duration is asked for'),
    ...checkDates(query, { startDate: 'any', endDate: 'any' }, now),
    ...checkOrder('endDate', 'startDate', query.startDate, query.endDate),
  ];
}

function checkOrder(
  field: string,
  startField: string,
  start: string | null | undefined,
  end: string | null | undefined,
): Violation[] {
  const [first, last] = [readDay(start), readDay(end)];
  return first && last && last < first ? [broken(field, 'before_start', `must be on or after ${startField}`, end)] : [];
}

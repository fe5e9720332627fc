import type { Duration, DurationQuery } from '@switchyard/domain/street-manager';
import { checkDurationQuery, durationOf, readDay } from '@switchyard/domain/street-manager';
import type { Deps } from '../shared/deps';
import type { QueryRequest } from '../shared/query-reader';
import { QueryReader } from '../shared/query-reader';

export interface DurationAnswer {
  calendar_days: number;
  working_days: number;
}

/** How long a range of days is, both ends counted. Throws InvalidRequest. */
export function countDays(
  request: QueryRequest,
  { now, calendar }: Pick<Deps, 'calendar'> & { now: Date },
): DurationAnswer {
  const reader = new QueryReader(request);
  const asked: DurationQuery = { startDate: reader.dateTime('startDate'), endDate: reader.dateTime('endDate') };
  reader.refuseAll(checkDurationQuery(asked, { now }));
  reader.check();
  return durationAnswer(durationOf(calendar, readDay(asked.startDate)!, readDay(asked.endDate)!));
}

export const durationAnswer = ({ calendarDays, workingDays }: Duration): DurationAnswer => ({
  calendar_days: calendarDays,
  working_days: workingDays,
});

import type { Duration, DurationQuery } from '@switchyard/domain/street-manager';
import { checkDurationQuery, durationOf, readDay, refuseRequest } from '@switchyard/domain/street-manager';
import type { Deps } from '../shared/deps';
import { QueryReader } from './read-query';

export interface DurationAnswer {
  calendar_days: number;
  working_days: number;
}

/** How long a range of days is, both ends counted. Throws InvalidRequest. */
export function countDays(
  query: Readonly<Record<string, string | undefined>>,
  { now, calendar }: Pick<Deps, 'calendar'> & { now: Date },
): DurationAnswer {
  const reader = new QueryReader(query);
  const asked: DurationQuery = { startDate: reader.date('startDate'), endDate: reader.date('endDate') };
  refuseRequest(reader.violations);
  refuseRequest(checkDurationQuery(asked, { now }));
  return durationAnswer(durationOf(calendar, readDay(asked.startDate)!, readDay(asked.endDate)!));
}

export const durationAnswer = ({ calendarDays, workingDays }: Duration): DurationAnswer => ({
  calendar_days: calendarDays,
  working_days: workingDays,
});

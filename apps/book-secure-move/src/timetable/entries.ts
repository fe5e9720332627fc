import type { Activity, CourtHearing } from '../nomis';
import { fromLondonTime } from '../nomis';

/** Something that somebody is to attend. */
export interface TimetableEntry {
  id: number;
  startTime: Date;
  reason: string;
  /** Court, or the kind of activity in words. */
  nomisType: string | null;
  agencyId: string | null;
}

/** Hearings and activities as one timetable, earliest first; of two at one time the hearing. */
export function timetableOf(hearings: readonly CourtHearing[], activities: readonly Activity[]): TimetableEntry[] {
  const entries = [
    ...hearings.map(({ id, dateTime, location }) => ({
      id,
      startTime: fromLondonTime(dateTime),
      reason: 'Court appearance',
      nomisType: 'Court',
      agencyId: location?.agencyId ?? null,
    })),
    ...activities.map(({ eventId, startTime, eventTypeDesc, locationCode }) => ({
      id: eventId,
      startTime: fromLondonTime(startTime),
      reason: 'Prison Activities',
      nomisType: eventTypeDesc,
      agencyId: locationCode,
    })),
  ];
  return entries.sort((one, other) => one.startTime.getTime() - other.startTime.getTime());
}

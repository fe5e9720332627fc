import type { Day } from '@switchyard/domain/book-secure-move';
import type { Activity } from './records';
import type { RegimeSession } from './register';

const dayMs = 86_400_000;

/** As many activities as one upstream page holds. */
export const activityLimit = 1000;

/**
 * The activities of a weekly regime on the days from `from` to `to`, both included, by start time. The ids are the same
 * whenever they are asked for, and differ between bookings whose ids differ in their last three digits.
 */
export function activitiesBetween(bookingId: number, regime: readonly RegimeSession[], from: Day, to: Day): Activity[] {
  const activities: Activity[] = [];
  const lastDay = dayNumber(to);
  for (let day = dayNumber(from); day <= lastDay && regime.length > 0; day += 1) {
    for (const [index, session] of regime.entries()) {
      if (session.weekday !== weekdayOf(day)) continue;
      if (activities.length === activityLimit) return activities;
      activities.push(toActivity(bookingId, session, day, index));
    }
  }
  return activities;
}

/** 1 Monday to 7 Sunday. */
export function weekdayOfDay(day: Day): number {
  return weekdayOf(dayNumber(day));
}

function toActivity(
  bookingId: number,
  { start, end, place, placeCode }: RegimeSession,
  day: number,
  index: number,
): Activity {
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  return {
    eventId: (bookingId % 1000) * 10_000_000 + day * 100 + index,
    eventTypeDesc: 'Prison Activities',
    startTime: `${date}T${start}:00`,
    endTime: `${date}T${end}:00`,
    eventLocation: place,
    locationCode: placeCode,
  };
}

/** Days since 1 January 1970, which was a Thursday. */
function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

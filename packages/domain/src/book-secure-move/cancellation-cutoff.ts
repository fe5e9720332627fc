import type { Day } from './day';
import { parseIsoDateTime } from './iso';

const msPerMinute = 60_000;
const minutesPerDay = 1_440;

/**
 * How far a cancellation lies from the suppliers' cutoff, 06:00 in London on the day of travel: `Before cutoff
 * (0d 05h 10m)` or `After cutoff (…)`, in whole minutes. The cutoff itself is after.
 */
export function cutoffDifference(cancelledAt: Date, day: Day): string {
  const cutoff = parseIsoDateTime(`${day}T06:00:00`);
  if (cutoff === null) throw new RangeError(`"${day}" is not a calendar day`);
  const apart = cutoff.getTime() - cancelledAt.getTime();
  const minutes = Math.floor(Math.abs(apart) / msPerMinute);
  const two = (n: number): string => String(n).padStart(2, '0');
  const length = `${Math.floor(minutes / minutesPerDay)}d ${two(Math.floor(minutes / 60) % 24)}h ${two(minutes % 60)}m`;
  return `${apart > 0 ? 'Before' : 'After'} cutoff (${length})`;
}

import { DateTime, IANAZone } from 'luxon';
import { dayNumber, isDay, type Day } from './days';

/** The zones whose clocks the services read. */
export const zones = ['Europe/London', 'Pacific/Auckland'] as const;
export type Zone = (typeof zones)[number];

/** A time of day on the wall clock, `HH:MM`, 00:00 to 23:59. */
export type LocalTime = `${number}:${number}`;

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

export function isZone(value: unknown): value is Zone {
  return zones.some((zone) => zone === value);
}

/** True for `HH:MM` from 00:00 to 23:59; 24:00 is not a time of day here. */
export function isLocalTime(value: unknown): value is LocalTime {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

/** The calendar day that a wall calendar in the zone shows at this instant. Throws RangeError for an invalid instant. */
export function localDay(instant: Date, zone: Zone): Day {
  const day = new Date(wallClockOf(instant, zone)).toISOString().split('T')[0];
  if (!isDay(day)) throw new RangeError('the instant is outside the years 0001 to 9999');
  return day;
}

/** The time that a wall clock in the zone shows at this instant, seconds cut off. Throws RangeError as `localDay`. */
export function localTime(instant: Date, zone: Zone): LocalTime {
  return inZone(instant, zone).toFormat('HH:mm') as LocalTime;
}

/**
 * The instant at which the clocks of the zone show this time on this day.
 *
 * Where clocks change, the offset in force before the change decides:
 * - in an overlap (clocks go back) the time is shown twice, and the earlier instant is meant:
 *   01:30 in London on 2026-10-25 is 00:30Z, still summer time;
 * - in a gap (clocks go forward) the time is never shown, and it moves forward by the length of the gap:
 *   01:30 in London on 2026-03-29 is 01:30Z, which the clocks show as 02:30.
 *
 * Throws RangeError for a day or a time that does not exist on any calendar or clock.
 */
export function instantOf(day: Day, time: LocalTime, zone: Zone): Date {
  if (!isLocalTime(time)) throw new RangeError(`"${time}" is not a time of day`);
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  const wallClock = dayNumber(day) * MS_PER_DAY + (hours * 60 + minutes) * MS_PER_MINUTE;
  return new Date(wallClock - offsetOfWallClock(wallClock, zone) * MS_PER_MINUTE);
}

/** Offset in minutes for a wall clock reading, which is written as if it were UTC. */
function offsetOfWallClock(wallClock: number, zone: Zone): number {
  const before = offsetAt(wallClock - MS_PER_DAY, zone);
  const after = offsetAt(wallClock + MS_PER_DAY, zone);
  const holds = (offset: number): boolean => offsetAt(wallClock - offset * MS_PER_MINUTE, zone) === offset;
  return !holds(before) && holds(after) ? after : before;
}

const MS_PER_QUARTER = 900_000;
const MOST_REMEMBERED = 20_000;
const remembered: Readonly<Record<Zone, Map<number, number>>> = {
  'Europe/London': new Map(),
  'Pacific/Auckland': new Map(),
};

/**
 * Offset in minutes at an instant. To ask costs more than all else that is done with a date; since 1970 clocks have
 * changed on whole quarters of an hour only, so one answer holds for a quarter.
 */
function offsetAt(ms: number, zone: Zone): number {
  if (!(ms >= 0)) return IANAZone.create(zone).offset(ms);
  const offsets = remembered[zone];
  const quarter = Math.floor(ms / MS_PER_QUARTER);
  let offset = offsets.get(quarter);
  if (offset === undefined) {
    offset = IANAZone.create(zone).offset(ms);
    if (offsets.size >= MOST_REMEMBERED) offsets.clear();
    offsets.set(quarter, offset);
  }
  return offset;
}

/** What the clocks show, as milliseconds of a clock in UTC that shows the same. */
function wallClockOf(instant: Date, zone: Zone): number {
  const ms = instant.getTime();
  if (Number.isNaN(ms)) throw new RangeError('the instant is not a valid date');
  return ms + offsetAt(ms, zone) * MS_PER_MINUTE;
}

function inZone(instant: Date, zone: Zone): DateTime<true> {
  const local = DateTime.fromMillis(instant.getTime(), { zone });
  if (!local.isValid) throw new RangeError('the instant is not a valid date');
  return local;
}

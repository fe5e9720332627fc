import { isDay } from './day';
import type { Day } from './day';
import { londonOffset } from './london-offset';

const msPerMinute = 60_000;
const msPerHour = 3_600_000;

const strict = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const lenient =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)? ?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * An instant in the form that validators ask for: a date, or a date-time with seconds; a fraction is accepted, and an
 * absent offset (or time) means London. Null for anything else, the form with a blank between date and time included.
 */
export function parseIsoDateTime(value: unknown): Date | null {
  return typeof value === 'string' ? instantOf(strict.exec(value)) : null;
}

/** An instant as a record's attribute is read: also with a blank, or without seconds; null when it cannot be read. */
export function readInstant(value: unknown): Date | null {
  return typeof value === 'string' ? instantOf(lenient.exec(value.trim())) : null;
}

/** The wire's date-time: `2020-07-20T11:09:10+01:00`, London time, no fraction, never `Z`. */
export function formatLondon(date: Date): string {
  const ms = date.getTime();
  const hour = Math.floor(ms / msPerHour);
  let frame = frames.get(hour);
  if (frame === undefined) {
    if (frames.size >= mostFrames) frames.clear();
    frames.set(hour, (frame = frameOf(hour)));
  }
  if (frame.offset % 60 !== 0) {
    return new Date(ms + frame.offset * msPerMinute).toISOString().slice(0, 19) + frame.after;
  }
  const seconds = Math.floor((ms - hour * msPerHour) / 1_000);
  return `${frame.before}${sixty[Math.floor(seconds / 60)]}:${sixty[seconds % 60]}${frame.after}`;
}

/** What the date-times of one hour have in common; `before` is of use where the offset is whole hours, as since 1847. */
interface Frame {
  before: string;
  after: string;
  offset: number;
}

/** Every move shows half a dozen date-times, many of the same hours. */
const frames = new Map<number, Frame>();
const mostFrames = 20_000;
const sixty = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

function frameOf(hour: number): Frame {
  const start = hour * msPerHour;
  const offset = londonOffset(start);
  const before = new Date(start + offset * msPerMinute).toISOString().slice(0, 14);
  return { before, after: offsetText(offset), offset };
}

/** The calendar day that it is in London at an instant. */
export function londonDay(date: Date): Day {
  const ms = date.getTime();
  return new Date(ms + londonOffset(ms) * msPerMinute).toISOString().slice(0, 10);
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset);
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function instantOf(match: RegExpExecArray | null): Date | null {
  if (!match) return null;
  const [, day, hour = '00', minute = '00', second = '00', fraction = '', zone] = match;
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;

  const local = Date.parse(`${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  const offset = zone === undefined ? undefined : statedOffset(zone);
  return new Date(offset === undefined ? fromLondon(local) : local - offset * msPerMinute);
}

/** Minutes east of Greenwich. */
function statedOffset(zone: string): number {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes));
}

/**
 * The instant of a London wall-clock time, given as if it were UTC. A time that occurs twice is its first occurrence;
 * one that the spring change skips is read with the offset before the change.
 */
function fromLondon(local: number): number {
  const dayMs = 86_400_000;
  const before = londonOffset(local - dayMs);
  const after = londonOffset(local + dayMs);
  const first = local - before * msPerMinute;
  const second = local - after * msPerMinute;
  return londonOffset(first) !== before && londonOffset(second) === after ? second : first;
}

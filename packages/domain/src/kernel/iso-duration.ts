import { DateTime } from 'luxon';
import type { Zone } from './local-time';

/** A length of time: calendar units, whose length depends on where they are added, and an exact rest. */
export interface IsoDuration {
  years: number;
  months: number;
  weeks: number;
  days: number;
  /** Hours, minutes and seconds together. */
  milliseconds: number;
}

const MS_PER = { hour: 3_600_000, minute: 60_000, second: 1_000 } as const;

const COUNT = '(\\d{1,9})';
const AMOUNT = '(\\d{1,9}(?:[.,]\\d{1,9})?)';
const DURATION = new RegExp(
  `^P(?=.)(?:${COUNT}Y)?(?:${COUNT}M)?(?:${COUNT}W)?(?:${COUNT}D)?` +
    `(?:T(?=.)(?:${AMOUNT}H)?(?:${AMOUNT}M)?(?:${AMOUNT}S)?)?$`,
);

/**
 * Reads an ISO 8601 duration such as `P3DT4H`, `PT15M`, `P1M` or `P2W`; weeks may stand beside other units. The
 * smallest unit of time may have a fraction (`PT1.5H`), rounded to the millisecond; calendar units may not.
 * Null for anything else: no unit, signs, small letters, units out of order, more than nine digits.
 */
export function parseIsoDuration(text: string): IsoDuration | null {
  const match = DURATION.exec(text);
  if (!match || hasFractionBeforeTheLast(match.slice(5))) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map(toNumber) as Seven;
  const milliseconds = Math.round(hours * MS_PER.hour + minutes * MS_PER.minute + seconds * MS_PER.second);
  return { years, months, weeks, days, milliseconds };
}

/**
 * The instant that much later. Years, months, weeks and days move the calendar of the zone and keep its wall clock, so
 * that P1D may be 23 or 25 hours; a day missing in the month reached becomes its last day. Then the exact rest is added.
 *
 * Where clocks change: a wall clock time in a gap moves forward by the gap; in an overlap the offset of the given
 * instant is kept. Throws RangeError when the answer is not a date that JavaScript can hold.
 */
export function addDuration(instant: Date, duration: IsoDuration, zone: Zone): Date {
  const { years, months, weeks, days, milliseconds } = duration;
  const moved = DateTime.fromMillis(instant.getTime(), { zone }).plus({ years, months, weeks, days });
  const result = new Date(moved.toMillis() + milliseconds);
  if (Number.isNaN(result.getTime())) throw new RangeError('the duration leads to no valid date');
  return result;
}

type Seven = [number, number, number, number, number, number, number];

function toNumber(digits: string | undefined): number {
  return Number((digits ?? '0').replace(',', '.'));
}

function hasFractionBeforeTheLast(amounts: (string | undefined)[]): boolean {
  const given = amounts.filter((amount) => amount !== undefined);
  return given.slice(0, -1).some((amount) => /[.,]/.test(amount));
}

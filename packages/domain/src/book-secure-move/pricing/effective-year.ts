import { instantOf } from '../../kernel';
import type { Day as KernelDay } from '../../kernel';
import type { Day } from '../day';
import { londonOffset } from '../london-offset';

/** The contracts began on 1 September 2020. */
export const firstEffectiveYear = 2020;

/** A statement's calendar month, `YYYY-MM`. Months compare correctly as text. */
export type Month = string;

/** The contractual year of a day: year Y runs from 1 September Y to 31 August Y + 1. */
export function effectiveYearOf(day: Day): number {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month >= 9 ? year : year - 1;
}

/** The contractual year that it is in London at an instant. */
export function effectiveYearAt(instant: Date): number {
  const there = inLondon(instant);
  return there.getUTCMonth() >= 8 ? there.getUTCFullYear() : there.getUTCFullYear() - 1;
}

/** The month that it is in London at an instant. */
export function monthAt(instant: Date): Month {
  const there = inLondon(instant);
  const month = there.getUTCMonth() + 1;
  return `${there.getUTCFullYear()}-${month < 10 ? '0' : ''}${month}`;
}

/** London's wall clock, written as if it were UTC. */
const inLondon = (instant: Date): Date => new Date(instant.getTime() + londonOffset(instant.getTime()) * 60_000);

/** Whether prices of a year may still be added, changed or removed one by one: this year's and the one before. */
export const isOpenForChanges = (year: number, current: number): boolean => year <= current && current - year < 2;

/** The calendar month in which the n-th month (1 January to 12 December) of a contractual year lies. */
export const monthOfEffectiveYear = (year: number, month: number): Month =>
  `${month >= 9 ? year : year + 1}-${String(month).padStart(2, '0')}`;

/** True for `YYYY-MM` with a month from 01 to 12 of the years 2000 to 2999. */
export const isMonth = (text: unknown): text is Month =>
  typeof text === 'string' && /^2\d{3}-(0[1-9]|1[0-2])$/.test(text);

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** 1 for January to 12 for December. */
export const monthNumber = (month: Month): number => Number(month.slice(5));

/** The contractual year in which a month lies. */
export const effectiveYearOfMonth = (month: Month): number => effectiveYearOf(`${month}-01`);

/** Whether a month has ended on a day. */
export const isOver = (month: Month, today: Day): boolean => monthOf(today) > month;

/** The first day of a month and of the one after it. */
export function daysOf(month: Month): { first: Day; next: Day } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { first: `${month}-01`, next: `${next}-01` };
}

/** The instants at which a month begins and ends in London; the end belongs to the next. */
export function instantsOf(month: Month): { begin: Date; end: Date } {
  const { first, next } = daysOf(month);
  const midnight = (day: Day): Date => instantOf(day as KernelDay, '00:00', 'Europe/London');
  return { begin: midnight(first), end: midnight(next) };
}

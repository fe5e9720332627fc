import { isDay } from '../kernel';
import type { Day } from '../kernel';

/**
 * The same day of the month, so many calendar months later or, when negative, earlier; a day that the month reached
 * lacks becomes its last. Throws RangeError when that leaves the years 0001 to 9999.
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const reached = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  const text = written(reached.year, reached.month, Math.min(date, lengthOfMonth(reached.year, reached.month)));
  if (!isDay(text)) throw new RangeError(`${day} and ${months} months leave the years 0001 to 9999`);
  return text;
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function written(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

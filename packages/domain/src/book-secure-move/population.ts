import { violation, when } from '../kernel';
import type { Violation } from '../kernel';
import { readDay } from './day';
import type { Day } from './day';
import { blank, notANumber, taken } from './standard-violations';

/** The counts of a population that a client sends, by their wire names, with the smallest value each may have. */
export const populationMinimums = {
  operational_capacity: 1,
  usable_capacity: 1,
  unlock: 0,
  bedwatch: 0,
  overnights_in: 0,
  overnights_out: 0,
  out_of_area_courts: 0,
  discharges: 0,
} as const;

/** How full a prison is on a day, as its staff reported it. */
export interface Population {
  id: string;
  locationId: string;
  date: Day;
  operationalCapacity: number;
  usableCapacity: number;
  unlock: number;
  bedwatch: number;
  overnightsIn: number;
  overnightsOut: number;
  outOfAreaCourts: number;
  discharges: number;
  updatedBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** The rules of a population, from its attributes as they would be saved, by wire name. */
export function checkPopulation(
  attributes: Readonly<Record<string, unknown>>,
  { dateTaken }: { dateTaken: boolean },
): Violation[] {
  const counts = Object.entries(populationMinimums);
  return [
    ...when(readDay(attributes['date']) === null, blank('date')),
    ...when(dateTaken, taken('date')),
    ...counts.flatMap(([field, minimum]) => checkCount(field, attributes[field], minimum)),
  ];
}

function checkCount(field: string, value: unknown, minimum: number): Violation[] {
  if (value === null || value === undefined || value === '') return [blank(field), notANumber(field)];
  const count = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  if (Number.isNaN(count)) return [notANumber(field)];
  if (!Number.isInteger(count)) return [violation(field, 'not_an_integer', 'must be an integer')];
  if (count >= minimum) return [];
  return minimum === 0
    ? [violation(field, 'greater_than_or_equal_to', 'must be greater than or equal to 0')]
    : [violation(field, 'greater_than', 'must be greater than 0')];
}

/** The places left: capacity less who is there and who comes, plus who leaves. Counts of transfers on that day. */
export function freeSpaces(population: Population, transfers: { in: number; out: number }): number {
  const { usableCapacity, unlock, bedwatch, overnightsIn, overnightsOut, outOfAreaCourts, discharges } = population;
  const present = unlock + bedwatch + overnightsIn + transfers.in;
  const leaving = overnightsOut + outOfAreaCourts + discharges + transfers.out;
  return usableCapacity - present + leaving;
}

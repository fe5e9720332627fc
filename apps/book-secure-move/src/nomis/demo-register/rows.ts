import { prisonerRows } from './prisoners';

/** Rows of a table by the prison number in their first column. */
export function byPrisonNumber<Row extends readonly [string, ...unknown[]]>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const group = grouped.get(row[0]);
    if (group) group.push(row);
    else grouped.set(row[0], [row]);
  }
  return grouped;
}

/** Booking ids follow the order of the prisoners. */
export function bookingIdOf(place: number): number {
  return 1_200_100 + place;
}

/** Every seventh booking is without an image. */
export function imageIdOf(place: number): number | null {
  return place % 7 === 6 || prisonerRows[place]?.[8] === null ? null : 1_390_000 + place;
}

/** The demo prisons, by agency code. */
export const prisonNames: Readonly<Record<string, string>> = {
  BSI: 'Brinsford (HMP)',
  IWI: 'Isle of Wight (HMP)',
  LOA: 'Location A (HMP)',
  LOB: 'Location B (HMP)',
  LOC: 'Location C (HMP)',
  LA2: 'Location A2 (HMP)',
  LB2: 'Location B2 (HMP)',
  LC2: 'Location C2 (HMP)',
  LOL: 'Location L (HMP)',
};

/** One living unit of a prison as it stands. */
export type RollRow = readonly [agency: string, unit: string, bedsInUse: number, inCell: number, out: number];

export const rollRows: readonly RollRow[] = [
  ['BSI', 'A', 143, 141, 2],
  ['BSI', 'B', 168, 162, 6],
  ['BSI', 'C', 70, 68, 2],
  ['BSI', 'RECP', 4, 4, 0],
  ['IWI', 'A', 143, 136, 7],
  ['IWI', 'B', 62, 60, 2],
  ['IWI', 'C', 162, 153, 9],
  ['IWI', 'RECP', 4, 4, 0],
  ['LOA', 'A', 167, 165, 2],
  ['LOA', 'B', 124, 121, 3],
  ['LOA', 'C', 66, 60, 6],
  ['LOA', 'RECP', 4, 4, 0],
  ['LOB', 'A', 177, 170, 7],
  ['LOB', 'B', 68, 62, 6],
  ['LOB', 'C', 171, 166, 5],
  ['LOB', 'RECP', 4, 4, 0],
  ['LOC', 'A', 151, 142, 9],
  ['LOC', 'B', 126, 119, 7],
  ['LOC', 'C', 75, 69, 6],
  ['LOC', 'RECP', 4, 4, 0],
  ['LA2', 'A', 134, 131, 3],
  ['LA2', 'B', 133, 132, 1],
  ['LA2', 'C', 166, 159, 7],
  ['LA2', 'RECP', 4, 4, 0],
  ['LB2', 'A', 181, 175, 6],
  ['LB2', 'B', 152, 149, 3],
  ['LB2', 'C', 162, 160, 2],
  ['LB2', 'RECP', 4, 4, 0],
  ['LC2', 'A', 181, 180, 1],
  ['LC2', 'B', 163, 160, 3],
  ['LC2', 'C', 188, 185, 3],
  ['LC2', 'RECP', 4, 4, 0],
  ['LOL', 'A', 146, 146, 0],
  ['LOL', 'B', 187, 180, 7],
  ['LOL', 'C', 163, 155, 8],
  ['LOL', 'RECP', 4, 4, 0],
];

/** People in and out on each day of an ordinary week, Monday first. */
export const movementRows: Readonly<Record<string, { in: readonly number[]; out: readonly number[] }>> = {
  BSI: { in: [11, 6, 4, 4, 3, 3, 0], out: [10, 14, 9, 2, 5, 1, 0] },
  IWI: { in: [2, 5, 12, 14, 3, 1, 0], out: [3, 13, 14, 11, 3, 2, 0] },
  LOA: { in: [11, 6, 4, 5, 14, 3, 0], out: [6, 12, 4, 14, 5, 2, 0] },
  LOB: { in: [3, 10, 3, 4, 10, 2, 0], out: [11, 12, 9, 4, 13, 0, 0] },
  LOC: { in: [14, 9, 11, 14, 7, 0, 0], out: [14, 4, 4, 4, 13, 1, 0] },
  LA2: { in: [11, 11, 5, 10, 4, 0, 0], out: [2, 6, 6, 7, 7, 0, 0] },
  LB2: { in: [2, 7, 11, 11, 5, 1, 0], out: [13, 8, 14, 11, 12, 2, 0] },
  LC2: { in: [12, 13, 3, 12, 8, 0, 0], out: [14, 10, 7, 9, 12, 2, 0] },
  LOL: { in: [3, 13, 3, 9, 14, 3, 0], out: [11, 6, 10, 14, 2, 1, 0] },
};

/** Who is released on which day of every week, 1 Monday to 7 Sunday. */
export type DischargeRow = readonly [agency: string, weekday: number, prisonNumber: string, reason: string];

export const dischargeRows: readonly DischargeRow[] = [
  ['BSI', 1, 'A9801AB', 'Conditional Release'],
  ['BSI', 4, 'A9802AB', 'Conditional Release'],
  ['BSI', 5, 'A9803AB', 'Conditional Release'],
  ['IWI', 3, 'A9804AB', 'Licence'],
  ['LOA', 2, 'A9805AB', 'Conditional Release'],
  ['LOA', 3, 'A9806AB', 'End of Sentence'],
  ['LOA', 4, 'A9807AB', 'Licence'],
  ['LOB', 3, 'A9808AB', 'Licence'],
  ['LOB', 4, 'A9809AB', 'Conditional Release'],
  ['LOC', 3, 'A9810AB', 'End of Sentence'],
  ['LOC', 4, 'A9811AB', 'Licence'],
  ['LOC', 5, 'A9812AB', 'End of Sentence'],
  ['LA2', 2, 'A9813AB', 'Conditional Release'],
  ['LA2', 4, 'A9814AB', 'End of Sentence'],
  ['LB2', 4, 'A9815AB', 'Conditional Release'],
  ['LC2', 2, 'A9816AB', 'Conditional Release'],
  ['LC2', 5, 'A9817AB', 'Conditional Release'],
  ['LOL', 1, 'A9818AB', 'Conditional Release'],
];

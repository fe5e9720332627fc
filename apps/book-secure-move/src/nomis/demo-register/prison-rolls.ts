import type { Discharge, MovementCount } from '../records';
import type { RegisteredPrison } from '../register';
import { dischargeRows, movementRows, prisonNames, rollRows } from './prisons';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Roll, movements and discharges of every demo prison, by agency code. */
export function toRegisteredPrisons(): Map<string, RegisteredPrison> {
  return new Map(
    Object.keys(prisonNames).map((agency) => [
      agency,
      {
        units: rollRows
          .filter((row) => row[0] === agency)
          .map(([, livingUnitDesc, bedsInUse, currentlyInCell, currentlyOut]) => ({
            livingUnitDesc,
            bedsInUse,
            currentlyInCell,
            currentlyOut,
          })),
        movements: weekdays.map((weekday) => movementsOn(agency, weekday)),
        discharges: weekdays.map((weekday) => dischargesOn(agency, weekday)),
      },
    ]),
  );
}

function dischargesOn(agency: string, weekday: number): Discharge[] {
  return dischargeRows
    .filter((row) => row[0] === agency && row[1] === weekday)
    .map(([, , offenderNo, reasonDescription]) => ({ offenderNo, reasonDescription }));
}

function movementsOn(agency: string, weekday: number): MovementCount {
  const week = movementRows[agency];
  return { in: week?.in[weekday - 1] ?? 0, out: week?.out[weekday - 1] ?? 0 };
}

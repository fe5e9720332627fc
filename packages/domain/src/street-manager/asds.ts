import type { Day } from '../kernel';
import { laneRentalASD, trafficSensitiveASD } from './enums';
import type { ASDCode, ASDPeriodicityCode } from './enums';

/** A special designation of a street. In what a promoter sends, null stands for "not supplied". */
export interface Asd {
  code: ASDCode;
  locationText: string | null;
  description: string | null;
  startDate: Day | null;
  endDate: Day | null;
  /** Hours and minutes as one number, 0 to 2400: 730 is half past seven. */
  startTime: number | null;
  endTime: number | null;
  periodicityCode: ASDPeriodicityCode | null;
}

export interface AsdSelection {
  /** What was sent; each one that the street knows, in full. */
  selected: Asd[];
  /** The street's other designations. */
  notSelected: Asd[];
}

/**
 * Compares what was sent with the designations that the street has: all members that are supplied must match. A
 * designation of the street answers for one that was sent, and those sent with more members choose first.
 */
export function selectAsds(sent: readonly Asd[], street: readonly Asd[]): AsdSelection {
  const free = [...street];
  const recognised = new Map<Asd, Asd>();
  for (const asd of [...sent].sort((one, other) => suppliedMembers(other) - suppliedMembers(one))) {
    const match = free.find((known) => matches(asd, known));
    if (!match) continue;
    recognised.set(asd, match);
    free.splice(free.indexOf(match), 1);
  }
  return { selected: sent.map((asd) => recognised.get(asd) ?? asd), notSelected: free };
}

/** Of works, the designations that were selected decide; of a street, all that it has. */
export function isTrafficSensitive(asds: readonly Pick<Asd, 'code'>[]): boolean {
  return asds.some(({ code }) => code === trafficSensitiveASD);
}

/** True for a street on which a charge for each day of occupation may be due. */
export function isLaneRental(street: readonly Pick<Asd, 'code'>[]): boolean {
  return street.some(({ code }) => code === laneRentalASD);
}

function matches(sent: Asd, known: Asd): boolean {
  return members(sent).every(([name, value]) => value === null || value === known[name]);
}

function suppliedMembers(asd: Asd): number {
  return members(asd).filter(([, value]) => value !== null).length;
}

function members(asd: Asd): [keyof Asd, Asd[keyof Asd]][] {
  return Object.entries(asd) as [keyof Asd, Asd[keyof Asd]][];
}

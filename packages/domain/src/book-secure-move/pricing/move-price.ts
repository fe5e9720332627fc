import { pence, sumPence } from '../../kernel';
import type { Pence } from '../../kernel';
import type { Day } from '../day';
import type { CategoryDecision } from './category';
import { decideCategory } from './category';
import type { Month } from './effective-year';
import { effectiveYearOf } from './effective-year';
import type { JourneyFacts, MoveFacts, PricedPlace } from './facts';
import { countedJourneys } from './facts';
import { countOf, effectiveYearOfJourney, statementMonthOf } from './timeline';
import type { PriceBook, UnitPrice } from './unit-price';
import { unitPriceOf } from './unit-price';

/** How an undisturbed chain of journeys is paid: as one journey between its ends, or as the sum of its journeys. */
export const multiJourneyBases = ['end_to_end', 'journey_sum'] as const;
export type MultiJourneyBasis = (typeof multiJourneyBases)[number];

/** What a move's price is made of. */
export type PriceBasis = 'journeys' | 'end_to_end' | 'virtual_journey' | 'none';

/** One way between two places with its price: a journey, the way from end to end, or a journey that never was. */
export interface PricedLeg {
  /** Null for the way from end to end and for the virtual journey of a cancellation. */
  journey: JourneyFacts | null;
  from: PricedPlace;
  to: PricedPlace;
  billable: boolean;
  effectiveYear: number;
  unit: UnitPrice;
  /** What it adds to the move's price; null when it is billable and has no price. */
  amount: Pence | null;
}

export interface MovePrice extends CategoryDecision {
  basis: PriceBasis;
  month: Month | null;
  /** The journeys that count, in their order. */
  legs: readonly PricedLeg[];
  /** What is paid in place of the journeys. */
  instead: PricedLeg | null;
  /** Null when something that is to be paid has no price. */
  amount: Pence | null;
  /** What enters the totals: the amounts that are known. */
  known: Pence;
}

export interface PricingTerms {
  multiJourneyBasis: MultiJourneyBasis;
  /** Today in London: the year of a journey that has no other. */
  today: Day;
}

const nothing = pence(0);

/** What a move costs, and why, by its supplier's catalogue. */
export function priceMove(move: MoveFacts, book: PriceBook, terms: PricingTerms): MovePrice {
  const journeys = countedJourneys(move);
  const decision = decideCategory(move, journeys);
  const month = statementMonthOf(move);
  const years = journeys.map((journey) => effectiveYearOfJourney(journey, move, terms.today));
  const way = (from: PricedPlace, to: PricedPlace, year: number): PricedLeg => {
    const unit = unitPriceOf(book, from, to, year, month);
    return { journey: null, from, to, billable: true, effectiveYear: year, unit, amount: amountOf(unit, true) };
  };
  const legs = journeys.map((journey, place): PricedLeg => {
    const leg = way(journey.from, journey.to, years[place]!);
    return { ...leg, journey, billable: journey.billable, amount: amountOf(leg.unit, journey.billable) };
  });
  const shared = { ...decision, month };

  if (decision.category === 'unpriced') {
    return { ...shared, basis: 'none', legs, instead: null, amount: null, known: nothing };
  }
  if (decision.category === 'cancelled' && journeys.length === 0 && move.to) {
    const instead = way(move.from, move.to, effectiveYearOf(move.date ?? terms.today));
    return { ...shared, basis: 'virtual_journey', legs, instead, ...totalOf([instead]) };
  }
  if (decision.category === 'multi' && terms.multiJourneyBasis === 'end_to_end' && isCleanChain(move, journeys)) {
    const instead = way(journeys[0]!.from, journeys.at(-1)!.to, years[0]!);
    const unpaid = legs.map((leg) => ({ ...leg, amount: nothing }));
    return { ...shared, basis: 'end_to_end', legs: unpaid, instead, ...totalOf([instead]) };
  }
  return { ...shared, basis: 'journeys', legs, instead: null, ...totalOf(legs) };
}

function amountOf(unit: UnitPrice, billable: boolean): Pence | null {
  if (!billable) return nothing;
  return unit.found ? unit.amount : null;
}

/** A move without anything to pay for is missing its price, as is one of whose ways a price is missing. */
function totalOf(legs: readonly PricedLeg[]): { amount: Pence | null; known: Pence } {
  const amounts = legs.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const known = sumPence(amounts);
  return { amount: legs.length === 0 || amounts.length < legs.length ? null : known, known };
}

/** A move completed as it was booked, in several journeys of which each starts where the one before it ended. */
function isCleanChain({ events }: MoveFacts, journeys: readonly JourneyFacts[]): boolean {
  return (
    journeys.length >= 2 &&
    journeys.every(({ state, billable }) => state === 'completed' && billable) &&
    journeys.every(({ from }, place) => place === 0 || journeys[place - 1]!.to.id === from.id) &&
    countOf(events, 'MoveRedirect', 'MoveLockout', 'MoveLodgingStart', 'MoveLodgingEnd') === 0
  );
}

import { pence } from '../../kernel';
import type { Pence } from '../../kernel';
import type { JourneyState } from '../enums';
import type { LocationType } from '../location';
import type { JourneyFacts, MoveFacts, PricedEvent, PricedEventType, PricedPlace } from './facts';
import type { MovePrice, MultiJourneyBasis } from './move-price';
import { priceMove } from './move-price';
import type { CataloguePrice, PriceBook } from './unit-price';

export const placeOf = (agencyId: string, locationType: LocationType = 'prison'): PricedPlace => ({
  id: `place ${agencyId}`,
  agencyId,
  locationType,
});

/** The figures of the published test vectors, in pence; directional. */
export const figures: Record<string, number> = {
  'A B': 100_00,
  'A C': 130_00,
  'B C': 45_00,
  'C B': 50_00,
  'A L': 80_00,
  'L B': 60_00,
};

interface BookOptions {
  /** By `FROM TO`, in pence, for each of the years. */
  prices?: Record<string, number>;
  years?: readonly number[];
  /** By `FROM TO`, then by month's number. */
  exceptions?: Record<string, Record<number, number>>;
  unmapped?: readonly string[];
}

export function bookOf({
  prices = figures,
  years = [2021],
  exceptions = {},
  unmapped = [],
}: BookOptions = {}): PriceBook {
  const found = new Map<string, CataloguePrice>();
  for (const year of years) {
    for (const [way, amount] of Object.entries(prices)) {
      const months = Object.entries(exceptions[way] ?? {}).map(([month, pennies]): [number, Pence] => [
        Number(month),
        pence(pennies),
      ]);
      found.set(`${way} ${year}`, { id: `${way} ${year}`, amount: pence(amount), exceptions: new Map(months) });
    }
  }
  return {
    isMapped: (agency) => !unmapped.includes(agency),
    find: (from, to, year) => found.get(`${from} ${to} ${year}`),
  };
}

const states: Record<string, JourneyState> = {
  c: 'completed',
  x: 'cancelled',
  r: 'rejected',
  p: 'proposed',
  i: 'in_progress',
};

/** When the n-th journey of a move starts and ends: an hour each, from 09:00 UTC on the day of the vectors. */
const startOf = (place: number): Date => new Date(Date.UTC(2021, 8, 6, 9 + 2 * place));
const endOfJourney = (place: number): Date => new Date(Date.UTC(2021, 8, 6, 10 + 2 * place));

export const eventAt = (type: PricedEventType, at: Date | string, more: Partial<PricedEvent> = {}): PricedEvent => ({
  type,
  occurredAt: new Date(at),
  notes: null,
  vehicleReg: null,
  ...more,
});

/** `A→B c$` is a completed, billable journey from A to B; `x`, `r`, `p` and `i` are other states, `0` not billable. */
export function journeyOf(text: string, place: number, startedAt: Date | string | null = startOf(place)): JourneyFacts {
  const [, from, to, state, billable] = /^(\w+)→(\w+) ([cxrpi])([$0])$/.exec(text)!;
  return {
    id: `journey ${place}`,
    from: placeOf(from!),
    to: placeOf(to!),
    state: states[state!]!,
    billable: billable === '$',
    clientTimestamp: startOf(place),
    createdAt: startOf(place),
    registration: null,
    events: [
      ...(startedAt === null ? [] : [eventAt('JourneyStart', startedAt)]),
      ...(state === 'c' ? [eventAt('JourneyComplete', endOfJourney(place))] : []),
      ...(state === 'x' ? [eventAt('JourneyCancel', endOfJourney(place))] : []),
    ],
  };
}

export const beforeStart = '2021-09-06T07:00:00Z';
export const moveStart = '2021-09-06T08:00:00Z';
export const afterStart = '2021-09-06T09:30:00Z';
export const moveEnd = '2021-09-06T18:00:00Z';

/** A completed move from A to B of 6 September 2021, accepted, started and completed; `to` is where it ended up. */
export function moveOf(journeys: readonly string[], more: Partial<MoveFacts> = {}): MoveFacts {
  return {
    id: 'move',
    reference: 'ABC1234D',
    supplier: 'serco',
    status: 'completed',
    date: '2021-09-06',
    cancellationReason: null,
    from: placeOf('A'),
    to: placeOf('B'),
    journeys: journeys.map((text, place) => journeyOf(text, place)),
    ...more,
    events: [
      eventAt('MoveAccept', '2021-09-05T08:00:00Z'),
      eventAt('MoveStart', moveStart),
      eventAt('MoveComplete', moveEnd),
      ...(more.events ?? []),
    ],
  };
}

export const without = (move: MoveFacts, ...types: PricedEventType[]): MoveFacts => ({
  ...move,
  events: move.events.filter(({ type }) => !types.includes(type)),
});

export const redirect = (at: string = afterStart): PricedEvent => eventAt('MoveRedirect', at);
export const lockout = eventAt('MoveLockout', afterStart);
export const lodging = (hours = 0): PricedEvent[] => [
  eventAt('MoveLodgingStart', new Date(Date.UTC(2021, 8, 6, 11 + hours))),
  eventAt('MoveLodgingEnd', new Date(Date.UTC(2021, 8, 6, 12 + hours))),
];

export const priced = (
  move: MoveFacts,
  book: PriceBook = bookOf(),
  multiJourneyBasis: MultiJourneyBasis = 'end_to_end',
): MovePrice => priceMove(move, book, { multiJourneyBasis, today: '2021-10-15' });

/** What the vectors state of a move: its category and its amount in pence. */
export const outcome = (...asked: Parameters<typeof priced>): [string, number | null] => {
  const { category, amount } = priced(...asked);
  return [category, amount];
};

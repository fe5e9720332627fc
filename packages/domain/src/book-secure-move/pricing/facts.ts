import type { Day } from '../day';
import type { JourneyState, MoveStatus } from '../enums';
import type { LocationType } from '../location';

/** A place as pricing looks at it: prices hang on its agency id, the rules of cancellations on its type. */
export interface PricedPlace {
  id: string;
  agencyId: string | null;
  locationType: LocationType;
}

/** Types of events that pricing reads, on the move and on its journeys; all others mean nothing to it. */
export const moveEventTypes = [
  'MoveAccept',
  'MoveStart',
  'MoveRedirect',
  'MoveLockout',
  'MoveLodgingStart',
  'MoveLodgingEnd',
  'MoveComplete',
  'MoveCancel',
] as const;
export const journeyEventTypes = ['JourneyStart', 'JourneyComplete', 'JourneyCancel'] as const;

export type PricedEventType = (typeof moveEventTypes)[number] | (typeof journeyEventTypes)[number];

export interface PricedEvent {
  type: PricedEventType;
  occurredAt: Date;
  notes: string | null;
  /** The registration that the event itself names. */
  vehicleReg: string | null;
}

export interface JourneyFacts {
  id: string;
  from: PricedPlace;
  to: PricedPlace;
  state: JourneyState;
  billable: boolean;
  clientTimestamp: Date;
  /** When it was stored: it orders journeys of one timestamp. */
  createdAt: Date;
  /** The registration that the journey was planned with. */
  registration: string | null;
  /** Its own events, in any order. */
  events: readonly PricedEvent[];
}

/** All that decides what a move costs. */
export interface MoveFacts {
  id: string;
  reference: string;
  /** The supplier's key. */
  supplier: string;
  status: MoveStatus;
  date: Day | null;
  cancellationReason: string | null;
  from: PricedPlace;
  to: PricedPlace | null;
  /** Its own events, in any order. */
  events: readonly PricedEvent[];
  /** In any order and in every state. */
  journeys: readonly JourneyFacts[];
}

/** The journeys that take part in pricing, completed or cancelled, by the supplier's own time of each. */
export function countedJourneys({ journeys }: MoveFacts): JourneyFacts[] {
  return journeys.filter(isCounted).sort(byTimestamp);
}

/** Whether a journey takes part in pricing. */
export const isCounted = ({ state }: JourneyFacts): boolean => state === 'completed' || state === 'cancelled';

const byTimestamp = (a: JourneyFacts, b: JourneyFacts): number =>
  a.clientTimestamp.getTime() - b.clientTimestamp.getTime() ||
  a.createdAt.getTime() - b.createdAt.getTime() ||
  (a.id < b.id ? -1 : 1);

import type { Day } from '../day';
import type { Month } from './effective-year';
import { effectiveYearAt, effectiveYearOf, monthAt, monthOf } from './effective-year';
import type { JourneyFacts, MoveFacts, PricedEvent, PricedEventType } from './facts';

type Events = readonly PricedEvent[];

/** When something last occurred, whatever the order in which it was told; null when never. */
export function latest(events: Events, type: PricedEventType): Date | null {
  let found: Date | null = null;
  for (const event of events) {
    if (event.type === type && (found === null || event.occurredAt > found)) found = event.occurredAt;
  }
  return found;
}

/** When something first occurred; null when never. */
export function earliest(events: Events, type: PricedEventType): Date | null {
  let found: Date | null = null;
  for (const event of events) {
    if (event.type === type && (found === null || event.occurredAt < found)) found = event.occurredAt;
  }
  return found;
}

export function countOf(events: Events, ...types: readonly PricedEventType[]): number {
  let count = 0;
  for (const { type } of events) if (types.includes(type)) count += 1;
  return count;
}

/** When the person was picked up: the latest start of the move. */
export const pickUpOf = ({ events }: MoveFacts): Date | null => latest(events, 'MoveStart');

/** When the move ended: its latest completion, else its latest cancellation. */
export const endOf = ({ events }: MoveFacts): Date | null =>
  latest(events, 'MoveComplete') ?? latest(events, 'MoveCancel');

/** The month whose statement a move belongs to: that of its pick-up in London, else that of its date. */
export function statementMonthOf(move: MoveFacts): Month | null {
  const pickUp = pickUpOf(move);
  if (pickUp) return monthAt(pickUp);
  return move.date === null ? null : monthOf(move.date);
}

/** The contractual year whose prices hold for a journey: by its pick-up, else the move's date, else today. */
export function effectiveYearOfJourney(journey: JourneyFacts, move: MoveFacts, today: Day): number {
  const pickUp = latest(journey.events, 'JourneyStart');
  return pickUp ? effectiveYearAt(pickUp) : effectiveYearOf(move.date ?? today);
}

/** The registrations that a journey's start and completion name, in their order; else the one it was planned with. */
export function registrationsOf({ events, registration }: JourneyFacts): string[] {
  const named = events
    .filter(({ type, vehicleReg }) => vehicleReg !== null && (type === 'JourneyStart' || type === 'JourneyComplete'))
    .sort(byOccurrence)
    .map(({ vehicleReg }) => vehicleReg as string);
  if (named.length > 0) return [...new Set(named)];
  return registration === null ? [] : [registration];
}

const noted: readonly PricedEventType[] = [
  'MoveRedirect',
  'MoveLockout',
  'JourneyCancel',
  'MoveLodgingStart',
  'MoveLodgingEnd',
  'MoveCancel',
];

/** What was noted of the events that explain a price, in their order: `MoveRedirect: asked by PMU, …`. */
export function notesOf({ events, journeys }: MoveFacts): string {
  return [...events, ...journeys.flatMap((journey) => journey.events)]
    .filter(({ type, notes }) => noted.includes(type) && notes !== null && notes.trim() !== '')
    .sort(byOccurrence)
    .map(({ type, notes }) => `${type}: ${notes}`)
    .join(', ');
}

/** By occurrence; what occurred at one instant is put in an order of its own, so that arrival never shows. */
function byOccurrence(a: PricedEvent, b: PricedEvent): number {
  const text = ({ type, notes, vehicleReg }: PricedEvent): string => `${type} ${notes} ${vehicleReg}`;
  return a.occurredAt.getTime() - b.occurredAt.getTime() || (text(a) < text(b) ? -1 : 1);
}

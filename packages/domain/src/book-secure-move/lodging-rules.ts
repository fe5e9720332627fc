import { nextState, stateAfter, when } from '../kernel';
import type { Violation } from '../kernel';
import { addDays, daysBetween, isDay } from './day';
import type { Day } from './day';
import { cancellationReasons, isOneOf } from './enums';
import { LodgingNotCancellable } from './errors';
import type { ResourceReference } from './event';
import { lodgingMachine } from './lodging';
import type { Lodging } from './lodging';
import { notInList, notIsoDate, plainText, taken } from './standard-violations';

/** The attributes of a request to create or change a lodging, as sent. */
export interface LodgingParameters {
  start_date?: unknown;
  end_date?: unknown;
}

/** The parameter rules: both days on create; on change an absent or null day stays as it is. */
export function checkLodgingParameters(attributes: LodgingParameters, action: 'create' | 'update'): Violation[] {
  const faulty = (value: unknown) => !isDay(value) && !(action === 'update' && value == null);
  return [
    ...when(faulty(attributes.start_date), notIsoDate('start_date')),
    ...when(faulty(attributes.end_date), notIsoDate('end_date')),
  ];
}

/** The rules of the record, beside the other lodgings of its move. */
export function checkLodging(lodging: Lodging, others: readonly Lodging[]): Violation[] {
  const repeated = others.some(
    (other) =>
      other.id !== lodging.id &&
      other.status !== 'cancelled' &&
      other.startDate === lodging.startDate &&
      other.endDate === lodging.endDate,
  );
  return [
    ...when(lodging.endDate <= lodging.startDate, plainText('end_date', 'must be after start_date')),
    ...when(repeated && lodging.status !== 'cancelled', taken('start_date')),
  ];
}

/** A lodging before and after a change. */
export interface LodgingChange {
  before: Lodging;
  after: Lodging;
}

/** The lodging with a new end or location, or null when neither differs: then nothing happens at all. */
export function changeLodging(
  before: Lodging,
  { endDate = before.endDate, locationId = before.locationId }: { endDate?: Day; locationId?: string },
): LodgingChange | null {
  const same = endDate === before.endDate && locationId === before.locationId;
  return same ? null : { before, after: { ...before, endDate, locationId } };
}

/** When the end moves, every later-starting lodging of the move that is not cancelled moves by as many days. */
export function shiftLaterLodgings({ before, after }: LodgingChange, others: readonly Lodging[]): LodgingChange[] {
  const days = daysBetween(before.endDate, after.endDate);
  if (days === 0) return [];
  return others
    .filter(({ id, status, startDate }) => id !== before.id && status !== 'cancelled' && startDate > before.startDate)
    .map((later) => ({
      before: later,
      after: { ...later, startDate: addDays(later.startDate, days), endDate: addDays(later.endDate, days) },
    }));
}

/**
 * The rules of the records for changes that happen together, each beside the lodgings of the move as they will be: what
 * the first faulty one breaks, or none. A shift that leads out of the calendar is a fault of the end that caused it.
 */
export function checkLodgingChanges(changes: readonly LodgingChange[], lodgings: readonly Lodging[]): Violation[] {
  const changed = new Map(changes.map(({ after }) => [after.id, after]));
  const together = lodgings.map((each) => changed.get(each.id) ?? each);
  const faults = changes.map(({ after }) =>
    isDay(after.startDate) && isDay(after.endDate) ? checkLodging(after, together) : [notIsoDate('end_date')],
  );
  return faults.find(({ length }) => length > 0) ?? [];
}

/** What a LodgingUpdate event says about a change: each new value beside its old one, and only what changed. */
export function lodgingUpdateFacts({ before, after }: LodgingChange): {
  details: Record<string, string>;
  relationships: Record<string, ResourceReference>;
} {
  const started = before.startDate !== after.startDate;
  const ended = before.endDate !== after.endDate;
  const location = (id: string): ResourceReference => ({ type: 'locations', id });
  return {
    details: {
      ...(started && { old_start_date: before.startDate, start_date: after.startDate }),
      ...(ended && { old_end_date: before.endDate, end_date: after.endDate }),
    },
    relationships:
      before.locationId === after.locationId
        ? {}
        : { old_location: location(before.locationId), location: location(after.locationId) },
  };
}

/** The reason of a cancellation, of one lodging or of all: a rule of the event that it leaves. */
export const checkLodgingCancellation = (reason: unknown): Violation[] =>
  when(!isOneOf(cancellationReasons, reason), notInList('cancellation_reason'));

/** The lodging, cancelled on its own. Throws LodgingNotCancellable unless it is only proposed. */
export function cancelLodging(lodging: Lodging): Lodging {
  if (lodging.status !== 'proposed') throw new LodgingNotCancellable(lodging.status);
  return { ...lodging, status: nextState(lodgingMachine, lodging.status, 'cancel') };
}

/**
 * Every lodging that is not cancelled, as it stands once all are called off: one that has begun or ended keeps its
 * status, yet its cancellation is recorded like the others'.
 */
export const cancelEveryLodging = (lodgings: readonly Lodging[]): Lodging[] =>
  lodgings
    .filter(({ status }) => status !== 'cancelled')
    .map((each) => ({ ...each, status: stateAfter(lodgingMachine, each.status, 'cancel') }));

/** Where and when somebody says that a lodging began or ended. */
export interface LodgingOccasion {
  locationId: string;
  date: Day;
}

/** The proposed lodging that starts there on that day, if any. */
export function lodgingToStart(lodgings: readonly Lodging[], at: LodgingOccasion): Lodging | undefined {
  return lodgings.find((each) => each.status === 'proposed' && isAt(each, at) && each.startDate === at.date);
}

/**
 * The started lodging there that ends on that day, or else one that started on it, if any. The real service only looks
 * at the start, and so never completes a lodging that lasted a night.
 */
export function lodgingToComplete(lodgings: readonly Lodging[], at: LodgingOccasion): Lodging | undefined {
  const started = lodgings.filter((each) => each.status === 'started' && isAt(each, at));
  return started.find(({ endDate }) => endDate === at.date) ?? started.find(({ startDate }) => startDate === at.date);
}

export interface LodgingEffect extends LodgingOccasion {
  kind: 'start_lodging' | 'complete_lodging';
}

/** The lodgings that such effects start or complete, one after the other, as they are in the end; the others not. */
export function lodgingsMoved(lodgings: readonly Lodging[], effects: readonly LodgingEffect[]): Lodging[] {
  const moved = effects.reduce<readonly Lodging[]>((current, effect) => {
    const [find, event] = occasions[effect.kind];
    const found = find(current, effect);
    return found
      ? current.map((each) =>
          each === found ? { ...each, status: nextState(lodgingMachine, each.status, event) } : each,
        )
      : current;
  }, lodgings);
  return moved.filter((each, index) => each !== lodgings[index]);
}

const occasions = {
  start_lodging: [lodgingToStart, 'start'],
  complete_lodging: [lodgingToComplete, 'complete'],
} as const;

const isAt = (lodging: Lodging, { locationId }: LodgingOccasion): boolean => lodging.locationId === locationId;

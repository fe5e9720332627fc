import { RulesBroken, violation, when } from '../kernel';
import type { Violation } from '../kernel';
import { isDay } from './day';
import type { Day } from './day';
import { BadRequest, InvalidParameters } from './errors';
import { parseIsoDateTime } from './iso';
import { isLive } from './journey';
import type { Journey } from './journey';
import { mustExist, notInList, notIsoDate, notIsoDateTime, plainText, reserved } from './standard-violations';

/** The attributes of a request to create or change a journey, as sent. */
export interface JourneyParameters {
  billable?: unknown;
  timestamp?: unknown;
  date?: unknown;
}

/** The parameter rules. A change need not say whether it is billable, but both name a timestamp. */
export function checkJourneyParameters(attributes: JourneyParameters, action: 'create' | 'update'): Violation[] {
  const { billable, timestamp, date } = attributes;
  const optional = action === 'update' && billable == null;
  const dated = date == null || isDay(date) || parseIsoDateTime(date) !== null;
  return [
    ...when(!optional && typeof billable !== 'boolean', notInList('billable')),
    ...when(parseIsoDateTime(timestamp) === null, notIsoDateTime('timestamp')),
    ...when(!dated, notIsoDate('date')),
  ];
}

/** A journey as it would be saved; a null billable comes from a change that clears it. */
export interface UncheckedJourney {
  fromLocationId: string;
  toLocationId: string;
  billable: boolean | null;
}

/** The rules of the record. */
export function checkJourney({ fromLocationId, toLocationId, billable }: UncheckedJourney): Violation[] {
  return [
    ...when(fromLocationId === toLocationId, plainText('to_location_id', 'should be different to the from location')),
    ...when(billable === null, reserved('billable')),
  ];
}

/** Whether a live journey of the move, whoever's it is, has these two ends. */
export function isLegTaken(journeys: readonly Journey[], fromLocationId: string, toLocationId: string): boolean {
  return journeys.some(
    (each) => isLive(each) && each.fromLocationId === fromLocationId && each.toLocationId === toLocationId,
  );
}

/** Throws BadRequest when a live journey of the move, whoever's it is, already has these two ends. */
export function refuseDuplicate(journeys: readonly Journey[], fromLocationId: string, toLocationId: string): void {
  const same = isLegTaken(journeys, fromLocationId, toLocationId);
  if (same) throw new BadRequest('You are trying to submit a duplicate journey for this move, please try again');
}

/** A journey or lodging names a location that does not exist: a parameter error, not a missing resource. */
export const locationNotFound = (id: string): Violation =>
  violation('location', 'not_found', `reference was not found id=${id}`);

/**
 * The supplier of a new journey. `named` is the related supplier where it exists, `owner` the client's own; either is
 * null. Throws InvalidParameters when a supplier names another, RulesBroken when there is none.
 */
export function journeySupplier(named: string | null, owner: string | null): string {
  if (named !== null && owner !== null && named !== owner) {
    const message = `reference is not valid for this account or not found id=${named}`;
    throw new InvalidParameters([violation('supplier', 'not_valid', message)]);
  }
  const supplier = named ?? owner;
  if (supplier === null) throw new RulesBroken([mustExist('supplier')]);
  return supplier;
}

/** The proposed journeys that follow their move from its old date to a new one, as they will be saved. */
export function shiftJourneys(journeys: readonly Journey[], from: Day | null, to: Day | null): Journey[] {
  if (from === null || to === null || from === to) return [];
  return journeys
    .filter(({ state, date }) => state === 'proposed' && date === from)
    .map((each) => ({ ...each, date: to }));
}

/** Each journey's place among the journeys of its move, by the supplier's timestamp, from 1; by journey id. */
export function journeyNumbers(journeys: readonly Journey[]): Map<string, number> {
  const ordered = [...journeys].sort(
    (a, b) => a.clientTimestamp.getTime() - b.clientTimestamp.getTime() || a.id.localeCompare(b.id),
  );
  return new Map(ordered.map(({ id }, index) => [id, index + 1]));
}

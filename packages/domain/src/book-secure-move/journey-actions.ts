import { when } from '../kernel';
import type { Violation } from '../kernel';
import { parseIsoDateTime } from './iso';
import { actionLocationId, missingLocation } from './legacy-action';
import type { LegacyAction, LegacyBody, LocationFact } from './legacy-action';
import { blank, isBlank, notInList, notIsoDateTime } from './standard-violations';

/** The actions that a journey has a path for, with the event that each leaves. */
export const journeyActions = {
  start: { eventType: 'JourneyStart', details: ['vehicle_reg', 'vehicle_depot'], notes: true },
  complete: { eventType: 'JourneyComplete', details: ['vehicle_reg'], notes: true },
  cancel: { eventType: 'JourneyCancel', details: [], notes: true },
  uncancel: { eventType: 'JourneyUncancel', details: [], notes: true },
  uncomplete: { eventType: 'JourneyUncomplete', details: [], notes: true },
  reject: { eventType: 'JourneyReject', details: [], notes: true },
  lockouts: { eventType: 'JourneyLockout', details: [], notes: true, location: 'from_location' },
  // NOTE older clients send where a lodging is as from_location
  lodgings: {
    eventType: 'JourneyLodging',
    details: [],
    notes: true,
    location: 'to_location',
    elseLocation: 'from_location',
  },
} as const satisfies Record<string, LegacyAction>;

export type JourneyAction = keyof typeof journeyActions;

const acceptedTypes: Readonly<Record<string, JourneyAction>> = {
  starts: 'start',
  completes: 'complete',
  cancels: 'cancel',
  uncancels: 'uncancel',
  uncompletes: 'uncomplete',
  rejects: 'reject',
  lockouts: 'lockouts',
  lodgings: 'lodgings',
};

export const journeyActionTypes: readonly string[] = Object.keys(acceptedTypes);

/** The relationship that a body's type asks for, so that the caller can look it up; null for most. */
export function journeyActionLocation(body: LegacyBody): { name: string; id: string | null } | null {
  const { type } = body;
  const action = typeof type === 'string' && Object.hasOwn(acceptedTypes, type) ? acceptedTypes[type] : undefined;
  return action === undefined ? null : actionLocationId(journeyActions[action], body);
}

/**
 * The parameter rules of an action on a journey, from the body's `data`. Any of the types is accepted on any of the
 * paths. `locationFound` says whether the location of journeyActionLocation exists.
 */
export function checkJourneyAction(body: LegacyBody, { locationFound }: LocationFact): Violation[] {
  const { type, attributes } = body;
  return [
    ...when(isBlank(type), blank('type')),
    ...when(!(typeof type === 'string' && journeyActionTypes.includes(type)), notInList('type')),
    ...when(parseIsoDateTime(attributes?.['timestamp']) === null, notIsoDateTime('timestamp')),
    ...missingLocation(journeyActionLocation(body), locationFound),
  ];
}

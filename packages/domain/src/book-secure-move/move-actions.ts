import { violation, when } from '../kernel';
import type { Violation } from '../kernel';
import { isDay } from './day';
import { cancellationReasons, isOneOf, rejectionReasons } from './enums';
import { parseIsoDateTime } from './iso';
import { actionLocationId, missingLocation } from './legacy-action';
import type { LegacyAction, LegacyBody, LocationFact } from './legacy-action';
import { blank, isBlank, notInList, notIsoDateTime } from './standard-violations';

/** The actions that a move has a path for, with the event that each leaves. */
export const moveActions = {
  accept: { eventType: 'MoveAccept', details: [], notes: true },
  approve: { eventType: 'MoveApprove', details: ['date', 'create_in_nomis'], notes: false },
  cancel: { eventType: 'MoveCancel', details: ['cancellation_reason', 'cancellation_reason_comment'], notes: true },
  complete: { eventType: 'MoveComplete', details: [], notes: true },
  lockouts: { eventType: 'MoveLockout', details: [], notes: true, location: 'from_location' },
  redirects: { eventType: 'MoveRedirect', details: ['move_type'], notes: true, location: 'to_location' },
  reject: {
    eventType: 'MoveReject',
    details: ['rejection_reason', 'cancellation_reason_comment', 'rebook'],
    notes: false,
  },
  start: { eventType: 'MoveStart', details: [], notes: true },
} as const satisfies Record<string, LegacyAction>;

export type MoveAction = keyof typeof moveActions;

/** The types that a body may carry, on any of the paths, with the action whose rules the body then follows. */
const acceptedTypes: Readonly<Record<string, MoveAction>> = {
  accepts: 'accept',
  approve: 'approve',
  approves: 'approve',
  cancel: 'cancel',
  cancels: 'cancel',
  complete: 'complete',
  completes: 'complete',
  lockouts: 'lockouts',
  redirects: 'redirects',
  reject: 'reject',
  rejects: 'reject',
  starts: 'start',
};

export const moveActionTypes: readonly string[] = Object.keys(acceptedTypes);

/** The relationship that a body's type asks for, so that the caller can look it up; null for most. */
export function moveActionLocation(body: LegacyBody): { name: string; id: string | null } | null {
  const action = actionOf(body);
  return action === undefined ? null : actionLocationId(moveActions[action], body);
}

/**
 * The parameter rules of an action on a move, from the body's `data`. They follow the type that was sent, which need
 * not be the path's own: then the event's rules are left to speak. `locationFound` says whether the location of
 * moveActionLocation exists.
 */
export function checkMoveAction(body: LegacyBody, { locationFound }: LocationFact): Violation[] {
  const { timestamp } = body.attributes ?? {};
  const action = actionOf(body);
  return [
    ...when(isBlank(timestamp), blank('timestamp')),
    ...when(!isBlank(timestamp) && parseIsoDateTime(timestamp) === null, notIsoDateTime('timestamp')),
    ...when(action === undefined, notInList('type')),
    ...(action === undefined ? [] : checkOwn(action, body)),
    ...missingLocation(moveActionLocation(body), locationFound),
  ];
}

function checkOwn(action: MoveAction, { attributes = {} }: LegacyBody): Violation[] {
  const { cancellation_reason: cancellation, rejection_reason: rejection, date } = attributes;
  switch (action) {
    case 'cancel':
      return when(!isOneOf(cancellationReasons, cancellation), notInList('cancellation_reason'));
    case 'reject':
      return when(!isOneOf(rejectionReasons, rejection), notInList('rejection_reason'));
    case 'approve':
      if (isBlank(date)) return [blank('date')];
      return when(!isDay(date), violation('date', 'invalid_date', 'is not a valid date.'));
    default:
      return [];
  }
}

function actionOf({ type }: LegacyBody): MoveAction | undefined {
  return typeof type === 'string' && Object.hasOwn(acceptedTypes, type) ? acceptedTypes[type] : undefined;
}

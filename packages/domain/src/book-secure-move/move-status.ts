import { allows, InvalidTransition, violation, when } from '../kernel';
import type { Violation } from '../kernel';
import { cancellationReasons, isOneOf, moveStatuses } from './enums';
import type { CancellationReason, MoveStatus } from './enums';
import { moveMachine } from './move';
import type { Move, MoveEvent } from './move';
import { blank, isBlank, notInList } from './standard-violations';

/** The status members of a request to create or change a move, as sent. */
export interface StatusParameters {
  status?: unknown;
  cancellation_reason?: unknown;
}

export interface StatusChange {
  /** The status that is asked for; it has passed checkStatusChange. */
  status: MoveStatus;
  cancellationReason: CancellationReason | null;
  cancellationReasonComment: string | null;
}

/** What a client may ask for by naming the new status: rejection needs its own reason and so its own request. */
const byStatus: readonly MoveEvent[] = ['approve', 'accept', 'start', 'complete', 'cancel'];

/** The event that leads from one status to another, or undefined where none does. */
export function transitionBetween(from: MoveStatus, to: MoveStatus): MoveEvent | undefined {
  return byStatus.find((event) => allows(moveMachine, from, event) && moveMachine.transitions[event].to === to);
}

/** The parameter rules for status and reason, on create as on change. An absent or null status is not a fault. */
export function checkStatusParameters({ status, cancellation_reason: reason }: StatusParameters): Violation[] {
  const given = !isBlank(reason);
  return [
    ...when(given && !isOneOf(cancellationReasons, reason), notInList('cancellation_reason')),
    ...when(!given && status === 'cancelled', blank('cancellation_reason')),
    ...when(status != null && !isOneOf(moveStatuses, status), notInList('status')),
  ];
}

/**
 * The parameter rules for changing a move's status: those above, and the move must have a transition to the status or
 * have it already.
 */
export function checkStatusChange(move: Move, parameters: StatusParameters): Violation[] {
  const { status } = parameters;
  const faults = checkStatusParameters(parameters);
  if (faults.length > 0 || !isOneOf(moveStatuses, status) || status === move.status) return faults;
  return when(
    transitionBetween(move.status, status) === undefined,
    violation('status', 'invalid_status', `can't change from '${move.status}' to '${status}'`),
  );
}

/**
 * The move with its new status and the transition that led there, or the same move and null when it has the status
 * already: then the reasons that came along are dropped. Throws InvalidTransition for a status that is out of reach.
 */
export function changeStatus(move: Move, change: StatusChange): { move: Move; transition: MoveEvent | null } {
  if (change.status === move.status) return { move, transition: null };
  const transition = transitionBetween(move.status, change.status);
  if (!transition) throw new InvalidTransition(moveMachine.name, move.status, change.status);

  const { status, cancellationReason, cancellationReasonComment } = change;
  const reasons = transition === 'cancel' ? { cancellationReason, cancellationReasonComment } : {};
  return { move: { ...move, ...reasons, status }, transition };
}

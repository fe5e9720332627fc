import { allows, stateAfter } from '../kernel';
import { isDay, readDay } from './day';
import type { Day } from './day';
import { cancellationReasons, isOneOf, moveTypes, rejectionReasons } from './enums';
import type { RejectionReason } from './enums';
import type { GenericEvent } from './event';
import { londonDay } from './iso';
import { moveMachine } from './move';
import type { Move, MoveEvent } from './move';
import { withChanges } from './with-changes';

/** What an event asks for beyond its move. Each is to be skipped where it has been done before. */
export type MoveEffect =
  /** The move started: a completed but unconfirmed escort record is confirmed. */
  | { kind: 'confirm_person_escort_record' }
  /** Asked for once the move has no transfer in the prison system. */
  | { kind: 'create_transfer' }
  | { kind: 'cancel_transfer' }
  /** The move is booked again, unless it has been already. */
  | { kind: 'rebook' }
  /** Whoever proposed the move is told; only when the rejection is what ended it. */
  | { kind: 'tell_proposer'; rejectionReason: RejectionReason | null; rebook: boolean }
  | { kind: 'start_lodging'; locationId: string; date: Day }
  | { kind: 'complete_lodging'; locationId: string; date: Day }
  | { kind: 'redirected'; from: string | null; to: string };

export interface AppliedMove {
  move: Move;
  effects: MoveEffect[];
}

type Apply = (move: Move, event: GenericEvent) => AppliedMove;

const only = (move: Move): AppliedMove => ({ move, effects: [] });
const moved = (move: Move, event: MoveEvent): Move =>
  withChanges(move, { status: stateAfter(moveMachine, move.status, event) });

/** What each type of event does to its move; a type without a row does nothing. */
const applications: Readonly<Record<string, Apply>> = {
  MoveAccept: (move) => only(moved(move, 'accept')),
  MoveComplete: (move) => only(moved(move, 'complete')),
  MoveStart: (move) => ({
    move: moved(move, 'start'),
    effects: allows(moveMachine, move.status, 'start') ? [{ kind: 'confirm_person_escort_record' }] : [],
  }),
  MoveApprove: approve,
  MoveCancel: cancel,
  MoveReject: reject,
  MoveRedirect: redirect,
  MoveLockout: (move) => only(withChanges(move, { isLockout: true })),
  MoveLodgingStart: (move, event) => ({ move, effects: lodgingEffect('start_lodging', event) }),
  MoveLodgingEnd: (move, event) => ({ move, effects: lodgingEffect('complete_lodging', event) }),
};

/** The move after one event, and what else the event asks for. */
export function applyMoveEvent(move: Move, event: GenericEvent): AppliedMove {
  return applications[event.eventType]?.(move, event) ?? only(move);
}

/** Sets the date only when the proposal was still open. */
function approve(move: Move, { details }: GenericEvent): AppliedMove {
  const date = allows(moveMachine, move.status, 'approve') ? (readDay(details['date']) ?? move.date) : move.date;
  const wanted = isTruthy(details['create_in_nomis']) && move.nomisEventId === null;
  return {
    move: withChanges(moved(move, 'approve'), { date }),
    effects: wanted ? [{ kind: 'create_transfer' }] : [],
  };
}

/**
 * The reason is written again even on a move that is cancelled already. One that was rejected before is cancelled for
 * another reason now, beside which a rejection reason must not stand.
 */
function cancel(move: Move, { details }: GenericEvent): AppliedMove {
  const reason = details['cancellation_reason'];
  return {
    move: withChanges(moved(move, 'cancel'), {
      rejectionReason: reason === 'rejected' ? move.rejectionReason : null,
      cancellationReason: isOneOf(cancellationReasons, reason) ? reason : null,
      cancellationReasonComment: textOf(details['cancellation_reason_comment']),
    }),
    effects: move.nomisEventId === null ? [] : [{ kind: 'cancel_transfer' }],
  };
}

/** The reasons are written even where the move can no longer be rejected; saving it is then refused. */
function reject(move: Move, { details }: GenericEvent): AppliedMove {
  const given = details['rejection_reason'];
  const rejectionReason = isOneOf(rejectionReasons, given) ? given : null;
  const rebook = isTruthy(details['rebook']);
  const told: MoveEffect[] = move.status === 'cancelled' ? [] : [{ kind: 'tell_proposer', rejectionReason, rebook }];
  return {
    move: withChanges(moved(move, 'reject'), {
      rejectionReason,
      cancellationReason: 'rejected',
      cancellationReasonComment: textOf(details['cancellation_reason_comment']),
    }),
    effects: rebook ? [...told, { kind: 'rebook' }] : told,
  };
}

function redirect(move: Move, { details, relationships }: GenericEvent): AppliedMove {
  const to = relationships['to_location']?.id;
  if (to === undefined) return only(move);
  const type = details['move_type'];
  return {
    move: withChanges(move, { toLocationId: to, moveType: isOneOf(moveTypes, type) ? type : move.moveType }),
    effects: to === move.toLocationId ? [] : [{ kind: 'redirected', from: move.toLocationId, to }],
  };
}

/** The day of a lodging's event is the London day on which it occurred. */
function lodgingEffect(kind: 'start_lodging' | 'complete_lodging', event: GenericEvent): MoveEffect[] {
  const location = event.relationships['location'];
  const date = londonDay(event.occurredAt);
  return location && isDay(date) ? [{ kind, locationId: location.id, date }] : [];
}

const isTruthy = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && value !== '' && value !== 'false';
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

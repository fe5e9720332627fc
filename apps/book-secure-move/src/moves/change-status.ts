import type { CancellationReason, Move, MoveStatus, UncheckedMove } from '@switchyard/domain/book-secure-move';
import { changeStatus, checkStatusChange, isBlank, refuseParameters } from '@switchyard/domain/book-secure-move';
import type { Attributes } from '../shared/attributes';

/**
 * The move with the status that a request names, which must be a known transition or its own; its reasons belong to the
 * transition. Without a status the reasons are ordinary attributes. Throws InvalidParameters.
 */
export function withStatus(move: Move, attributes: Attributes): UncheckedMove {
  const status = attributes.raw('status');
  refuseParameters(checkStatusChange(move, { status, cancellation_reason: attributes.raw('cancellation_reason') }));
  return status == null ? withReasons(move, attributes) : inStatus(move, status as MoveStatus, attributes);
}

/** The move with the reasons of its cancellation as the request has them; whether it may have any, the rules say. */
export function withReasons(move: Move, attributes: Attributes): UncheckedMove {
  const comment = attributes.text('cancellation_reason_comment');
  return {
    ...move,
    cancellationReason: attributes.has('cancellation_reason') ? reasonIn(attributes) : move.cancellationReason,
    cancellationReasonComment: comment === undefined ? move.cancellationReasonComment : comment,
  };
}

/** The move in a status that it has or can reach, with the reasons that the request gives. */
export function inStatus(move: Move, status: MoveStatus, attributes: Attributes): UncheckedMove {
  return changeStatus(move, {
    status,
    cancellationReason: reasonIn(attributes) as CancellationReason | null,
    cancellationReasonComment: attributes.text('cancellation_reason_comment') ?? null,
  }).move;
}

/** A blank reason is none. */
function reasonIn(attributes: Attributes): string | null {
  const reason = attributes.text('cancellation_reason') ?? null;
  return isBlank(reason) ? null : reason;
}

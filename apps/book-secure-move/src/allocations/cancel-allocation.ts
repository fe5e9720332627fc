import { refuse } from '@switchyard/domain';
import type { CancellationReason, GenericEvent, Move } from '@switchyard/domain/book-secure-move';
import {
  cancelAllocation as cancelled,
  checkAllocationCancellation,
  checkAllocationCancellationParameters,
  parseIsoDateTime,
  refuseParameters,
  replayMoveEvents,
} from '@switchyard/domain/book-secure-move';
import { appendEvents } from '../events/append-events';
import { automaticEvent } from '../events/automatic-event';
import type { TransferOrder } from '../events/prison-transfers';
import { saveMoves } from '../moves/bulk';
import { lockMovesOfAllocation } from '../moves/repository';
import { notifyMoves } from '../notifications/notify';
import { attributesOf } from '../shared/attributes';
import type { Act } from '../shared/deps';
import { uuidOf } from '../shared/uuid';
import type { AllocationData } from './create-allocation';
import { lockAllocation, saveAllocation } from './repository';

/**
 * Cancels an allocation and every move of it, also what was cancelled before: then the reasons are replaced. Gives the
 * transfers that the prison register is to cancel once this is durable. Throws InvalidParameters, NotFound or
 * RulesBroken, in this order.
 */
export async function cancelAllocation(act: Act, id: string, data: AllocationData): Promise<TransferOrder[]> {
  const { tx, now } = act;
  const attributes = attributesOf(data);
  const reason = attributes.raw('cancellation_reason');
  const comment = attributes.text('cancellation_reason_comment') ?? null;
  const timestamp = attributes.raw('timestamp');
  refuseParameters(checkAllocationCancellationParameters({ timestamp }));
  const moves = await lockMovesOfAllocation(tx, uuidOf('allocation', id));
  const allocation = await lockAllocation(tx, id);
  refuse(checkAllocationCancellation(reason));

  saveAllocation(tx, { ...cancelled(allocation, reason as CancellationReason, comment), updatedAt: now });
  const events = moves.map((move) => cancellationOf(act, move, parseIsoDateTime(timestamp)!, comment));
  const applied = moves.map((move, index) => replayMoveEvents(move, [events[index]!]));
  const ended = applied.map(({ move }) => ({ ...move, updatedAt: now }));
  appendEvents(tx, events);
  saveMoves(tx, ended);
  const before = new Map(moves.map((move) => [move.id, move.status]));
  notifyMoves(act, ended, (move) => (before.get(move.id) === move.status ? 'update_move' : 'update_move_status'));
  return applied.flatMap(({ move, effects }) =>
    effects.some(({ kind }) => kind === 'cancel_transfer') ? [{ kind: 'cancel_transfer', moveId: move.id }] : [],
  );
}

const cancellationOf = (act: Act, { id }: Move, at: Date, comment: string | null): GenericEvent => ({
  ...automaticEvent(act, 'MoveCancel', 'moves', id, {
    details: { cancellation_reason: 'other', cancellation_reason_comment: comment },
  }),
  occurredAt: at,
  recordedAt: at,
});

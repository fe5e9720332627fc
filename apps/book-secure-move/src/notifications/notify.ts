import type { OutgoingEvent } from '@switchyard/db';
import { appendAllOutgoing, appendOutgoing } from '@switchyard/db';
import type { Move, RejectionReason } from '@switchyard/domain/book-secure-move';
import type { Act } from '../shared/deps';

export type MoveNotice = 'create_move' | 'update_move' | 'update_move_status';
export type LodgingNotice = 'create_lodging' | 'update_lodging' | 'cancel_lodging';

/** Tells the move's subscribers, once the transaction has committed, what became of it. */
export function notifyMove(act: Act, notice: MoveNotice, move: Move): void {
  appendOutgoing(act.tx, outgoingOf(act, notice, move));
}

/** Tells the subscribers of each of these moves what became of it, in one statement. */
export function notifyMoves(act: Act, moves: readonly Move[], noticeOf: (move: Move) => MoveNotice): void {
  appendAllOutgoing(
    act.tx,
    moves.map((move) => outgoingOf(act, noticeOf(move), move)),
  );
}

const outgoingOf = ({ ids, now }: Act, notice: MoveNotice, { id, status, supplierId }: Move): OutgoingEvent => ({
  id: ids.uuid(),
  aggregateType: 'move',
  aggregateId: id,
  eventType: notice,
  payload: { topic: 'move', move_id: id, status, supplier_id: supplierId },
  occurredAt: now,
});

/** Tells the move's subscribers of a lodging. */
export function notifyLodging({ tx, ids, now }: Act, notice: LodgingNotice, lodgingId: string, moveId: string): void {
  appendOutgoing(tx, {
    id: ids.uuid(),
    aggregateType: 'move',
    aggregateId: moveId,
    eventType: notice,
    payload: { topic: 'lodging', move_id: moveId, lodging_id: lodgingId },
    occurredAt: now,
  });
}

/** Tells the subscribers of a move of an event that an authority has recorded. */
export function notifyEvent({ tx, ids, now }: Act, eventId: string, moveId: string): void {
  appendOutgoing(tx, {
    id: ids.uuid(),
    aggregateType: 'move',
    aggregateId: moveId,
    eventType: 'create_event',
    payload: { topic: 'event', move_id: moveId, event_id: eventId },
    occurredAt: now,
  });
}

/** Tells whoever proposed a move that it was rejected, why, and whether it was booked again. */
export function notifyProposer(
  { tx, ids, now }: Act,
  moveId: string,
  { rejectionReason, rebook }: { rejectionReason: RejectionReason | null; rebook: boolean },
): void {
  appendOutgoing(tx, {
    id: ids.uuid(),
    aggregateType: 'move',
    aggregateId: moveId,
    eventType: 'reject_move',
    payload: { topic: 'proposer', move_id: moveId, rejection_reason: rejectionReason, rebooked: rebook },
    occurredAt: now,
  });
}

import { refuse } from '@switchyard/domain';
import type { Allocation, Move, MoveFacts, UncheckedMove } from '@switchyard/domain/book-secure-move';
import {
  allocatedMove,
  asMoveOfAllocation,
  checkMove,
  groupedByField,
  inferMoveType,
  supplierFor,
} from '@switchyard/domain/book-secure-move';
import { appendEvents } from '../events/append-events';
import { automaticEvent } from '../events/automatic-event';
import { insertMovesWithoutProfile } from '../moves/bulk';
import { freeReferences } from '../moves/free-references';
import { notifyMoves } from '../notifications/notify';
import type { PlacedLocation } from '../reference/reference-data';
import type { Act } from '../shared/deps';

/** The moves of a new allocation, checked; `store` writes them once the allocation is there. */
export interface BuiltMoves {
  moves: readonly Move[];
  store(): void;
}

/**
 * Builds the moves that an allocation counts, requested, alike and nobody's yet. However many they are, they take one
 * statement each for the moves, for their events and for what their subscribers are told. Throws RulesBroken with the
 * faults of every move.
 */
export async function buildMoves(
  act: Act,
  allocation: Allocation,
  from: PlacedLocation,
  to: PlacedLocation,
): Promise<BuiltMoves> {
  const { tx, ids, caller, reference, now } = act;
  const supplierId = caller.supplierId ?? supplierFor(from.suppliers, from.id, allocation.date);
  const facts: MoveFacts = {
    from,
    to,
    supplierKnown: reference.suppliers.find(supplierId) !== undefined,
    category: null,
    duplicateMoveId: null,
    lockedOut: false,
  };
  const references = await freeReferences(tx, ids, allocation.movesCount);
  const moveIds = references.map(() => ids.uuid()).sort();
  const moves = references.map((each, index) =>
    allocatedMove(allocation, {
      id: moveIds[index]!,
      reference: each,
      moveType: inferMoveType(from, to),
      supplierId,
      now,
    }),
  );
  const accepted = acceptMoves(moves, facts);
  return { moves: accepted, store: () => storeMoves(act, allocation, accepted) };
}

function acceptMoves(moves: readonly UncheckedMove[], facts: MoveFacts): readonly Move[] {
  refuse(groupedByField(moves.flatMap((move) => asMoveOfAllocation(checkMove(move, facts)))));
  return moves as readonly Move[]; // NOTE no rule is broken, so the looser fields hold what Move asks for
}

function storeMoves(act: Act, { requestedBy }: Allocation, moves: readonly Move[]): void {
  insertMovesWithoutProfile(act.tx, moves);
  const facts = { notes: 'Automatically generated for allocation', createdBy: requestedBy, supplierId: null };
  appendEvents(
    act.tx,
    moves.map(({ id }) => automaticEvent(act, 'MoveRequested', 'moves', id, facts)),
  );
  notifyMoves(act, moves, () => 'create_move');
}

import type { GenericEvent, Move, MoveFacts } from '@switchyard/domain/book-secure-move';
import { findDuplicateMove } from '../moves/facts';
import type { HeldMove } from '../moves/repository';
import type { Act } from '../shared/deps';
import { isLockedOut } from './admit-event';

/**
 * What the rules of a move need after its log was replayed. All of it is at hand, save whether another move is in its
 * way, and that is asked only where the events can have put one there: the database keeps any two others apart.
 */
export async function gatherFacts(
  { tx, reference }: Act,
  { move: before, personId, categoryId }: HeldMove,
  move: Move,
  log: readonly GenericEvent[],
): Promise<MoveFacts> {
  const asksForDuplicate = personId !== null && mayCollide(before, move);
  return {
    from: reference.locations.find(move.fromLocationId) ?? null,
    to: reference.locations.find(move.toLocationId) ?? null,
    supplierKnown: reference.suppliers.find(move.supplierId) !== undefined,
    category: reference.categories.find(categoryId) ?? null,
    duplicateMoveId: asksForDuplicate ? await findDuplicateMove(tx, personId, move) : null,
    lockedOut: isLockedOut(log),
  };
}

const isCounted = ({ status }: Move): boolean => status !== 'proposed' && status !== 'cancelled';

function mayCollide(before: Move, after: Move): boolean {
  const moved = before.toLocationId !== after.toLocationId || before.date !== after.date;
  return isCounted(after) && (moved || !isCounted(before));
}

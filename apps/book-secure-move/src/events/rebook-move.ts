import { acceptMove, inferMoveType, newReference, rebooked } from '@switchyard/domain/book-secure-move';
import { refreshAllocation } from '../moves/refresh-allocation';
import type { HeldMove } from '../moves/repository';
import { findRebooked, insertMove } from '../moves/repository';
import { notifyMove } from '../notifications/notify';
import type { Act } from '../shared/deps';

/** Books a rejected move again for a week later, unless that has been done. Throws RulesBroken when it may not be. */
export async function rebookMove(act: Act, { move: original, personId, categoryId }: HeldMove): Promise<void> {
  const { tx, ids, now, reference } = act;
  if (await findRebooked(tx, original.id)) return;
  const from = reference.locations.find(original.fromLocationId) ?? null;
  const to = reference.locations.find(original.toLocationId) ?? null;
  const described = rebooked(original, {
    id: ids.uuid(),
    reference: newReference(ids),
    moveType: inferMoveType(from, to),
    now,
  });
  const move = acceptMove(described, {
    from,
    to,
    supplierKnown: reference.suppliers.find(original.supplierId) !== undefined,
    category: reference.categories.find(categoryId) ?? null,
    duplicateMoveId: null, // a proposed move is in nobody's way
    lockedOut: false,
  });
  insertMove(tx, move, personId);
  refreshAllocation(act, move);
  notifyMove(act, 'create_move', move);
}

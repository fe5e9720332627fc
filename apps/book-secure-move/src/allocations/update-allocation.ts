import { refuse } from '@switchyard/domain';
import { checkAllocationDate } from '@switchyard/domain/book-secure-move';
import { redateMoves } from '../moves/redate-moves';
import { lockMovesOfAllocation } from '../moves/repository';
import { attributesOf } from '../shared/attributes';
import type { Act } from '../shared/deps';
import { uuidOf } from '../shared/uuid';
import type { AllocationData } from './create-allocation';
import { lockAllocation, saveAllocation, saveDateChangedReason } from './repository';

/**
 * Brings an allocation and every move of it to another day, or neither; nothing else of it can change, and the same
 * day again changes nothing. Throws NotFound, or RulesBroken for a date that cannot be read or does not suit a move.
 */
export async function updateAllocation(act: Act, id: string, data: AllocationData): Promise<void> {
  const { tx, now } = act;
  const moves = await lockMovesOfAllocation(tx, uuidOf('allocation', id));
  const allocation = await lockAllocation(tx, id);
  const attributes = attributesOf(data);
  const reason = attributes.text('date_changed_reason');
  if (attributes.has('date')) refuse(checkAllocationDate(attributes.raw('date')));
  const date = attributes.day('date') ?? allocation.date;
  if (reason !== undefined) saveDateChangedReason(tx, allocation.id, reason);
  if (date === allocation.date) return;
  await redateMoves(act, moves, date, reason ?? null);
  saveAllocation(tx, { ...allocation, date, updatedAt: now });
}

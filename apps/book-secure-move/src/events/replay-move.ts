import type { GenericEvent, Move } from '@switchyard/domain/book-secure-move';
import { acceptMove, replayMoveEvents } from '@switchyard/domain/book-secure-move';
import { followDate } from '../moves/follow-date';
import { refreshAllocation } from '../moves/refresh-allocation';
import { saveMove, touchMove } from '../moves/repository';
import { notifyMove } from '../notifications/notify';
import type { Act } from '../shared/deps';
import { carryOut } from './move-effects';
import { gatherFacts } from './move-facts';
import type { TransferOrder } from './prison-transfers';
import type { MoveSubject } from './subject';

/**
 * Applies a move's log with its new event, saves what became of the move and tells its subscribers, and does what else
 * the log asks for. Throws RulesBroken when the move would break its rules.
 */
export async function replayMove(act: Act, subject: MoveSubject, event: GenericEvent): Promise<TransferOrder[]> {
  const before = subject.held.move;
  const log = [...subject.log, event];
  const { move, effects } = replayMoveEvents(before, log);
  if (move === before) touchMove(act.tx, move.id, act.now);
  else await save(act, subject, move, log);
  return carryOut(act, { ...subject.held, move }, effects);
}

async function save(act: Act, { held }: MoveSubject, replayed: Move, log: readonly GenericEvent[]): Promise<void> {
  const before = held.move;
  const move = acceptMove({ ...replayed, updatedAt: act.now }, await gatherFacts(act, held, replayed, log));
  saveMove(act.tx, move);
  if (move.date !== before.date) followDate(act, before, move, 'without event');
  refreshAllocation(act, move);
  notifyMove(act, move.status === before.status ? 'update_move' : 'update_move_status', move);
}

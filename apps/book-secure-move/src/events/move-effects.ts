import type { LodgingEffect, MoveEffect } from '@switchyard/domain/book-secure-move';
import { lodgingsMoved } from '@switchyard/domain/book-secure-move';
import { lockLodgingsOfMove, saveLodging } from '../lodgings/repository';
import type { HeldMove } from '../moves/repository';
import { notifyProposer } from '../notifications/notify';
import type { Act } from '../shared/deps';
import type { TransferOrder } from './prison-transfers';
import { rebookMove } from './rebook-move';

/**
 * Does what a log asks for beside the move itself; everything is skipped that was done before. Gives back what the
 * prison register is to be asked for.
 */
export async function carryOut(act: Act, held: HeldMove, effects: readonly MoveEffect[]): Promise<TransferOrder[]> {
  const { id } = held.move;
  const transfers = new Map<string, TransferOrder>();
  const lodgings: LodgingEffect[] = [];
  for (const effect of effects) {
    switch (effect.kind) {
      case 'rebook':
        await rebookMove(act, held);
        break;
      case 'tell_proposer':
        notifyProposer(act, id, effect);
        break;
      case 'start_lodging':
      case 'complete_lodging':
        lodgings.push(effect);
        break;
      case 'create_transfer':
      case 'cancel_transfer':
        transfers.set(effect.kind, { kind: effect.kind, moveId: id });
        break;
      default: // a confirmed escort record and a redirection ask for nothing further here
    }
  }
  if (lodgings.length > 0) await moveLodgings(act, id, lodgings);
  return [...transfers.values()];
}

async function moveLodgings({ tx, now }: Act, moveId: string, effects: readonly LodgingEffect[]): Promise<void> {
  for (const lodging of lodgingsMoved(await lockLodgingsOfMove(tx, moveId), effects)) {
    saveLodging(tx, { ...lodging, updatedAt: now });
  }
}

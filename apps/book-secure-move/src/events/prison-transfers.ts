import type { Transaction } from '@switchyard/db';
import { readInstant } from '@switchyard/domain/book-secure-move';
import type { Deps } from '../shared/deps';
import type { MoveTransfer } from '../moves/transfers';
import { clearTransfer, findTransfer, storeTransfer } from '../moves/transfers';

/** What the prison register is to be asked for. */
export interface TransferOrder {
  kind: 'create_transfer' | 'cancel_transfer';
  moveId: string;
}

/**
 * Asks the prison register once the transaction has committed, and then stores its answer in one of its own. A failure
 * is logged and changes nothing: the next event of the move asks again.
 */
export function orderTransfers(deps: Deps, tx: Transaction, orders: readonly TransferOrder[]): void {
  if (orders.length === 0) return;
  tx.afterCommit(() => {
    for (const { kind, moveId } of orders) {
      placeOrder(deps, kind, moveId).catch((error: unknown) => {
        deps.log.warn({ err: error, kind, moveId }, 'the prison register did not follow a move');
      });
    }
  });
}

async function placeOrder(deps: Deps, kind: TransferOrder['kind'], moveId: string): Promise<void> {
  const transfer = await findTransfer(deps.db.reader(), moveId);
  if (transfer?.bookingId == null) return;
  await (kind === 'create_transfer' ? create(deps, transfer) : cancel(deps, transfer));
}

/** Of two parallel orders the first stored counts; the other, or one for a move cancelled meanwhile, is taken back. */
async function create({ db, nomis, reference, clock }: Deps, transfer: MoveTransfer): Promise<void> {
  const { moveId, status, eventId, date, timeDue, bookingId } = transfer;
  const from = reference.current.locations.find(transfer.fromLocationId)?.nomisAgencyId;
  const to = reference.current.locations.find(transfer.toLocationId)?.nomisAgencyId;
  const scheduledAt = timeDue ?? readInstant(date);
  if (eventId !== null || status === 'cancelled' || bookingId === null || !from || !to || !scheduledAt) return;

  const { id } = await nomis.createTransfer({ bookingId, fromPrisonLocation: from, toPrisonLocation: to, scheduledAt });
  const stored = await db.transaction((tx) => storeTransfer(tx, moveId, id, clock.now()));
  if (!stored) await nomis.cancelTransfer({ bookingId, eventId: id });
}

async function cancel({ db, nomis, clock }: Deps, { moveId, eventId, bookingId }: MoveTransfer): Promise<void> {
  if (eventId === null || bookingId === null) return;
  await nomis.cancelTransfer({ bookingId, eventId });
  await db.transaction(async (tx) => clearTransfer(tx, moveId, eventId, clock.now()));
}

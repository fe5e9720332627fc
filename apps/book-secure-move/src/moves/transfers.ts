import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Move } from '@switchyard/domain/book-secure-move';

/** A move as the prison register needs to hear of it. */
export interface MoveTransfer {
  moveId: string;
  status: Move['status'];
  date: string | null;
  timeDue: Date | null;
  fromLocationId: string;
  toLocationId: string | null;
  /** The register's own id of the transfer, once it has one. */
  eventId: number | null;
  /** The person's booking in the register. */
  bookingId: number | null;
}

const find = prepared<MoveTransfer>(
  'transfer-of-move',
  `select m.id as "moveId", m.status, m.date, m.time_due as "timeDue", m.from_location_id as "fromLocationId",
     m.to_location_id as "toLocationId", m.nomis_event_id as "eventId", pe.latest_nomis_booking_id as "bookingId"
   from moves m left join people pe on pe.id = m.person_id where m.id = $1`,
);

export function findTransfer(db: Connection, moveId: string): Promise<MoveTransfer | undefined> {
  return db.first(find, [moveId]);
}

const store = prepared<{ id: string }>(
  'transfer-store',
  `update moves set nomis_event_id = $2, updated_at = $3, version = version + 1
   where id = $1 and nomis_event_id is null and status <> 'cancelled' returning id`,
);

/** Remembers a transfer of the register; false when the move has one already, or was cancelled meanwhile. */
export async function storeTransfer(tx: Transaction, moveId: string, eventId: number, now: Date): Promise<boolean> {
  return (await tx.first(store, [moveId, eventId, now])) !== undefined;
}

const clear = prepared(
  'transfer-clear',
  `update moves set nomis_event_id = null, updated_at = $3, version = version + 1
   where id = $1 and nomis_event_id = $2`,
);

/** Forgets a transfer that the register has cancelled. */
export function clearTransfer(tx: Transaction, moveId: string, eventId: number, now: Date): void {
  tx.send(clear, [moveId, eventId, now]);
}

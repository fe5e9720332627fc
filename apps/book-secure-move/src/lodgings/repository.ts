import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Lodging, LodgingChange } from '@switchyard/domain/book-secure-move';

export interface LodgingRow {
  id: string;
  move_id: string;
  location_id: string;
  start_date: string;
  end_date: string;
  status: Lodging['status'];
  created_at: Date;
  updated_at: Date;
}

const ofMoves = prepared<LodgingRow>(
  'lodgings-of-moves',
  'select * from lodgings where move_id = any($1::uuid[]) order by start_date, id',
);

/** All lodgings of these moves, the cancelled ones too, by first day. */
export async function lodgingsOfMoves(db: Connection, moveIds: readonly string[]): Promise<Lodging[]> {
  return (await db.rows(ofMoves, [moveIds])).map(toLodging);
}

const lock = prepared<LodgingRow>(
  'lodgings-of-move-lock',
  'select * from lodgings where move_id = $1 order by start_date, id for no key update',
);

/** All lodgings of a move, the cancelled ones too, by first day, held until the request commits. */
export async function lockLodgingsOfMove(tx: Transaction, moveId: string): Promise<Lodging[]> {
  return (await tx.rows(lock, [moveId])).map(toLodging);
}

const insert = prepared(
  'lodging-insert',
  `insert into lodgings (id, move_id, location_id, start_date, end_date, status, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** Stores a new lodging. */
export function insertLodging(tx: Transaction, lodging: Lodging): void {
  const { id, moveId, locationId, startDate, endDate, status, createdAt, updatedAt } = lodging;
  tx.send(insert, [id, moveId, locationId, startDate, endDate, status, createdAt, updatedAt]);
}

const update = prepared(
  'lodging-update',
  'update lodgings set location_id = $2, start_date = $3, end_date = $4, status = $5, updated_at = $6 where id = $1',
);

/** Stores a changed lodging; it never changes its move. */
export function saveLodging(tx: Transaction, lodging: Lodging): void {
  const { id, locationId, startDate, endDate, status, updatedAt } = lodging;
  tx.send(update, [id, locationId, startDate, endDate, status, updatedAt]);
}

/**
 * Stores a change and the shifts that follow from it, in order of first day. Of those that move later the last goes
 * first, so that none stands for a moment where another has not left yet.
 */
export function saveLodgings(tx: Transaction, [first, ...shifts]: readonly LodgingChange[]): void {
  if (!first) return;
  const later = first.after.endDate > first.before.endDate;
  for (const { after } of [first, ...(later ? shifts.reverse() : shifts)]) saveLodging(tx, after);
}

export const toLodging = (row: LodgingRow): Lodging => ({
  id: row.id,
  moveId: row.move_id,
  locationId: row.location_id,
  startDate: row.start_date,
  endDate: row.end_date,
  status: row.status,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

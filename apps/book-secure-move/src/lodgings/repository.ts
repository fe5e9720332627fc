import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Lodging } from '@switchyard/domain/book-secure-move';

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

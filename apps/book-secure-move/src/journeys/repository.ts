import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Journey } from '@switchyard/domain/book-secure-move';

export interface JourneyRow {
  id: string;
  move_id: string;
  supplier_id: string;
  from_location_id: string;
  to_location_id: string;
  state: Journey['state'];
  billable: boolean;
  vehicle: Record<string, unknown> | null;
  date: string | null;
  client_timestamp: Date;
  created_at: Date;
  updated_at: Date;
}

const ofMove = prepared<JourneyRow>(
  'journeys-of-move',
  'select * from journeys where move_id = $1 order by client_timestamp, id',
);

/** All journeys of a move, by the supplier's own time of each. */
export async function journeysOfMove(db: Connection, moveId: string): Promise<Journey[]> {
  return (await db.rows(ofMove, [moveId])).map(toJourney);
}

export const toJourney = (row: JourneyRow): Journey => ({
  id: row.id,
  moveId: row.move_id,
  supplierId: row.supplier_id,
  fromLocationId: row.from_location_id,
  toLocationId: row.to_location_id,
  state: row.state,
  billable: row.billable,
  vehicle: row.vehicle,
  date: row.date,
  clientTimestamp: row.client_timestamp,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

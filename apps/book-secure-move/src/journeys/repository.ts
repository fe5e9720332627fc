import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Journey } from '@switchyard/domain/book-secure-move';
import { NotAuthorised } from '@switchyard/domain/book-secure-move';
import type { Caller } from '../caller';
import { uuidOf } from '../shared/uuid';

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

const insert = prepared(
  'journey-insert',
  `insert into journeys (id, move_id, supplier_id, from_location_id, to_location_id, state, billable, vehicle, date,
     client_timestamp, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

/** Stores a new journey. */
export function insertJourney(tx: Transaction, journey: Journey): void {
  tx.send(insert, [
    journey.id,
    journey.moveId,
    journey.supplierId,
    journey.fromLocationId,
    journey.toLocationId,
    journey.state,
    journey.billable,
    journey.vehicle && JSON.stringify(journey.vehicle),
    journey.date,
    journey.clientTimestamp,
    journey.createdAt,
    journey.updatedAt,
  ]);
}

const lock = prepared<JourneyRow>(
  'journey-lock',
  'select * from journeys where id = $1 and move_id = $2 for no key update',
);

/**
 * A journey of a move that the caller may see and has locked, held until the request commits. Throws NotFound for a
 * journey that is not of this move, NotAuthorised for one of another supplier.
 */
export async function lockJourney(
  tx: Transaction,
  { supplierId }: Pick<Caller, 'supplierId'>,
  moveId: string,
  journeyId: string,
): Promise<Journey> {
  const row = await tx.first(lock, [uuidOf('journey', journeyId), uuidOf('move', moveId)]);
  if (!row) throw new NotFound('journey', journeyId);
  if (supplierId !== null && row.supplier_id !== supplierId) throw new NotAuthorised();
  return toJourney(row);
}

const hold = prepared<JourneyRow>('journey-hold', 'select * from journeys where id = $1 for no key update');

/** A journey, whoever's it is, held until the request commits. Lock its move first. Throws NotFound. */
export async function holdJourney(tx: Transaction, journeyId: string): Promise<Journey> {
  const row = await tx.first(hold, [uuidOf('journey', journeyId)]);
  if (!row) throw new NotFound('journey', journeyId);
  return toJourney(row);
}

const update = prepared(
  'journey-update',
  `update journeys set state = $2, billable = $3, vehicle = $4, date = $5, updated_at = $6, version = version + 1
   where id = $1`,
);

/** Stores a changed journey; its move, supplier, places and time never change. */
export function saveJourney(tx: Transaction, journey: Journey): void {
  const { id, state, billable, vehicle, date, updatedAt } = journey;
  tx.send(update, [id, state, billable, vehicle && JSON.stringify(vehicle), date, updatedAt]);
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

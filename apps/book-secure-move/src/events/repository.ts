import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { EventableType, GenericEvent, ResourceReference } from '@switchyard/domain/book-secure-move';
import { eventDefinition } from '@switchyard/domain/book-secure-move';

const insert = prepared(
  'event-insert',
  `insert into generic_events (id, eventable_type, eventable_id, event_type, classification, occurred_at, recorded_at,
     notes, created_by, supplier_id, details, relationships, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

/** Adds an event to the log. Events are never changed. */
export function appendEvent(tx: Transaction, event: GenericEvent): void {
  tx.append(insert, [
    event.id,
    event.eventableType,
    event.eventableId,
    event.eventType,
    eventDefinition(event.eventType).classification,
    event.occurredAt,
    event.recordedAt,
    event.notes,
    event.createdBy,
    event.supplierId,
    JSON.stringify(event.details),
    JSON.stringify(event.relationships),
    event.createdAt,
  ]);
}

export interface EventRow {
  id: string;
  eventable_type: EventableType;
  eventable_id: string;
  event_type: string;
  occurred_at: Date;
  recorded_at: Date;
  notes: string | null;
  created_by: string | null;
  supplier_id: string | null;
  details: Record<string, unknown>;
  relationships: Record<string, ResourceReference>;
  created_at: Date;
}

const one = prepared<EventRow>('event-find', 'select * from generic_events where id = $1');
const ofEventables = prepared<EventRow>(
  'events-of-eventables',
  'select * from generic_events where eventable_id = any($1::uuid[]) order by occurred_at, created_at, id',
);

/** The event, or undefined. `id` must be a UUID. */
export async function findEvent(db: Connection, id: string): Promise<GenericEvent | undefined> {
  const row = await db.first(one, [id]);
  return row && toEvent(row);
}

/** All events of these moves, journeys, people or lodgings, in the order in which they occurred. */
export async function eventsOf(db: Connection, eventableIds: readonly string[]): Promise<GenericEvent[]> {
  return (await db.rows(ofEventables, [eventableIds])).map(toEvent);
}

export const toEvent = (row: EventRow): GenericEvent => ({
  id: row.id,
  eventType: row.event_type,
  eventableType: row.eventable_type,
  eventableId: row.eventable_id,
  occurredAt: row.occurred_at,
  recordedAt: row.recorded_at,
  notes: row.notes,
  createdBy: row.created_by,
  supplierId: row.supplier_id,
  details: row.details,
  relationships: row.relationships,
  createdAt: row.created_at,
});

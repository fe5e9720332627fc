import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { GenericEvent } from '@switchyard/domain/book-secure-move';
import { eventDefinition } from '@switchyard/domain/book-secure-move';

const columns = `id, eventable_type, eventable_id, event_type, classification, occurred_at, recorded_at, notes,
  created_by, supplier_id, details, relationships, created_at`;

const insert = prepared(
  'events-insert',
  `insert into generic_events (${columns})
   select ${columns} from jsonb_populate_recordset(null::generic_events, $1::jsonb)`,
);

/** Adds any number of events to the log in one statement. */
export function appendEvents(tx: Transaction, events: readonly GenericEvent[]): void {
  if (events.length > 0) tx.send(insert, [JSON.stringify(events.map(toRow))]);
}

const toRow = (event: GenericEvent): Record<string, unknown> => ({
  id: event.id,
  eventable_type: event.eventableType,
  eventable_id: event.eventableId,
  event_type: event.eventType,
  classification: eventDefinition(event.eventType).classification,
  occurred_at: event.occurredAt,
  recorded_at: event.recordedAt,
  notes: event.notes,
  created_by: event.createdBy,
  supplier_id: event.supplierId,
  details: event.details,
  relationships: event.relationships,
  created_at: event.createdAt,
});

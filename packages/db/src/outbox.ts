import type { Connection } from './connection';
import { prepared } from './statement';
import type { Transaction } from './transaction';

/** Something that others are to be told, recorded in the transaction that made it true. */
export interface OutgoingEvent {
  id: string;
  aggregateType: string;
  aggregateId: string;
  eventType: string;
  payload: Record<string, unknown>;
  occurredAt: Date;
}

const insert = prepared(
  'outbox-append',
  `insert into outbox_event (id, aggregate_type, aggregate_id, event_type, payload, occurred_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

/** Appends to the outbox; delivery happens after the commit, at least once. */
export function appendOutgoing(tx: Transaction, event: OutgoingEvent): void {
  const { id, aggregateType, aggregateId, eventType, payload, occurredAt } = event;
  tx.append(insert, [id, aggregateType, aggregateId, eventType, JSON.stringify(payload), occurredAt]);
}

const insertAll = prepared(
  'outbox-append-all',
  `insert into outbox_event (id, aggregate_type, aggregate_id, event_type, payload, occurred_at)
   select id, "aggregateType", "aggregateId", "eventType", payload, "occurredAt"
   from jsonb_to_recordset($1::jsonb) as event (
     id uuid, "aggregateType" text, "aggregateId" uuid, "eventType" text, payload jsonb, "occurredAt" timestamptz)`,
);

/** Appends any number of entries to the outbox, in their order, in one statement. */
export function appendAllOutgoing(tx: Transaction, events: readonly OutgoingEvent[]): void {
  if (events.length > 0) tx.send(insertAll, [JSON.stringify(events)]);
}

interface OutboxRow {
  id: string;
  aggregate_type: string;
  aggregate_id: string;
  event_type: string;
  payload: Record<string, unknown>;
  occurred_at: Date;
  fanned_out_at: Date | null;
}

const latest = prepared<OutboxRow>('outbox-latest', 'select * from outbox_event order by seq desc limit $1');

/** The newest entries first, with where they stand: `waiting` until a dispatcher has taken them. */
export async function latestOutgoing(db: Connection, limit: number): Promise<(OutgoingEvent & { state: string })[]> {
  const rows = await db.rows(latest, [limit]);
  return rows.map((row) => ({
    id: row.id,
    aggregateType: row.aggregate_type,
    aggregateId: row.aggregate_id,
    eventType: row.event_type,
    payload: row.payload,
    occurredAt: row.occurred_at,
    state: row.fanned_out_at ? 'sent' : 'waiting',
  }));
}

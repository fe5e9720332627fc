import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';

export type AuditEventType =
  | 'JOURNEY_PRICE'
  | 'JOURNEY_PRICE_BULK_ADJUSTMENT'
  | 'LOCATION'
  | 'DOWNLOAD_SPREADSHEET'
  | 'DOWNLOAD_SPREADSHEET_FAILURE';

/** What is remembered of one change; prices in it are pounds as text. */
export interface AuditEvent {
  type: AuditEventType;
  metadata: Readonly<Record<string, unknown>>;
  /** By which its history is found. */
  key: string | null;
}

export interface Author {
  username: string;
  at: Date;
}

const insert = prepared(
  'pricing-audit-insert',
  `insert into pricing_audit_events (event_type, created_at, username, metadata, metadata_key)
   select $1, $2, $3, event -> 'metadata', event ->> 'key'
   from jsonb_array_elements($4::jsonb) with ordinality events(event, place) order by place`,
);

/** Remembers changes of one kind by one author, in their order, with the transaction that makes them. */
export function recordChanges(
  tx: Transaction,
  { username, at }: Author,
  type: AuditEventType,
  events: readonly Omit<AuditEvent, 'type'>[],
): void {
  if (events.length > 0) tx.send(insert, [type, at, username, JSON.stringify(events)]);
}

export interface StoredAuditEvent {
  id: number;
  event_type: AuditEventType;
  created_at: Date;
  username: string;
  metadata: Record<string, unknown>;
}

const history = prepared<StoredAuditEvent>(
  'pricing-audit-history',
  `select id, event_type, created_at, username, metadata from pricing_audit_events
   where metadata_key = $1 and event_type = $2 order by id desc limit $3`,
);

/** The latest changes under a key, newest first. */
export function changesOf(
  db: Connection,
  key: string,
  type: AuditEventType,
  most: number,
): Promise<StoredAuditEvent[]> {
  return db.rows(history, [key, type, most]);
}

/** The key of a way's history. */
export const wayHistoryKey = (supplierKey: string, fromAgency: string, toAgency: string): string =>
  `${supplierKey}-${fromAgency}-${toAgency}`;

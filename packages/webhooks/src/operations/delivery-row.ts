import type { Sql } from '@switchyard/db';
import { literal, sql } from '@switchyard/db';
import type { Delivery, DeliveryQuery, DeliveryStatus } from './delivery';

export interface DeliveryRow {
  number: number;
  id: string;
  endpoint_id: string;
  notification_id: string;
  type: string;
  subject: string | null;
  sequence: number | null;
  content_type: string;
  status: DeliveryStatus;
  redelivery: boolean;
  attempts: number;
  next_attempt_at: Date | null;
  last_status: number | null;
  last_error: string | null;
  created_at: Date;
  finished_at: Date | null;
}

const statusOf = `case delivery.state
  when 'leased' then 'in_flight'
  when 'waiting' then case when endpoint.state = 'held' then 'held' when failures > 0 then 'retrying' else 'pending' end
  else delivery.state end`;

/** Of `delivery` beside its `endpoint`, as all below. */
export const deliveryColumns = `delivery.number, delivery.id, delivery.endpoint_id, notification_id, type, subject, sequence,
  content_type, ${statusOf} as status, redelivery, attempts, next_attempt_at, last_status, last_error, created_at,
  finished_at`;

export const fromDeliveries =
  'from webhook_delivery delivery join webhook_endpoint endpoint on endpoint.id = endpoint_id';

export type DeliveryFilter = Omit<DeliveryQuery, 'limit' | 'before'>;

/** The conditions that a filter makes. */
export function conditionsOf(filter: DeliveryFilter): Sql[] {
  const { endpointId, statuses, types, subject, notificationId, from, to } = filter;
  const conditions: Sql[] = [];
  if (endpointId !== undefined) conditions.push(sql`delivery.endpoint_id = ${endpointId}`);
  if (statuses) conditions.push(sql`${literal(statusOf)} = any(${statuses})`);
  if (types) conditions.push(sql`type = any(${types})`);
  if (subject !== undefined) conditions.push(sql`subject = ${subject}`);
  if (notificationId !== undefined) conditions.push(sql`notification_id = ${notificationId}`);
  if (from) conditions.push(sql`created_at >= ${from}`);
  if (to) conditions.push(sql`created_at < ${to}`);
  return conditions;
}

export const toDelivery = (row: DeliveryRow): Delivery => ({
  number: row.number,
  id: row.id,
  endpointId: row.endpoint_id,
  notificationId: row.notification_id,
  type: row.type,
  subject: row.subject,
  sequence: row.sequence,
  contentType: row.content_type,
  status: row.status,
  redelivery: row.redelivery,
  attemptCount: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  lastStatus: row.last_status,
  lastError: row.last_error,
  createdAt: row.created_at,
  finishedAt: row.finished_at,
});

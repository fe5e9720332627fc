import type { Connection } from '@switchyard/db';
import { all, literal, prepared, sql } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Attempt, DeliveryDetail, DeliveryPage, DeliveryQuery } from './delivery';
import type { DeliveryRow } from './delivery-row';
import { conditionsOf, deliveryColumns, fromDeliveries, toDelivery } from './delivery-row';

export type * from './delivery';

/** Deliveries, the newest first, in one statement whatever the page. */
export async function listDeliveries(db: Connection, query: DeliveryQuery): Promise<DeliveryPage> {
  const { before, limit } = query;
  const conditions = conditionsOf(query);
  if (before !== undefined) conditions.push(sql`delivery.number < ${before}`);
  const rows = await db.rows<DeliveryRow>(
    sql`select ${literal(deliveryColumns)} ${literal(fromDeliveries)} where ${all(conditions)}
      order by delivery.number desc limit ${limit + 1}`,
  );
  const deliveries = rows.slice(0, limit).map(toDelivery);
  return { deliveries, next: rows.length > limit ? (deliveries.at(-1)?.number ?? null) : null };
}

const byId = prepared<DeliveryRow & { body: Buffer }>(
  'webhook-delivery',
  `select ${deliveryColumns}, body ${fromDeliveries} where delivery.id = $1`,
);

interface AttemptRow {
  number: number;
  started_at: Date;
  duration_ms: number;
  address: string | null;
  status: number | null;
  error_code: Attempt['errorCode'];
  error: string | null;
  request_headers: Record<string, string>;
  response_headers: Record<string, string>;
  response_body: string;
}

const attemptsOf = prepared<AttemptRow>(
  'webhook-delivery-attempts',
  'select * from webhook_attempt where delivery_id = $1 order by number',
);

/** One delivery, its exact bytes and all its attempts. Throws NotFound. */
export async function getDelivery(db: Connection, id: string): Promise<DeliveryDetail> {
  const [row, attempts] = await Promise.all([db.first(byId, [id]), db.rows(attemptsOf, [id])]);
  if (!row) throw new NotFound('delivery', id);
  return { ...toDelivery(row), body: row.body, attempts: attempts.map(toAttempt) };
}

const toAttempt = (row: AttemptRow): Attempt => ({
  attempt: row.number,
  startedAt: row.started_at,
  durationMs: row.duration_ms,
  address: row.address,
  status: row.status,
  errorCode: row.error_code,
  error: row.error,
  requestHeaders: row.request_headers,
  responseHeaders: row.response_headers,
  responseBody: row.response_body,
});

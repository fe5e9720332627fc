import type { Transaction } from '@switchyard/db';
import { all, literal, prepared, sql } from '@switchyard/db';
import { Conflict, NotFound } from '@switchyard/domain';
import type { DeliveryStatus } from './delivery';
import type { DeliveryFilter } from './delivery-row';
import { conditionsOf, fromDeliveries } from './delivery-row';

/** Which deliveries are sent again; of those that are still on their way none is. */
export interface RedeliveryQuery extends Omit<DeliveryFilter, 'statuses'> {
  endpointId: string;
  /** `dead` alone when absent. */
  statuses?: readonly OverStatus[];
  /** How many at most; 10,000 when absent, and never more. */
  limit?: number;
  /** Spreads them over time; as fast as the endpoint takes them when absent. */
  perSecond?: number;
}

export type OverStatus = Extract<DeliveryStatus, 'delivered' | 'dead' | 'skipped' | 'cancelled'>;

const MOST = 10_000;

const isOver = literal(`delivery.state in ('delivered', 'dead', 'skipped', 'cancelled')`);

// Redeliveries have lanes of their own beside the first, in the order in which they were first sent, so that they keep
// their order and block nothing.
const requeue = prepared(
  'webhook-requeue',
  `with chosen as (
     select delivery.id, delivery.endpoint_id, lane.key, delivery.number,
       $2::timestamptz + interval '1 second' * case when $3::integer is null then 0
         else div((row_number() over (order by delivery.number) - 1)::numeric, $3::integer::numeric) end as due_at
     from webhook_delivery delivery join webhook_lane lane on lane.id = delivery.lane_id
     where delivery.id = any($1)
   ), lane as (
     insert into webhook_lane as lane (endpoint_id, key, redelivery, last_position, due_at)
     select endpoint_id, key, true, count(*), min(due_at) from chosen group by endpoint_id, key order by endpoint_id, key
     on conflict (endpoint_id, key, redelivery) do update
       set last_position = lane.last_position + excluded.last_position, due_at = coalesce(lane.due_at, excluded.due_at)
     returning id, endpoint_id, key, last_position
   ), placed as (
     select chosen.id, chosen.due_at, lane.id as lane_id,
       lane.last_position + 1 - row_number() over (partition by lane.id order by chosen.number desc) as position
     from chosen join lane using (endpoint_id, key))
   update webhook_delivery delivery
   set state = 'waiting', lane_id = placed.lane_id, position = placed.position, redelivery = true,
     attempts_before = attempts, failures = 0, series_from = $2, next_attempt_at = placed.due_at, finished_at = null,
     last_error = null
   from placed where delivery.id = placed.id`,
);
const announce = prepared('webhook-requeue-announce', `select pg_notify(current_schema() || ':webhooks', '')`);

const lockOne = prepared<{ state: string; closed: boolean }>(
  'webhook-requeue-lock',
  `select delivery.state, endpoint.state = 'closed' as closed ${fromDeliveries}
   where delivery.id = $1 for no key update of delivery`,
);

/**
 * Sends a delivery again, with the same bytes and ids, in a series of its own. Throws NotFound, Conflict `in_progress`
 * while it is still on its way, and Conflict `closed` when its endpoint is.
 */
export async function redeliver(tx: Transaction, id: string, now: Date): Promise<void> {
  const row = await tx.first(lockOne, [id]);
  if (!row) throw new NotFound('delivery', id);
  if (row.closed) throw new Conflict('closed');
  if (row.state === 'waiting' || row.state === 'leased') throw new Conflict('in_progress');
  tx.send(requeue, [[id], now, null]);
  tx.send(announce);
}

/** Sends all that match again, in their order; gives how many. None goes to a closed endpoint. */
export async function redeliverMany(tx: Transaction, query: RedeliveryQuery, now: Date): Promise<number> {
  const { statuses = ['dead'], limit = MOST, perSecond = null } = query;
  const conditions = [
    isOver,
    literal(`endpoint.state <> 'closed'`),
    ...conditionsOf({ ...query, statuses: undefined }),
    sql`delivery.state = any(${statuses})`,
  ];
  const rows = await tx.rows<{ id: string }>(
    sql`select delivery.id ${literal(fromDeliveries)} where ${all(conditions)}
      order by delivery.number limit ${Math.min(limit, MOST)} for no key update of delivery skip locked`,
  );
  if (rows.length === 0) return 0;
  tx.send(requeue, [rows.map(({ id }) => id), now, perSecond]);
  tx.send(announce);
  return rows.length;
}

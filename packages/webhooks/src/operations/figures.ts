import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';

/** How much there is to do, for metrics and the sandbox. */
export interface DeliveryFigures {
  /** To active endpoints, due or not. */
  waiting: number;
  inFlight: number;
  /** To held endpoints. */
  held: number;
  dead: number;
  /** For how long the longest due has been waiting, in seconds; 0 when nothing is due. */
  lagSeconds: number;
  /** Endpoints that are held, but for those that were never active. */
  suspendedEndpoints: number;
  failingEndpoints: number;
}

interface FiguresRow {
  waiting: number;
  in_flight: number;
  held: number;
  dead: number;
  lag: number;
  suspended: number;
  failing: number;
}

// All counts but that of the dead come from what is unfinished; what was delivered is never counted.
const figures = prepared<FiguresRow>(
  'webhook-figures',
  `with unfinished as (
     select delivery.state, endpoint.state = 'held' as held, count(*) as count
     from webhook_delivery delivery join webhook_endpoint endpoint on endpoint.id = delivery.endpoint_id
     where delivery.state in ('waiting', 'leased')
     group by 1, 2)
   select
     coalesce((select sum(count) from unfinished where state = 'waiting' and not held), 0)::bigint as waiting,
     coalesce((select sum(count) from unfinished where state = 'leased'), 0)::bigint as in_flight,
     coalesce((select sum(count) from unfinished where state = 'waiting' and held), 0)::bigint as held,
     (select count(*) from webhook_delivery where state = 'dead') as dead,
     coalesce((
       select extract(epoch from $1 - min(greatest(lane.due_at, endpoint.paused_until)))
       from webhook_lane lane join webhook_endpoint endpoint on endpoint.id = lane.endpoint_id
       where lane.leased_by is null and lane.due_at <= $1 and endpoint.state = 'active'
         and (endpoint.paused_until is null or endpoint.paused_until <= $1)), 0)::float8 as lag,
     (select count(*) from webhook_endpoint where state = 'held' and active_since is not null) as suspended,
     (select count(*) from webhook_endpoint where failing_since is not null and state = 'active') as failing`,
);

/** Counts of what is to be done at the instant `now`. */
export async function deliveryFigures(db: Connection, now: Date): Promise<DeliveryFigures> {
  const row = (await db.first(figures, [now]))!;
  return {
    waiting: row.waiting,
    inFlight: row.in_flight,
    held: row.held,
    dead: row.dead,
    lagSeconds: row.lag,
    suspendedEndpoints: row.suspended,
    failingEndpoints: row.failing,
  };
}

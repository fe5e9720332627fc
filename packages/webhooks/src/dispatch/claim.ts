import type { Database } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Claimed } from './claimed';
import { refreshLanes } from './lanes';

export interface ClaimLimits {
  leasedBy: string;
  now: Date;
  /** How many heads of lanes at most. */
  limit: number;
  /** How many of them may be of endpoints that are on probation. */
  ailingLimit: number;
}

// One claim at a time, so that the requests in flight of an endpoint can be counted; each takes a few milliseconds.
const takeTurn = prepared(
  'webhook-claim-turn',
  `select pg_advisory_xact_lock(hashtext(current_schema() || ':webhook-claim'))`,
);
// A claim that the server forgets in a crash is only claimed again.
const hurry = prepared('webhook-claim-hurry', 'set local synchronous_commit = off');

// Goes from endpoint to endpoint that has something waiting, by the index, and looks at no more lanes of each than it
// has room for: the cost does not grow with what waits.
const pickLanes = prepared<{ id: number }>(
  'webhook-claim-lanes',
  `with recursive waiting as (
     (select endpoint_id from webhook_lane where leased_by is null and due_at is not null
      order by endpoint_id limit 1)
     union all
     select (select lane.endpoint_id from webhook_lane lane
             where lane.endpoint_id > waiting.endpoint_id and leased_by is null and due_at is not null
             order by lane.endpoint_id limit 1)
     from waiting where waiting.endpoint_id is not null
   ), open as (
     select endpoint.id, endpoint.probation > 0 as ailing,
       case when endpoint.probation > 0 then 1 else endpoint.max_in_flight end
         - (select count(*) from webhook_lane lane where lane.endpoint_id = endpoint.id and leased_by is not null) as room
     from waiting join webhook_endpoint endpoint on endpoint.id = waiting.endpoint_id
     where endpoint.state = 'active' and (endpoint.paused_until is null or endpoint.paused_until <= $1)
   ), candidate as (
     select lane.id, lane.due_at, ailing, row_number() over (partition by ailing order by lane.due_at, lane.id) as rank
     from open cross join lateral (
       select id, due_at from webhook_lane
       where endpoint_id = open.id and leased_by is null and due_at <= $1
       order by due_at, id limit greatest(room, 0)) lane
   ), picked as (
     select lane.id from webhook_lane lane
     where exists (select from webhook_dispatcher where id = $4)
       and lane.leased_by is null and lane.id = any(array(
       select id from candidate where not ailing or rank <= $3 order by due_at, id limit $2))
     for update skip locked)
   update webhook_lane lane set leased_by = $4 from picked where lane.id = picked.id
   returning lane.id`,
);

interface ClaimedRow {
  lane_id: number;
  id: string;
  endpoint_id: string;
  notification_id: string;
  type: string;
  content_type: string;
  body: Buffer;
  sequence: number | null;
  redelivery: boolean;
  attempts: number;
  attempts_before: number;
  failures: number;
  sendable_since: Date;
  url: string;
  style: string;
  profile: string | null;
  secret: string;
  previous_secret: string | null;
  basic_credentials: string | null;
  ailing: boolean;
}

const takeHeads = prepared<ClaimedRow>(
  'webhook-claim-heads',
  `update webhook_delivery delivery
   set state = 'leased', leased_by = $2, attempts = attempts + 1
   from webhook_endpoint endpoint, webhook_lane lane cross join lateral (
     select id from webhook_delivery
     where lane_id = lane.id and state = 'waiting' order by position limit 1) head
   where lane.id = any($1) and delivery.id = head.id and endpoint.id = delivery.endpoint_id
   returning delivery.lane_id, delivery.id, delivery.endpoint_id, delivery.notification_id, delivery.type,
     delivery.content_type, delivery.body, delivery.sequence, delivery.redelivery, delivery.attempts,
     delivery.attempts_before, delivery.failures,
     greatest(delivery.series_from, endpoint.active_since) as sendable_since,
     endpoint.url, endpoint.style, endpoint.profile, endpoint.secret,
     case when endpoint.previous_until > $3 then endpoint.previous_secret end as previous_secret,
     endpoint.basic_credentials, endpoint.probation > 0 as ailing`,
);

/** Leases the heads of the lanes that are due, the longest due first; none to a process that was taken for dead. */
export async function claim(db: Database, { leasedBy, now, limit, ailingLimit }: ClaimLimits): Promise<Claimed[]> {
  return db.transaction(async (tx) => {
    tx.send(hurry);
    tx.send(takeTurn);
    const lanes = (await tx.rows(pickLanes, [now, limit, ailingLimit, leasedBy])).map(({ id }) => id);
    if (lanes.length === 0) return [];
    // By a statement of its own, which sees what was committed while the lanes were not ours yet.
    const rows = await tx.rows(takeHeads, [lanes, leasedBy, now]);
    if (rows.length < lanes.length) {
      const taken = new Set(rows.map(({ lane_id }) => lane_id));
      refreshLanes(
        tx,
        lanes.filter((id) => !taken.has(id)),
      );
    }
    return rows.map((row) => toClaimed(row, leasedBy));
  });
}

const othersBusy = prepared<{ busy: boolean }>(
  'webhook-claim-others',
  `select exists (
     select from webhook_lane where leased_by is not null and leased_by <> $1 and due_at <= $2) as busy`,
);

/** True while another process is at work on something that was due at that instant. */
export async function othersAreBusy(db: Database, leasedBy: string, now: Date): Promise<boolean> {
  return (await db.reader().first(othersBusy, [leasedBy, now]))!.busy;
}

const toClaimed = (row: ClaimedRow, leasedBy: string): Claimed => ({
  leasedBy,
  laneId: row.lane_id,
  deliveryId: row.id,
  endpointId: row.endpoint_id,
  notificationId: row.notification_id,
  type: row.type,
  contentType: row.content_type,
  body: row.body,
  sequence: row.sequence,
  redelivery: row.redelivery,
  attempt: row.attempts,
  attemptInSeries: row.attempts - row.attempts_before,
  failures: row.failures,
  sendableSince: row.sendable_since,
  url: row.url,
  style: row.style,
  profile: row.profile,
  secret: row.secret,
  previousSecret: row.previous_secret,
  basic: row.basic_credentials,
  ailing: row.ailing,
});

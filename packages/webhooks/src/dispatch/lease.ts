import type { Connection, Database } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { refreshLanes } from './lanes';

/** How long a process counts as alive after it was last heard of. With the sweep it makes less than a minute. */
export const LEASE_MS = 45_000;
export const SWEEP_MS = 10_000;

const register = prepared('webhook-lease-register', 'insert into webhook_dispatcher (id, alive_until) values ($1, $2)');
const renew = prepared(
  'webhook-lease-renew',
  'update webhook_dispatcher set alive_until = $2 where id = $1 returning id',
);
const remove = prepared('webhook-lease-remove', 'delete from webhook_dispatcher where id = $1');

const until = (realNow: Date): Date => new Date(realNow.getTime() + LEASE_MS);

/** What a process claims from now on is its own for as long as it renews this. Real time, for processes die in it. */
export async function registerLease(db: Connection, id: string, realNow: Date): Promise<void> {
  await db.rows(register, [id, until(realNow)]);
}

/** False when the process was taken for dead: what it had is others' now. */
export async function renewLease(db: Connection, id: string, realNow: Date): Promise<boolean> {
  return (await db.first(renew, [id, until(realNow)])) !== undefined;
}

/** Gives back everything at once. */
export async function removeLease(db: Connection, id: string): Promise<void> {
  await db.rows(remove, [id]);
}

const bury = prepared('webhook-lease-bury', 'delete from webhook_dispatcher where alive_until < $1');
const lockOrphans = prepared<{ id: number }>(
  'webhook-lease-orphans',
  `select id from webhook_lane lane
   where leased_by is not null and not exists (select from webhook_dispatcher where id = lane.leased_by)
   for update skip locked`,
);
const releaseDeliveries = prepared(
  'webhook-lease-release',
  `update webhook_delivery set state = 'waiting', leased_by = null where state = 'leased' and lane_id = any($1)`,
);

/** Frees what processes held that are not heard of any more; gives the number of lanes. */
export async function reclaim(db: Database, realNow: Date): Promise<number> {
  return db.transaction(async (tx) => {
    tx.send(bury, [realNow]);
    const lanes = (await tx.rows(lockOrphans)).map(({ id }) => id);
    if (lanes.length > 0) {
      tx.send(releaseDeliveries, [lanes]);
      refreshLanes(tx, lanes);
    }
    return lanes.length;
  });
}

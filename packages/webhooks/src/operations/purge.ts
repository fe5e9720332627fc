import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';

export interface Retention {
  /** Deliveries that are over and were recorded before are deleted with their bytes and attempts. */
  deliveriesBefore: Date;
  /** Attempts that began before are deleted. */
  attemptsBefore: Date;
}

const BATCH = 1_000;

const purgeAttempts = prepared<{ number: number }>(
  'webhook-purge-attempts',
  `delete from webhook_attempt where (delivery_id, number) in (
     select delivery_id, number from webhook_attempt where started_at < $1 limit ${BATCH} for update skip locked)
   returning number`,
);
const purgeDeliveries = prepared<{ id: string }>(
  'webhook-purge-deliveries',
  `delete from webhook_delivery where id in (
     select id from webhook_delivery
     where created_at < $1 and state in ('delivered', 'dead', 'skipped', 'cancelled')
     limit ${BATCH} for update skip locked)
   returning id`,
);

/** Deletes what need not be kept any longer, in small steps; gives how much it was. */
export async function purge(
  db: Connection,
  { deliveriesBefore, attemptsBefore }: Retention,
): Promise<{ deliveries: number; attempts: number }> {
  return {
    attempts: await inBatches(async () => (await db.rows(purgeAttempts, [attemptsBefore])).length),
    deliveries: await inBatches(async () => (await db.rows(purgeDeliveries, [deliveriesBefore])).length),
  };
}

async function inBatches(step: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await step();
    total += count;
    if (count < BATCH) return total;
  }
}

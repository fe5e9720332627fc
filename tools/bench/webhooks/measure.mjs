import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const now = () => performance.timeOrigin + performance.now();

/** A notification of an ordinary size. */
const body = JSON.stringify({ notificationType: 'UpdateTaskActivityStatusNotify', filler: 'x'.repeat(900) });

const deliveriesTo = (endpoints, count) =>
  Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    endpointId: endpoints[n % endpoints.length],
    lane: `task ${Math.floor(n / endpoints.length) % 20}`,
    notificationId: randomUUID(),
    type: 'UpdateTaskActivityStatusNotify',
    body,
  }));

/**
 * Records `count` deliveries, then lets the dispatcher send them.
 * @returns {Promise<{ perSecond: number, memory: number[] }>} memory in MB after each tenth
 */
export async function throughput({ db, dispatcher, endpoints, enqueue, arrivals }, count) {
  const BATCH = 500;
  for (let at = 0; at < count; at += BATCH) {
    await db.transaction(async (tx) => enqueue(tx, deliveriesTo(endpoints, BATCH), new Date()));
  }
  const memory = [];
  const begun = now();
  await dispatcher.start();
  while (arrivals.count < count) {
    await pause(20);
    if (arrivals.count / count >= (memory.length + 1) / 10) memory.push(rssMb());
  }
  return { perSecond: Math.round(count / ((now() - begun) / 1_000)), memory };
}

/** Milliseconds from the commit to the receiver, one delivery at a time on an idle system, sorted. */
export async function latencies({ db, endpoints, enqueue, arrivals }, count) {
  const taken = [];
  for (const delivery of deliveriesTo(endpoints, count)) {
    await db.transaction(async (tx) => enqueue(tx, [delivery], new Date()));
    const committed = now();
    while (arrivals.latest !== delivery.id) await pause(5);
    taken.push(arrivals.at - committed);
  }
  return taken.sort((one, other) => one - other);
}

const rssMb = () => Math.round(process.memoryUsage.rss() / 1_048_576);

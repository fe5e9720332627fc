import { Database } from '@switchyard/db';
import { MovableClock, systemClock } from '@switchyard/domain';
import { testDatabase } from '@switchyard/testing';
import { deliveryFigures } from '../operations/figures';
import type { Engine } from '../testing/engine';
import { engineOn, givenDeliveries, givenEndpoint, later, stoppedClock } from '../testing/engine';
import { Receiver } from '../testing/receiver';
import { scratch } from '../testing/scratch';
import { LEASE_MS } from './lease';

const { database, url } = testDatabase(scratch);

/** A dispatcher in a process of its own, as far as the database can tell. */
interface Process extends Engine {
  /** As `kill -9`: from one moment to the next nothing is written any more, and nothing given back. */
  kill(): Promise<void>;
}

function processOf(clock: MovableClock, realClock: MovableClock): Process {
  const db = new Database({ url: url(), schema: scratch.schema, poolSize: 3 });
  const engine = engineOn(db, { clock, realClock });
  return {
    ...engine,
    kill: async () => {
      await db.close();
      await engine.dispatcher.stop({ drainMs: 0, giveUpMs: 0 });
    },
  };
}

describe('a dispatcher that dies', () => {
  it('loses nothing: another takes over within a minute, and the receiver sees the same ids again', async () => {
    const [clock, realClock] = [stoppedClock(), stoppedClock()];
    const receiver = await Receiver.open(() => undefined);
    const endpointId = await givenEndpoint(database(), { url: receiver.url }, clock.now());
    const ids = await givenDeliveries(database(), [{ endpointId }, { endpointId }], clock.now());
    const dying = processOf(clock, realClock);
    void dying.dispatcher.runDue().catch(() => undefined);
    await receiver.has(1);
    await dying.kill();

    const heir = processOf(clock, realClock);
    receiver.answers((_, response) => void response.end());
    later(realClock, LEASE_MS + 1);
    await heir.dispatcher.runDue();
    expect(receiver.received.map(({ headers }) => headers['x-wrm-delivery-id'])).toEqual([ids[0], ids[0], ids[1]]);
    expect(LEASE_MS).toBeLessThan(50_000);
    await heir.kill();
    await receiver.close();
  });

  it('keeps every lane in order however often it happens, and repeats no more than was under way', async () => {
    const clock = stoppedClock();
    const realClock = new MovableClock(systemClock);
    const receiver = await Receiver.open((_, response) => void response.end());
    const [LANES, EACH, ENDPOINTS] = [100, 50, 20];
    const endpoints = await Promise.all(
      Array.from({ length: ENDPOINTS }, () => givenEndpoint(database(), { url: receiver.url }, clock.now())),
    );
    const batch = Array.from({ length: EACH }, (_, n) =>
      Array.from({ length: LANES }, (_, lane) => ({
        endpointId: endpoints[lane % ENDPOINTS]!,
        lane: `task ${lane}`,
        body: `${lane} ${n}`,
      })),
    ).flat();
    await givenDeliveries(database(), batch, clock.now());

    let underWay = 0;
    let kills = 0;
    for (let at = 300; at < batch.length; at += 300) {
      const doomed = processOf(clock, realClock);
      const work = doomed.dispatcher.runDue().catch(() => undefined);
      await Promise.race([receiver.has(at), work]);
      underWay += doomed.dispatcher.inFlight;
      kills += 1;
      await doomed.kill();
      await work;
      later(realClock, LEASE_MS + 1);
    }
    const last = processOf(clock, realClock);
    await last.dispatcher.runDue();
    await last.kill();

    const firsts = new Map<string, number[]>();
    const seen = new Set<string>();
    for (const { body } of receiver.received) {
      if (seen.has(body)) continue;
      seen.add(body);
      const [lane, n] = body.split(' ') as [string, string];
      firsts.set(lane, [...(firsts.get(lane) ?? []), Number(n)]);
    }
    expect(kills).toBeGreaterThan(10);
    expect(seen.size).toBe(batch.length);
    for (const order of firsts.values()) expect(order).toEqual(Array.from({ length: EACH }, (_, n) => n));
    expect(receiver.received.length - batch.length).toBeLessThanOrEqual(underWay);
    expect(await deliveryFigures(database().reader(), clock.now())).toMatchObject({ waiting: 0, inFlight: 0 });
    await receiver.close();
  }, 60_000);
});

describe('several dispatchers', () => {
  it('share the work, each delivery once and each lane in order', async () => {
    const clock = stoppedClock();
    const realClock = new MovableClock();
    const receiver = await Receiver.open((_, response) => void response.end());
    const endpointId = await givenEndpoint(database(), { url: receiver.url, maxInFlight: 20 }, clock.now());
    const bodies = Array.from({ length: 400 }, (_, n) => ({ endpointId, lane: `task ${n % 20}`, body: String(n) }));
    const processes = [1, 2, 3].map(() => processOf(clock, realClock));
    await Promise.all(processes.map(({ dispatcher }) => dispatcher.start()));
    await givenDeliveries(database(), bodies, clock.now());
    await receiver.has(bodies.length);
    await Promise.all(processes.map(({ dispatcher }) => dispatcher.stop()));

    expect(receiver.received).toHaveLength(bodies.length);
    for (let lane = 0; lane < 20; lane += 1) {
      const ofLane = receiver.bodies.map(Number).filter((n) => n % 20 === lane);
      expect(ofLane).toEqual([...ofLane].sort((one, other) => one - other));
    }
    for (const { errors, kill } of processes) {
      expect(errors).toEqual([]);
      await kill();
    }
    await receiver.close();
  });
});

import { once, EventEmitter } from 'node:events';
import { testDatabase } from '@switchyard/testing';
import { MovableClock } from '@switchyard/domain';
import { getDelivery } from '../operations/deliveries';
import { deliveryFigures } from '../operations/figures';
import { retryProfiles } from '../profile';
import { enqueue } from '../store/enqueue';
import { engineOn, givenDeliveries, givenEndpoint, later } from '../testing/engine';
import { Receiver } from '../testing/receiver';
import { scratch } from '../testing/scratch';
import { LEASE_MS, registerLease } from './lease';

const { database } = testDatabase(scratch);
const fresh = { clock: new MovableClock(), realClock: new MovableClock() };

beforeEach(async () => {
  await database().reader().rows({ name: 'empty', text: 'truncate webhook_endpoint cascade' });
});

describe('a subscriber that hangs', () => {
  it('delays no other', async () => {
    const [hanging, healthy] = [await Receiver.open(() => undefined), await Receiver.open()];
    const engine = engineOn(database(), { clock: new MovableClock(), concurrency: 16 });
    const now = engine.clock.now();
    const stuck = await givenEndpoint(database(), { url: hanging.url }, now);
    const well = await givenEndpoint(database(), { url: healthy.url }, now);
    await engine.dispatcher.start();
    const lanes = Array.from({ length: 200 }, (_, n) => ({ endpointId: stuck, lane: `task ${n}` }));
    await givenDeliveries(database(), lanes, now);
    await hanging.has(8);
    await givenDeliveries(
      database(),
      lanes.map(({ lane }) => ({ endpointId: well, lane })),
      engine.clock.now(),
    );
    await healthy.has(200);
    expect(hanging.received).toHaveLength(8);
    await engine.close();
    await Promise.all([hanging.close(), healthy.close()]);
    expect(engine.errors).toEqual([]);
  });

  it('gets one request at a time after a timeout, until three have come through', async () => {
    let hangs = true;
    let [open, most] = [0, 0];
    const receiver = await Receiver.open(async (_, response) => {
      if (hangs) return;
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      response.end();
    });
    const impatient = { ...retryProfiles.sandbox.timeouts, firstByte: 50 };
    const engine = engineOn(database(), { profile: { ...retryProfiles.sandbox, timeouts: impatient } });
    const endpointId = await givenEndpoint(database(), { url: receiver.url }, engine.clock.now());
    const lanes = Array.from({ length: 8 }, (_, n) => ({ endpointId, lane: `task ${n}` }));
    await givenDeliveries(database(), lanes, engine.clock.now());
    await engine.dispatcher.runDue();
    expect(receiver.received).toHaveLength(8);
    hangs = false;
    later(engine.clock, 1_000);
    const first = engine.dispatcher.runDue();
    await receiver.has(11);
    expect(most).toBe(1);
    await first;
    expect(receiver.received).toHaveLength(16);
    await engine.close();
    await receiver.close();
  });
});

describe('a dispatcher', () => {
  it('wakes when a transaction commits, and not before', async () => {
    const receiver = await Receiver.open();
    const engine = engineOn(database(), fresh);
    await engine.dispatcher.start();
    const endpointId = await givenEndpoint(database(), { url: receiver.url }, engine.clock.now());
    const events = new EventEmitter();
    const committed = database().transaction(async (tx) => {
      const id = '00000000-0000-4000-8000-000000000001';
      enqueue(
        tx,
        [{ id, endpointId, lane: 'a', notificationId: id, type: 'PingNotify', body: '{}' }],
        engine.clock.now(),
      );
      engine.dispatcher.wake();
      await once(events, 'go on');
    });
    await engine.dispatcher.runDue();
    expect(receiver.received).toEqual([]);
    events.emit('go on');
    await committed;
    await receiver.has(1);
    await engine.close();
    await receiver.close();
  });

  it('is not kept from its work by a transaction that holds a lane', async () => {
    const receiver = await Receiver.open();
    const engine = engineOn(database());
    const now = engine.clock.now();
    const endpointId = await givenEndpoint(database(), { url: receiver.url }, now);
    await givenDeliveries(database(), [{ endpointId, lane: 'held' }], now);
    const events = new EventEmitter();
    receiver.answers(async (_, response) => {
      if (receiver.received.length > 1) return void response.end();
      // While the first is under way, a long transaction adds to its lane.
      const writing = database().transaction(async (tx) => {
        const id = '00000000-0000-4000-8000-000000000002';
        enqueue(tx, [{ id, endpointId, lane: 'held', notificationId: id, type: 'PingNotify', body: '2' }], now);
        await tx.first({ name: 'sent', text: 'select 1' });
        events.emit('locked');
        await once(events, 'go on');
      });
      await once(events, 'locked');
      response.end();
      await writing;
    });
    const work = engine.dispatcher.runDue();
    await once(events, 'locked');
    const others = await givenDeliveries(database(), [{ endpointId, lane: 'free' }], now);
    const second = engineOn(database());
    await second.dispatcher.start();
    while ((await getDelivery(database().reader(), others[0]!)).status !== 'delivered') {
      // It becomes so while the other lane is still held, or this test runs out of time.
    }
    await second.dispatcher.stop();
    events.emit('go on');
    await work;
    await engine.dispatcher.runDue();
    expect(receiver.bodies).toEqual(['{}', '{}', '2']);
    await Promise.all([engine.close(), second.close(), receiver.close()]);
  });

  it('gives back what it cannot finish when it is stopped, and another sends it at once', async () => {
    const receiver = await Receiver.open(() => undefined);
    const [engine, heir] = [engineOn(database()), engineOn(database())];
    const endpointId = await givenEndpoint(database(), { url: receiver.url }, engine.clock.now());
    const [id] = await givenDeliveries(database(), [{ endpointId }], engine.clock.now());
    const work = engine.dispatcher.runDue();
    await receiver.has(1);
    await engine.dispatcher.stop({ drainMs: 0 });
    await work;
    expect((await getDelivery(database().reader(), id!)).status).toBe('pending');
    receiver.answers((_, response) => void response.end());
    await heir.dispatcher.runDue();
    expect((await getDelivery(database().reader(), id!)).status).toBe('delivered');
    await Promise.all([engine.close(), heir.close(), receiver.close()]);
  });

  it('that was taken for dead settles nothing of what others have taken over, and goes on', async () => {
    const receiver = await Receiver.open();
    const [slow, heir] = [engineOn(database()), engineOn(database())];
    const now = slow.clock.now();
    const endpointId = await givenEndpoint(database(), { url: receiver.url }, now);
    const [id] = await givenDeliveries(database(), [{ endpointId }], now);
    const events = new EventEmitter();
    receiver.answers(async (_, response) => {
      if (receiver.received.length === 1) await once(events, 'wake up');
      response.writeHead(receiver.received.length === 1 ? 500 : 200).end();
    });
    const work = slow.dispatcher.runDue();
    await receiver.has(1);
    later(heir.realClock, LEASE_MS + 1);
    await heir.dispatcher.runDue();
    events.emit('wake up');
    await work;
    expect(await getDelivery(database().reader(), id!)).toMatchObject({ status: 'delivered', attemptCount: 2 });
    await givenDeliveries(database(), [{ endpointId }], now);
    await slow.dispatcher.runDue();
    expect(receiver.received).toHaveLength(3);
    expect(await deliveryFigures(database().reader(), now)).toMatchObject({ waiting: 0, inFlight: 0 });
    expect([...slow.errors, ...heir.errors]).toEqual([]);
    await Promise.all([slow.close(), heir.close(), receiver.close()]);
  });

  it('leaves the lease of a living process alone', async () => {
    const engine = engineOn(database());
    const other = '00000000-0000-4000-8000-00000000000a';
    await registerLease(database().reader(), other, engine.realClock.now());
    await engine.dispatcher.runDue();
    later(engine.realClock, LEASE_MS - 1_000);
    await engine.dispatcher.runDue();
    const alive = { name: 'alive', text: 'select id from webhook_dispatcher where id = $1' };
    expect(await database().reader().rows(alive, [other])).toHaveLength(1);
    later(engine.realClock, 1_001);
    await engine.dispatcher.runDue();
    expect(await database().reader().rows(alive, [other])).toEqual([]);
    await engine.close();
  });

  it('counts a style that it does not know as a failure of its own', async () => {
    const engine = engineOn(database());
    const url = 'http://127.0.0.1:9/';
    const endpointId = await givenEndpoint(database(), { url, style: 'telegram' }, engine.clock.now());
    const [id] = await givenDeliveries(database(), [{ endpointId }], engine.clock.now());
    await engine.dispatcher.runDue();
    expect(await getDelivery(database().reader(), id!)).toMatchObject({ status: 'retrying', lastError: 'INTERNAL' });
    expect(engine.errors).toEqual([expect.objectContaining({ message: expect.stringContaining('telegram') })]);
    await engine.close();
  });
});

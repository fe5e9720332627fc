import { testDatabase } from '@switchyard/testing';
import { resumeEndpoint, closeEndpoint } from '../store/endpoint-changes';
import type { Engine } from '../testing/engine';
import { engineOn, givenDeliveries, givenEndpoint, later } from '../testing/engine';
import { Receiver, answer } from '../testing/receiver';
import { scratch } from '../testing/scratch';
import type { DeliveryQuery, DeliveryStatus } from './deliveries';
import { getDelivery, listDeliveries } from './deliveries';
import { deliveryFigures } from './figures';
import { purge } from './purge';
import { redeliver, redeliverMany } from './redeliver';
import { skip } from './skip';

const { database } = testDatabase(scratch);
const HOUR = 3_600_000;
let engine: Engine;
let receiver: Receiver;
let endpointId: string;

beforeEach(async () => {
  await database().reader().rows({ name: 'empty', text: 'truncate webhook_endpoint cascade' });
  engine = engineOn(database());
  receiver = await Receiver.open();
  endpointId = await givenEndpoint(database(), { url: receiver.url }, engine.clock.now());
});

afterEach(async () => {
  await engine.close();
  await receiver.close();
  expect(engine.errors).toEqual([]);
});

const now = (): Date => engine.clock.now();
const deliver = (bodies: readonly string[], changes: { lane?: string | null; type?: string; subject?: string } = {}) =>
  givenDeliveries(
    database(),
    bodies.map((body) => ({ endpointId, body, ...changes })),
    now(),
  );
const statusOf = async (id: string): Promise<DeliveryStatus> => (await getDelivery(database().reader(), id)).status;
/** Sends a delivery five times in vain. */
async function giveUp(): Promise<void> {
  for (const wait of [0, 1, 2, 4, 8]) {
    later(engine.clock, wait * 1_000);
    await engine.dispatcher.runDue();
  }
}

describe('the list of deliveries', () => {
  const list = async (query: Partial<DeliveryQuery> = {}) =>
    listDeliveries(database().reader(), { endpointId, limit: 50, ...query });
  const idsOf = async (query: Partial<DeliveryQuery>) => (await list(query)).deliveries.map(({ id }) => id);

  it('shows the newest first, page by page', async () => {
    const ids = await deliver(['1', '2', '3', '4', '5']);
    const seen: string[] = [];
    for (let before: number | undefined; ;) {
      const { deliveries, next } = await list({ limit: 2, before });
      seen.push(...deliveries.map(({ id }) => id));
      if (next === null) break;
      before = next;
    }
    expect(seen).toEqual([...ids].reverse());
  });

  it('is narrowed by status, type, subject and time', async () => {
    const [ping] = await deliver(['1'], { type: 'PingNotify', lane: null });
    await engine.dispatcher.runDue();
    later(engine.clock, HOUR);
    receiver.answers(answer(500));
    const [close] = await deliver(['2'], { type: 'CloseTaskNotify', subject: 'WRM-1' });
    await engine.dispatcher.runDue();
    const [waiting] = await deliver(['3'], { type: 'CloseTaskNotify', subject: 'WRM-1' });
    expect(await idsOf({ statuses: ['delivered'] })).toEqual([ping]);
    expect(await idsOf({ statuses: ['retrying'] })).toEqual([close]);
    expect(await idsOf({ statuses: ['pending', 'retrying'] })).toEqual([waiting, close]);
    expect(await idsOf({ types: ['PingNotify'] })).toEqual([ping]);
    expect(await idsOf({ subject: 'WRM-1' })).toEqual([waiting, close]);
    expect(await idsOf({ from: now() })).toEqual([waiting, close]);
    expect(await idsOf({ to: now() })).toEqual([ping]);
    expect(await list({ endpointId: 'nobody' })).toEqual({ deliveries: [], next: null });
  });
});

describe('redelivering', () => {
  it('sends the same bytes and ids again, as a fresh series, beside the lane', async () => {
    const [id] = await deliver(['first']);
    await engine.dispatcher.runDue();
    receiver.answers((request, response) => void response.writeHead(request.body === 'stuck' ? 500 : 200).end());
    await deliver(['stuck']);
    await engine.dispatcher.runDue();
    await database().transaction((tx) => redeliver(tx, id!, now()));
    await engine.dispatcher.runDue();
    expect(receiver.bodies).toEqual(['first', 'stuck', 'first']);
    const [once, , again] = receiver.received.map(({ headers }) => headers);
    expect(again).toMatchObject({
      'x-wrm-delivery-id': id,
      'x-wrm-notification-id': once!['x-wrm-notification-id'],
      'x-wrm-sequence': '1',
      'x-wrm-attempt': '1',
      'x-wrm-redelivery': 'true',
      'x-hub-signature': once!['x-hub-signature'],
    });
    expect(await getDelivery(database().reader(), id!)).toMatchObject({
      status: 'delivered',
      redelivery: true,
      attemptCount: 2,
      attempts: [{ attempt: 1 }, { attempt: 2 }],
    });
  });

  it('is refused while it is on its way, for a closed endpoint, and for one that is unknown', async () => {
    receiver.answers(answer(500));
    const [id] = await deliver(['first']);
    const again = (which: string) => database().transaction((tx) => redeliver(tx, which, now()));
    await expect(again(id!)).rejects.toMatchObject({ code: 'conflict', reason: 'in_progress' });
    await engine.dispatcher.runDue();
    await expect(again(id!)).rejects.toMatchObject({ code: 'conflict', reason: 'in_progress' });
    await expect(again('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'not_found' });
    await database().transaction(async (tx) => {
      closeEndpoint(tx, endpointId, now());
      await Promise.resolve();
    });
    await expect(again(id!)).rejects.toMatchObject({ code: 'conflict', reason: 'closed' });
  });

  it('of all dead letters after an outage of three days recovers everything, in order', async () => {
    receiver.answers(answer(503));
    const ids = [
      ...(await deliver(['a1', 'a2', 'a3'], { lane: 'a' })),
      ...(await deliver(['b1', 'b2'], { lane: 'b' })),
    ];
    for (let hours = 0; hours < 72; hours += 1) {
      later(engine.clock, HOUR);
      await engine.dispatcher.runDue();
    }
    const held = await deliver(['a4'], { lane: 'a' });
    await database().transaction(async (tx) => {
      resumeEndpoint(tx, endpointId, now());
      await Promise.resolve();
    });
    expect(await Promise.all(ids.map(statusOf))).toEqual(ids.map(() => 'dead'));
    receiver.answers(answer(200));
    receiver.forget();
    const query = { endpointId, from: new Date(now().getTime() - 100 * HOUR) };
    expect(await database().transaction((tx) => redeliverMany(tx, query, now()))).toBe(ids.length);
    expect(await database().transaction((tx) => redeliverMany(tx, query, now()))).toBe(0);
    await engine.dispatcher.runDue();
    expect(await Promise.all([...ids, ...held].map(statusOf))).toEqual([...ids, ...held].map(() => 'delivered'));
    expect(receiver.bodies.filter((body) => /^a[123]/.test(body))).toEqual(['a1', 'a2', 'a3']);
    expect(receiver.bodies.filter((body) => body.startsWith('b'))).toEqual(['b1', 'b2']);
  });

  it('takes the statuses that are asked for, up to a limit, and spreads them over time', async () => {
    await deliver(['1', '2', '3', '4', '5']);
    await engine.dispatcher.runDue();
    receiver.forget();
    const query = { endpointId, statuses: ['delivered' as const], limit: 4, perSecond: 2 };
    expect(await database().transaction((tx) => redeliverMany(tx, query, now()))).toBe(4);
    await engine.dispatcher.runDue();
    expect(receiver.bodies).toEqual(['1', '2']);
    later(engine.clock, 1_000);
    await engine.dispatcher.runDue();
    expect(receiver.bodies).toEqual(['1', '2', '3', '4']);
  });
});

describe('skipping', () => {
  it('abandons a stuck head, and its lane moves on at once', async () => {
    receiver.answers((request, response) => void response.writeHead(request.body === 'stuck' ? 500 : 200).end());
    const [stuck, next] = await deliver(['stuck', 'next']);
    await engine.dispatcher.runDue();
    await database().transaction((tx) => skip(tx, stuck!, now()));
    await engine.dispatcher.runDue();
    expect(receiver.bodies).toEqual(['stuck', 'next']);
    expect([await statusOf(stuck!), await statusOf(next!)]).toEqual(['skipped', 'delivered']);
    const again = database().transaction((tx) => skip(tx, stuck!, now()));
    await expect(again).rejects.toMatchObject({ code: 'conflict', reason: 'finished' });
  });

  it('abandons one that is under way, whatever comes of it', async () => {
    const [id, next] = await deliver(['slow', 'next']);
    receiver.answers(async (request, response) => {
      if (request.body === 'slow') await database().transaction((tx) => skip(tx, id!, now()));
      response.end();
    });
    await engine.dispatcher.runDue();
    expect([await statusOf(id!), await statusOf(next!)]).toEqual(['skipped', 'delivered']);
    expect((await getDelivery(database().reader(), id!)).attempts).toHaveLength(1);
  });
});

describe('figures', () => {
  it('tell what waits, for how long, and what is dead', async () => {
    const heldEndpoint = await givenEndpoint(database(), { url: receiver.url, heldReason: 'unverified' }, now());
    await givenDeliveries(database(), [{ endpointId: heldEndpoint }], now());
    receiver.answers(answer(500));
    await deliver(['dead']);
    await giveUp();
    await deliver(['1', '2'], { lane: 'another' });
    later(engine.clock, 90_000);
    expect(await deliveryFigures(database().reader(), now())).toEqual({
      waiting: 2,
      inFlight: 0,
      held: 1,
      dead: 1,
      lagSeconds: 90,
      suspendedEndpoints: 0,
      failingEndpoints: 1,
    });
  });
});

describe('retention', () => {
  it('deletes what is over and old, and nothing that is still to be sent', async () => {
    await engine.dispatcher.runDue();
    const [old] = await deliver(['old']);
    await engine.dispatcher.runDue();
    receiver.answers(answer(500));
    const [waiting] = await deliver(['waiting']);
    await engine.dispatcher.runDue();
    later(engine.clock, 1_000);
    await purge(database().reader(), { deliveriesBefore: new Date(0), attemptsBefore: now() });
    expect((await getDelivery(database().reader(), old!)).attempts).toEqual([]);
    await purge(database().reader(), { deliveriesBefore: now(), attemptsBefore: now() });
    await expect(getDelivery(database().reader(), old!)).rejects.toMatchObject({ code: 'not_found' });
    expect(await statusOf(waiting!)).toBe('retrying');
  });
});

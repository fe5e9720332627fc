import { testDatabase } from '@switchyard/testing';
import { deliveryFigures } from '../operations/figures';
import { getDelivery } from '../operations/deliveries';
import { verifyHubSignature } from '../signatures/hub';
import { verifyStandard } from '../signatures/standard';
import { getEndpoint } from '../store/endpoint';
import { closeEndpoint, holdEndpoint, resumeEndpoint } from '../store/endpoint-changes';
import { rotateSecret } from '../store/endpoint-secrets';
import type { Engine } from '../testing/engine';
import { engineOn, givenDeliveries, givenEndpoint, later, secret, secrets } from '../testing/engine';
import { Receiver, answer } from '../testing/receiver';
import { scratch } from '../testing/scratch';

const { database } = testDatabase(scratch);
let engine: Engine;
let receiver: Receiver;

beforeEach(async () => {
  engine = engineOn(database());
  receiver = await Receiver.open();
});

afterEach(async () => {
  await engine.close();
  await receiver.close();
  expect(engine.errors).toEqual([]);
});

const endpoint = (options: Partial<Parameters<typeof givenEndpoint>[1]> = {}) =>
  givenEndpoint(database(), { url: `${receiver.url}/hook`, ...options }, engine.clock.now());
const deliver = (endpointId: string, bodies: readonly string[], lane: string | null = 'task') =>
  givenDeliveries(
    database(),
    bodies.map((body) => ({ endpointId, body, lane })),
    engine.clock.now(),
  );
const statusOf = async (id: string) => (await getDelivery(database().reader(), id)).status;

describe('a delivery', () => {
  it('waits for the instant that it is put off to, under the number that it is given', async () => {
    const endpointId = await endpoint();
    const now = engine.clock.now();
    const later60 = new Date(now.getTime() + 60_000);
    const [first] = await givenDeliveries(
      database(),
      [{ endpointId, sequence: 7, notBefore: later60 }, { endpointId }],
      now,
    );
    expect(await getDelivery(database().reader(), first!)).toMatchObject({ createdAt: now, nextAttemptAt: later60 });
    later(engine.clock, 59_999);
    await engine.dispatcher.runDue();
    expect(receiver.received).toHaveLength(0);
    later(engine.clock, 1);
    await engine.dispatcher.runDue();
    expect(receiver.received.map(({ headers }) => headers['x-wrm-sequence'])).toEqual(['7', '2']);
  });

  it('is sent once, with the recorded bytes, signatures and facts', async () => {
    const [id] = await deliver(await endpoint(), ['{"notificationType":"PingNotify"}']);
    await engine.dispatcher.runDue();
    await engine.dispatcher.runDue();

    expect(receiver.received).toHaveLength(1);
    const { path, headers, body } = receiver.received[0]!;
    expect({ path, body }).toEqual({ path: '/hook', body: '{"notificationType":"PingNotify"}' });
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-wrm-delivery-id': id,
      'x-wrm-notification-id': id,
      'x-wrm-notification-type': 'PingNotify',
      'x-wrm-attempt': '1',
      'x-wrm-sequence': '1',
      'x-wrm-redelivery': 'false',
      'webhook-id': id,
    });
    expect(verifyHubSignature([secret], body, headers['x-hub-signature'] as string)).toBe(true);
    expect(verifyStandard([Buffer.from(secret)], body, headers, engine.realClock.now())).toBe(true);

    const delivery = await getDelivery(database().reader(), id!);
    expect(delivery).toMatchObject({ status: 'delivered', attemptCount: 1, lastStatus: 204, sequence: 1 });
    expect(delivery.attempts).toEqual([
      expect.objectContaining({ attempt: 1, status: 204, errorCode: null, address: '127.0.0.1' }),
    ]);
    expect(delivery.attempts[0]!.requestHeaders['X-Hub-Signature']).toBe(headers['x-hub-signature']);
  });

  it('is tried again by the schedule, then given up, and its lane moves on', async () => {
    receiver.answers((request, response) => void response.writeHead(request.body === 'stuck' ? 500 : 200).end());
    const endpointId = await endpoint();
    const [stuck, next] = await deliver(endpointId, ['stuck', 'next']);
    for (const [attempt, wait] of [1, 2, 4, 8].entries()) {
      await engine.dispatcher.runDue();
      expect(receiver.bodies).toEqual(Array(attempt + 1).fill('stuck'));
      later(engine.clock, wait * 1_000 - 1);
      await engine.dispatcher.runDue();
      expect(receiver.received).toHaveLength(attempt + 1);
      later(engine.clock, 1);
    }
    expect(await statusOf(stuck!)).toBe('retrying');
    await engine.dispatcher.runDue();
    expect(receiver.bodies).toEqual([...Array<string>(5).fill('stuck'), 'next']);
    expect([await statusOf(stuck!), await statusOf(next!)]).toEqual(['dead', 'delivered']);
    expect(receiver.received.map(({ headers }) => headers['x-wrm-attempt'])).toEqual(['1', '2', '3', '4', '5', '1']);
    expect(new Set(receiver.received.slice(0, 5).map(({ headers }) => headers['x-wrm-delivery-id']))).toEqual(
      new Set([stuck]),
    );
    expect(engine.happenings).toEqual([expect.objectContaining({ kind: 'dead', deliveryId: stuck, endpointId })]);
  });

  it('waits as long as Retry-After asks, the others of its endpoint too', async () => {
    receiver.answers(answer(429, { 'Retry-After': '120' }));
    const endpointId = await endpoint();
    const [first] = await deliver(endpointId, ['first']);
    await engine.dispatcher.runDue();
    receiver.answers(answer(200));
    await deliver(endpointId, ['other'], 'another task');
    later(engine.clock, 119_999);
    await engine.dispatcher.runDue();
    expect(receiver.bodies).toEqual(['first']);
    later(engine.clock, 1);
    await engine.dispatcher.runDue();
    expect(receiver.bodies.sort()).toEqual(['first', 'first', 'other']);
    expect((await getDelivery(database().reader(), first!)).attempts[0]!.responseHeaders).toMatchObject({
      'retry-after': '120',
    });
  });
});

describe('an endpoint', () => {
  it('that answers 410 is held, and gets all that it missed once it is resumed, in order', async () => {
    receiver.answers(answer(410));
    const endpointId = await endpoint();
    const ids = await deliver(endpointId, ['one', 'two']);
    await engine.dispatcher.runDue();
    expect(engine.happenings).toEqual([{ kind: 'held', endpointId, reason: 'gone' }]);
    expect(await getEndpoint(database().reader(), endpointId)).toMatchObject({ state: 'held', heldReason: 'gone' });
    await deliver(endpointId, ['three']);
    later(engine.clock, 3_600_000);
    await engine.dispatcher.runDue();
    expect(receiver.bodies).toEqual(['one']);
    expect(await statusOf(ids[0]!)).toBe('held');

    receiver.answers(answer(200));
    receiver.forget();
    await database().transaction(async (tx) => {
      resumeEndpoint(tx, endpointId, engine.clock.now());
      await Promise.resolve();
    });
    await engine.dispatcher.runDue();
    expect(receiver.bodies).toEqual(['one', 'two', 'three']);
  });

  it('that may not be called is held, and the delivery is dead at once', async () => {
    const endpointId = await endpoint({ url: 'http://169.254.169.254/latest/meta-data' });
    const [id] = await deliver(endpointId, ['secret']);
    await engine.dispatcher.runDue();
    const delivery = await getDelivery(database().reader(), id!);
    expect(delivery).toMatchObject({ status: 'dead', lastError: 'SSRF_BLOCKED' });
    expect(delivery.attempts).toEqual([expect.objectContaining({ errorCode: 'SSRF_BLOCKED', status: null })]);
    expect(engine.happenings).toContainEqual({ kind: 'held', endpointId, reason: 'blocked' });
  });

  it('that fails for too long is told of, then held', async () => {
    receiver.answers(answer(500));
    const endpointId = await endpoint();
    await deliver(endpointId, ['one']);
    await engine.dispatcher.runDue();
    const failingSince = engine.clock.now();
    later(engine.clock, 3_600_000);
    await engine.dispatcher.runDue();
    later(engine.clock, 71 * 3_600_000);
    await engine.dispatcher.runDue();
    expect(engine.happenings).toEqual([
      { kind: 'failing', endpointId, since: failingSince },
      { kind: 'held', endpointId, reason: 'failing' },
    ]);
  });

  it('is well again after one success', async () => {
    receiver.answers(answer(503));
    const endpointId = await endpoint();
    await deliver(endpointId, ['one']);
    await engine.dispatcher.runDue();
    expect((await getEndpoint(database().reader(), endpointId)).failingSince).toEqual(engine.clock.now());
    receiver.answers(answer(200));
    later(engine.clock, 1_000);
    await engine.dispatcher.runDue();
    expect((await getEndpoint(database().reader(), endpointId)).failingSince).toBeNull();
  });

  it('that is held keeps deliveries for a week', async () => {
    const endpointId = await endpoint({ heldReason: 'unverified' });
    const [id] = await deliver(endpointId, ['one']);
    later(engine.clock, 7 * 86_400_000 - 1);
    await engine.dispatcher.runDue();
    expect(await statusOf(id!)).toBe('held');
    later(engine.clock, 1);
    await engine.dispatcher.runDue();
    expect(await statusOf(id!)).toBe('dead');
    expect(engine.happenings).toContainEqual(
      expect.objectContaining({ kind: 'dead', deliveryId: id, error: 'HELD_TOO_LONG' }),
    );
    expect(receiver.received).toEqual([]);
  });

  it('that is closed gets nothing more, and what was undelivered is cancelled', async () => {
    const endpointId = await endpoint();
    await database().transaction(async (tx) => {
      holdEndpoint(tx, endpointId, 'operator');
      await Promise.resolve();
    });
    const [id] = await deliver(endpointId, ['one']);
    await database().transaction(async (tx) => {
      closeEndpoint(tx, endpointId, engine.clock.now());
      await Promise.resolve();
    });
    const [never] = await deliver(endpointId, ['two']);
    await engine.dispatcher.runDue();
    expect(await statusOf(id!)).toBe('cancelled');
    await expect(getDelivery(database().reader(), never!)).rejects.toMatchObject({ code: 'not_found' });
    expect(receiver.received).toEqual([]);
  });

  it('is signed for with both secrets while a rotation is open', async () => {
    const endpointId = await endpoint();
    const fresh = 'another-secret-0123456789abcdef';
    const { clock } = engine;
    await database().transaction((tx) =>
      rotateSecret(tx, secrets, {
        id: endpointId,
        secret: fresh,
        previousUntil: new Date(clock.now().getTime() + 60_000),
        now: clock.now(),
      }),
    );
    await deliver(endpointId, ['one']);
    await engine.dispatcher.runDue();
    later(clock, 60_000);
    await deliver(endpointId, ['two']);
    await engine.dispatcher.runDue();
    const [during, after] = receiver.received.map(({ headers }) => headers);
    expect(verifyHubSignature([fresh], 'one', during!['x-hub-signature'] as string)).toBe(true);
    expect(verifyHubSignature([secret], 'one', during!['x-hub-signature-previous'] as string)).toBe(true);
    for (const key of [fresh, secret]) {
      expect(verifyStandard([Buffer.from(key)], 'one', during!, engine.realClock.now())).toBe(true);
    }
    expect(after!['x-hub-signature-previous']).toBeUndefined();
    expect(verifyStandard([Buffer.from(secret)], 'two', after!, engine.realClock.now())).toBe(false);
  });

  it('gets no more requests at a time than it may', async () => {
    let most = 0;
    let open = 0;
    receiver.answers(async (_, response) => {
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      response.end();
    });
    const endpointId = await endpoint({ maxInFlight: 3 });
    await Promise.all(Array.from({ length: 20 }, (_, lane) => deliver(endpointId, ['x', 'y'], `task ${lane}`)));
    await engine.dispatcher.runDue();
    expect(receiver.received).toHaveLength(40);
    expect(most).toBeLessThanOrEqual(3);
    expect(await deliveryFigures(database().reader(), engine.clock.now())).toMatchObject({ inFlight: 0 });
  });
});

import type { TestReply } from '@switchyard/testing';
import { Receiver, answer } from '../testing/receiver';
import { notificationId, wrm } from '../testing/wrm';

const api = wrm();
const secretKey = 'wrm-demo-secret-0123456789abcdef';
let receiver: Receiver;
let subscriberId: string;

/** Moves the clock of the sandbox; all that is due is done when it answers. */
const move = (advance = 'PT0S'): Promise<TestReply> => api.as('nobody').put('/sandbox/clock', { advance });
const supplier = api.as('supplier-a');
const trigger = (name: string, body: object = {}): Promise<TestReply> => supplier.post(`/trigger/${name}`, body);

/** A task that its supplier has accepted: of what follows it is told by further notifications. */
async function newTask(): Promise<string> {
  const { notificationId: linkedNotificationId, task } = (await trigger('CreateTask')).body;
  const accepted = await supplier.post('/notifications', {
    notificationType: 'AcceptTaskEvent',
    notificationId: notificationId(),
    notificationDateTime: api.clock().now().toISOString(),
    linkedNotificationId,
    subscriberId,
    task: { id: task.id, allocation: { supplierAccepted: true } },
  });
  expect(accepted.status).toBe(200);
  return task.id as string;
}

const deliveries = async (query = '') =>
  (await supplier.get(`/subscribers/${subscriberId}/deliveries?${query}`)).body.items as {
    deliveryId: string;
    notificationType: string;
    status: string;
    sequence: number;
  }[];
/** The id of the newest delivery. */
const latest = async (): Promise<string> => (await deliveries())[0]!.deliveryId;
const statuses = async (query = ''): Promise<string[]> =>
  (await deliveries(query)).map(({ status }) => status).reverse();

beforeEach(async () => {
  receiver = await Receiver.open();
  subscriberId = (await supplier.post('/subscribers', { webhookUrl: receiver.url, secretKey })).body.subscriberId;
  await move();
});
afterEach(async () => {
  await supplier.delete(`/subscribers/${subscriberId}`);
  await receiver.close();
});

describe('a notification', () => {
  it('reaches every subscription of its party that wants it, each in its own name', async () => {
    const other = await Receiver.open();
    const filter = { notificationTypes: ['PutOnHoldTaskNotify'] };
    const second = await supplier.post('/subscribers', { webhookUrl: other.url, secretKey, ...filter });
    await move();
    const id = await newTask();
    await trigger('PutOnHold', { taskId: id, note: 'Grüße – 例' });
    await move();
    expect(receiver.types).toEqual(['CreateTaskNotify', 'PutOnHoldTaskNotify']);
    expect(other.types).toEqual(['PutOnHoldTaskNotify']);
    expect([...receiver.received, ...other.received].every(({ isSigned }) => isSigned)).toBe(true);
    expect(receiver.received.map(({ headers }) => headers['x-wrm-sequence'])).toEqual(['1', '2']);
    expect(receiver.received[1]!.headers['x-wrm-sequence']).toBe(other.received[0]!.headers['x-wrm-sequence']);
    expect(receiver.received[1]!.body.subscriberId).toBe(subscriberId);
    expect(other.received[0]!.body.subscriberId).not.toBe(subscriberId);
    expect(other.received[0]!.body.notificationId).toBe(receiver.received[1]!.body.notificationId);
    await supplier.delete(`/subscribers/${second.body.subscriberId}`);
    await other.close();
  });

  it('waits for its predecessor of the same task, and for no other', async () => {
    let first: string | undefined;
    receiver.answers((response, { body }) => {
      first ??= body.task.id;
      response.writeHead(body.task.id === first ? 500 : 204).end();
    });
    const stuck = await newTask();
    await move();
    await trigger('PutOnHold', { taskId: stuck });
    const free = await newTask();
    await trigger('PutOnHold', { taskId: free });
    await move();
    const arrived = (id: string): string[] =>
      receiver.received.filter(({ body }) => body.task.id === id).map(({ body }) => body.notificationType);
    expect(arrived(stuck)).toEqual(['CreateTaskNotify']);
    expect(arrived(free)).toEqual(['CreateTaskNotify', 'PutOnHoldTaskNotify']);
    receiver.answers(answer(202));
    await move('PT1S');
    expect(arrived(stuck)).toEqual(['CreateTaskNotify', 'CreateTaskNotify', 'PutOnHoldTaskNotify']);
    const [failed, repeated] = receiver.received.filter(({ body }) => body.task.id === stuck);
    expect([repeated!.text, repeated!.headers['webhook-id']]).toEqual([failed!.text, failed!.headers['webhook-id']]);
    expect([failed, repeated].map((each) => each!.headers['x-wrm-attempt'])).toEqual(['1', '2']);
  });

  it('is held in its order while the subscription is not verified, and follows', async () => {
    await supplier.patch(`/subscribers/${subscriberId}`, { description: 'to be suspended' });
    receiver.answers(answer(410));
    const id = await newTask();
    await move();
    await trigger('PutOnHold', { taskId: id });
    await trigger('Resume', { taskId: id });
    await move('PT2H');
    expect(await statuses()).toEqual(['Held', 'Held', 'Held']);
    expect(receiver.received).toHaveLength(1);
    receiver.answers(answer(200));
    await supplier.post(`/subscribers/${subscriberId}/resume`);
    await move();
    expect(receiver.types.slice(1)).toEqual(['CreateTaskNotify', 'PutOnHoldTaskNotify', 'ResumeTaskNotify']);
    expect(await statuses()).toEqual(['Delivered', 'Delivered', 'Delivered']);
  });

  it('is dead after a week in which it was held', async () => {
    receiver.answers(answer(410));
    await newTask();
    await move();
    await move('P6DT23H');
    expect(await statuses()).toEqual(['Held']);
    await move('PT1H');
    expect(await statuses()).toEqual(['DeadLettered']);
  });

  it('is tried at 0, 1, 2, 4 and 8 seconds, then dead, and its successor goes on', async () => {
    receiver.answers((response, { body }) => {
      response.writeHead(body.notificationType === 'CreateTaskNotify' ? 500 : 204).end();
    });
    const id = await newTask();
    await trigger('PutOnHold', { taskId: id });
    await move();
    for (const wait of [1, 2, 4]) {
      await move(`PT${wait}S`);
      expect(await statuses()).toEqual(['Retrying', 'Pending']);
    }
    await move('PT8S');
    expect(await statuses()).toEqual(['DeadLettered', 'Delivered']);
    const [, dead] = await deliveries();
    const { attempts, ...read } = (await supplier.get(`/deliveries/${dead!.deliveryId}`)).body;
    expect(attempts).toHaveLength(5);
    expect(read).toMatchObject({ nextAttemptDateTime: null, deliveredDateTime: null, attemptCount: 5 });
  });

  it('rests when the receiver asks for it', async () => {
    receiver.answers(answer(429, { 'Retry-After': '120' }));
    await newTask();
    await move();
    receiver.answers(answer(204));
    await newTask();
    await move('PT119S');
    expect(receiver.received).toHaveLength(1);
    await move('PT1S');
    expect(await statuses()).toEqual(['Delivered', 'Delivered']);
  });

  it('suffers no redirect, and takes an endless answer for what its status says', async () => {
    receiver.answers(answer(301, { Location: 'http://169.254.169.254/latest/meta-data' }));
    await newTask();
    await move();
    expect(await statuses()).toEqual(['Retrying']);
    receiver.answers((response) => {
      response.writeHead(200);
      const drip = (): void => {
        if (!response.destroyed) response.write('x'.repeat(16_384), () => setImmediate(drip));
      };
      drip();
    });
    await move('PT1S');
    expect(await statuses()).toEqual(['Delivered']);
    const deliveryId = await latest();
    const { attempts } = (await supplier.get(`/deliveries/${deliveryId}`)).body;
    expect(attempts.map(({ statusCode }: { statusCode: number }) => statusCode)).toEqual([301, 200]);
    expect(attempts[1].responseBodyExcerpt).toHaveLength(2_048);
  });
});

describe('the log of deliveries', () => {
  it('shows the signed bytes, the headers and every attempt', async () => {
    receiver.answers(answer(503, { 'Content-Type': 'text/plain', 'X-Secret': 'kept out' }));
    const id = await newTask();
    await move();
    const deliveryId = await latest();
    const { body, text } = await supplier.get(`/deliveries/${deliveryId}`);
    const [received] = receiver.received;
    expect(body).toMatchObject({
      deliveryId,
      subscriberId,
      notificationType: 'CreateTaskNotify',
      taskId: id,
      sequence: 1,
      status: 'Retrying',
      request: {
        url: receiver.url,
        body: received!.text,
        headers: { 'X-Hub-Signature': received!.headers['x-hub-signature'] },
      },
      attempts: [
        { attempt: 1, statusCode: 503, errorCode: 'HTTP_STATUS', responseHeaders: { 'content-type': 'text/plain' } },
      ],
    });
    expect(text).not.toContain(secretKey);
    expect(text).not.toContain('kept out');
    const document = await supplier.get(`/deliveries/${deliveryId}`, { Accept: 'application/vnd.api+json' });
    expect(document.body.data).toMatchObject({
      type: 'deliveries',
      id: deliveryId,
      relationships: { task: { data: { type: 'tasks', id } }, subscriber: { data: { id: subscriberId } } },
    });
  });

  it('is filtered and read page by page, newest first', async () => {
    const id = await newTask();
    await trigger('PutOnHold', { taskId: id });
    await move('PT1H');
    await newTask();
    await move();
    const types = async (query: string) => (await deliveries(query)).map(({ notificationType }) => notificationType);
    expect(await types('')).toEqual(['CreateTaskNotify', 'PutOnHoldTaskNotify', 'CreateTaskNotify']);
    expect(await types(`taskId=${id}`)).toEqual(['PutOnHoldTaskNotify', 'CreateTaskNotify']);
    expect(await types('notificationType=PutOnHoldTaskNotify&status=Delivered')).toEqual(['PutOnHoldTaskNotify']);
    expect(await types('status=DeadLettered')).toEqual([]);
    const now = api.clock().now().toISOString();
    expect(await types(`from=${now}`)).toEqual(['CreateTaskNotify']);
    expect(await types(`to=${now}`)).toEqual(['PutOnHoldTaskNotify', 'CreateTaskNotify']);
    const path = `/subscribers/${subscriberId}/deliveries?limit=2`;
    const first = (await supplier.get(path)).body;
    const second = (await supplier.get(`${path}&cursor=${first.nextCursor}`)).body;
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
  });

  test.each([
    'status=Lost',
    'from=yesterday',
    'to=2026-02-30T00:00:00Z',
    'limit=0',
    'cursor=WyJ4IiwiIl0',
    'notificationType=X',
  ])('refuses the query %s', async (query) => {
    expect(await supplier.get(`/subscribers/${subscriberId}/deliveries?${query}`)).toMatchObject({
      status: 400,
      body: { responseCode: 'WRM-400-03', errors: [{ attributes: [query.split('=')[0]] }] },
    });
  });

  it('shows nobody what is of another party', async () => {
    await newTask();
    const deliveryId = await latest();
    const [stranger, admin] = [api.as('supplier-b'), api.as('admin')];
    for (const reply of [
      await stranger.get(`/deliveries/${deliveryId}`),
      await stranger.post(`/deliveries/${deliveryId}/redeliver`),
      await stranger.post(`/deliveries/${deliveryId}/skip`),
      await stranger.post(`/subscribers/${subscriberId}/redeliver`, {}),
      await supplier.get('/deliveries/unknown'),
      await supplier.get('/deliveries/00000000-0000-4000-8000-000000000000'),
    ]) {
      expect(reply).toMatchObject({ status: 404, body: { responseCode: 'WRM-404-04' } });
    }
    expect((await admin.get(`/deliveries/${deliveryId}`)).status).toBe(200);
  });
});

describe('redelivery', () => {
  it('sends the same id and bytes in a fresh series, and holds up nothing', async () => {
    const id = await newTask();
    await move();
    const deliveryId = await latest();
    receiver.answers((response, { headers }) => {
      response.writeHead(headers['x-wrm-redelivery'] === 'true' ? 500 : 204).end();
    });
    const again = await supplier.post(`/deliveries/${deliveryId}/redeliver`);
    expect(again).toMatchObject({ status: 202, body: { deliveryId } });
    expect(await supplier.post(`/deliveries/${deliveryId}/redeliver`)).toMatchObject({
      status: 409,
      body: { responseCode: 'WRM-409-33' },
    });
    await trigger('PutOnHold', { taskId: id });
    await move();
    const [first, ...rest] = receiver.received;
    const second = rest.find(({ headers }) => headers['x-wrm-redelivery'] === 'true')!;
    expect(second.text).toBe(first!.text);
    expect(second.headers).toMatchObject({ 'x-wrm-attempt': '1', 'webhook-id': first!.body.notificationId });
    expect(receiver.types).toContain('PutOnHoldTaskNotify');
  });

  it('recovers all that was given up, in its order', async () => {
    receiver.answers(answer(500));
    const id = await newTask();
    await trigger('PutOnHold', { taskId: id });
    await newTask();
    for (let step = 0; step < 12; step += 1) await move('PT8S');
    expect(await statuses()).toEqual(['DeadLettered', 'DeadLettered', 'DeadLettered']);
    receiver.answers(answer(204));
    const before = receiver.received.length;
    const redeliver = (body: object) => supplier.post(`/subscribers/${subscriberId}/redeliver`, body);
    expect((await redeliver({ taskId: id, notificationTypes: ['CloseTaskNotify'] })).body).toEqual({ count: 0 });
    expect((await redeliver({ statuses: ['Held'] })).body).toEqual({ count: 0 });
    expect(await redeliver({ taskId: id })).toMatchObject({ status: 202, body: { count: 2 } });
    await move();
    expect(receiver.types.slice(before)).toEqual(['CreateTaskNotify', 'PutOnHoldTaskNotify']);
    expect((await redeliver({})).body).toEqual({ count: 1 });
    expect(await redeliver({ statuses: ['Pending'] })).toMatchObject({
      status: 400,
      body: { errors: [{ reason: 'enum' }] },
    });
  });

  it('is not needed for what is held', async () => {
    receiver.answers(answer(410));
    await newTask();
    await move();
    const deliveryId = await latest();
    expect((await supplier.post(`/deliveries/${deliveryId}/redeliver`)).status).toBe(202);
    expect(await statuses()).toEqual(['Held']);
  });
});

describe('skipping', () => {
  it('abandons a stuck head, so that the next can go', async () => {
    receiver.answers((response, { body }) => {
      response.writeHead(body.notificationType === 'CreateTaskNotify' ? 500 : 204).end();
    });
    const id = await newTask();
    await trigger('PutOnHold', { taskId: id });
    await move();
    const [, head] = await deliveries();
    expect((await supplier.post(`/deliveries/${head!.deliveryId}/skip`)).status).toBe(204);
    await move();
    expect(await statuses()).toEqual(['Skipped', 'Delivered']);
    expect(await supplier.post(`/deliveries/${head!.deliveryId}/skip`)).toMatchObject({
      status: 409,
      body: { responseCode: 'WRM-409-11' },
    });
  });
});

describe('the operator', () => {
  it('sees in the sandbox what was sent and waits, and its figures in the metrics', async () => {
    receiver.answers(answer(410));
    await newTask();
    await move();
    const outbox = (await api.as('nobody').get('/sandbox/outbox')).body;
    expect(outbox.figures).toMatchObject({ held: 1, suspendedEndpoints: 1 });
    expect(outbox.deliveries[0]).toMatchObject({ subscriberId, status: 'Held' });
    const metrics = (await api.as('nobody').get('/metrics')).text;
    expect(metrics).toMatch(/^webhook_deliveries\{state="held",service="wrm"\} 1$/m);
    expect(metrics).toMatch(/^webhook_lag_seconds\{service="wrm"\} 0$/m);
  });

  it('keeps deliveries for 90 days and their attempts for 30', async () => {
    await newTask();
    await move();
    const deliveryId = await latest();
    await move('P31D');
    expect((await supplier.get(`/deliveries/${deliveryId}`)).body).toMatchObject({ status: 'Delivered', attempts: [] });
    await move('P60D');
    expect((await supplier.get(`/deliveries/${deliveryId}`)).status).toBe(404);
  });
});

describe('a reset of the sandbox', () => {
  it('leaves the service able to deliver', async () => {
    await api.as('nobody').post('/sandbox/reset');
    subscriberId = (await supplier.post('/subscribers', { webhookUrl: receiver.url, secretKey })).body.subscriberId;
    await move();
    await newTask();
    await receiver.has(1);
    expect(receiver.types).toEqual(['CreateTaskNotify']);
  });
});

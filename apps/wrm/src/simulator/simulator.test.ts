import type { TestReply } from '@switchyard/testing';
import type { ScenarioName } from '@switchyard/domain/wrm';
import { Receiver } from '../testing/receiver';
import { notificationId, wrm } from '../testing/wrm';

const api = wrm();
const requestor = api.as('requestor');
const path = '/trigger/simulated-suppliers/FIELDWORKS';
let receiver: Receiver;
let subscriberId: string;

const move = (advance = 'PT0S'): Promise<TestReply> => api.as('nobody').put('/sandbox/clock', { advance });
const play = (scenario: ScenarioName, stepSeconds = 5) => requestor.put(path, { scenario, stepSeconds });
const statusOf = async (id: string) => (await requestor.get(`/tasks/${id}`)).body.status;

beforeEach(async () => {
  receiver = await Receiver.open();
  const subscribed = await requestor.post('/subscribers', { webhookUrl: receiver.url, secretKey: receiver.secret });
  subscriberId = subscribed.body.subscriberId;
  await move();
});
afterEach(async () => {
  await requestor.delete(path);
  await requestor.delete(`/subscribers/${subscriberId}`);
  await receiver.close();
});

let made = 0;

async function newTask(): Promise<string> {
  made += 1;
  const reply = await requestor.post('/notifications', {
    notificationType: 'CreateTaskEvent',
    notificationId: notificationId(),
    notificationDateTime: api.clock().now().toISOString(),
    subscriberId,
    task: {
      externalReference: `ORD-${made}`,
      taskType: 'Fulfil',
      workType: 'FibreConnect',
      allocation: { workSupplier: { id: 'FIELDWORKS' } },
      site: {
        address: { streetNumber: '12', street: 'Kauri Lane', suburb: 'Northcote', city: 'Auckland', postcode: '0627' },
        areaType: 'Urban',
        locations: [{ locationId: '300112233', locationIdType: 'TLC' }],
        contacts: [{ name: 'Aroha Example', role: 'SiteContact', mobileNumber: '+64210000000' }],
      },
      activities: [
        {
          externalReference: 'ACT-1',
          activityType: 'Install',
          schedule: { siteVisitType: 'Install', latestEnd: '2027-01-30T00:00:00Z' },
        },
      ],
    },
  });
  expect(reply).toMatchObject({ status: 200 });
  return reply.body.task.id as string;
}

describe('a simulated work supplier', () => {
  test.each<[ScenarioName, number, object, string]>([
    ['happy', 7, { status: 'Closed', substate: 'Completed' }, 'CloseTaskNotify'],
    ['reschedule-then-complete', 8, { status: 'Closed', substate: 'Completed' }, 'CloseTaskNotify'],
    ['incomplete', 5, { status: 'Closed', substate: 'Incomplete' }, 'CloseTaskNotify'],
    ['reject-duplicate', 1, { status: 'Allocation', substate: 'Rejected' }, 'RejectTaskNotify'],
  ])('plays %s in %i steps', async (scenario, steps, status, last) => {
    expect(await play(scenario)).toMatchObject({ status: 200, body: { scenario, stepSeconds: 5 } });
    const id = await newTask();
    await move('PT4S');
    expect(receiver.received).toEqual([]);
    for (let step = 1; step <= steps; step += 1) {
      const before = receiver.received.length;
      await move(step === 1 ? 'PT1S' : 'PT5S');
      expect(receiver.received.length).toBeGreaterThan(before);
    }
    expect(await statusOf(id)).toMatchObject(status);
    expect(receiver.types.at(-1)).toBe(last);
    expect(receiver.received.every(({ isSigned }) => isSigned)).toBe(true);
    const before = receiver.received.length;
    await move('P1D');
    expect(receiver.received).toHaveLength(before);
  });

  it('plays all that falls due when the clock is moved far', async () => {
    await play('happy', 60);
    const id = await newTask();
    await move('PT1H');
    expect(await statusOf(id)).toMatchObject({ status: 'Closed' });
  });

  it('may be silent', async () => {
    await play('silent');
    const id = await newTask();
    await move('P1D');
    expect(await statusOf(id)).toMatchObject({ status: 'Allocation', substate: 'Sent' });
    await play('happy', 0);
    await move();
    expect(await statusOf(id)).toMatchObject({ status: 'Closed', substate: 'Completed' });
  });

  it('gives up a task that takes another way', async () => {
    await play('happy');
    const id = await newTask();
    await move('PT5S');
    expect((await api.as('supplier-a').post('/trigger/Cancel', { taskId: id })).status).toBe(200);
    const before = (await statusOf(id)).status;
    await move('P1D');
    expect((await statusOf(id)).status).toBe(before);
  });

  it('can be read, stopped, and is of a work supplier', async () => {
    await play('incomplete', 0);
    expect((await requestor.get(path)).body).toEqual({ scenario: 'incomplete', stepSeconds: 0 });
    const document = await requestor.get(path, { Accept: 'application/vnd.api+json' });
    expect(document.body.data).toMatchObject({
      type: 'simulations',
      relationships: { party: { data: { id: 'FIELDWORKS' } } },
    });
    expect((await requestor.delete(path)).status).toBe(204);
    expect((await requestor.delete(path)).body.responseCode).toBe('WRM-404-06');
    expect((await requestor.get(path)).body.responseCode).toBe('WRM-404-06');
    const other = (partyId: string) => requestor.put(`/trigger/simulated-suppliers/${partyId}`, { scenario: 'happy' });
    expect((await other('NETCO')).body.responseCode).toBe('WRM-404-06');
    expect((await other('NOBODY')).body.responseCode).toBe('WRM-404-06');
    expect((await requestor.put(path, { scenario: 'tragedy' })).body.responseCode).toBe('WRM-400-01');
    expect((await api.as('supplier-a').get(path)).body.responseCode).toBe('WRM-403-01');
  });
});

describe('faults on purpose', () => {
  const faults = (body: object) => requestor.put(`/subscribers/${subscriberId}/faults`, body);
  const ping = async () => {
    expect((await requestor.post(`/subscribers/${subscriberId}/ping`)).status).toBe(202);
    await move();
  };

  it('are none until they are injected, and none again', async () => {
    const read = async () => (await requestor.get(`/subscribers/${subscriberId}/faults`)).body;
    const none = { delaySeconds: 0, duplicate: false, reorder: false, drop: false, badSignature: false };
    expect(await read()).toEqual(none);
    expect(await faults({ duplicate: true })).toMatchObject({ status: 200, body: { ...none, duplicate: true } });
    expect(await read()).toEqual({ ...none, duplicate: true });
    expect((await requestor.delete(`/subscribers/${subscriberId}/faults`)).status).toBe(204);
    expect(await read()).toEqual(none);
    expect((await faults({ delaySeconds: 3_601 })).body.responseCode).toBe('WRM-400-01');
  });

  it('double a delivery', async () => {
    await faults({ duplicate: true });
    await ping();
    expect(receiver.received).toHaveLength(2);
    expect(receiver.received[1]!.text).toBe(receiver.received[0]!.text);
  });

  it('lose the first attempt', async () => {
    await faults({ drop: true });
    await ping();
    expect(receiver.received).toEqual([]);
    await move('PT1S');
    expect(receiver.received.map(({ headers }) => headers['x-wrm-attempt'])).toEqual(['2']);
  });

  it('spoil every signature', async () => {
    await faults({ badSignature: true });
    await ping();
    expect(receiver.received.map(({ isSigned }) => isSigned)).toEqual([false]);
  });

  it('concern the named types alone', async () => {
    await faults({ badSignature: true, notificationTypes: ['CloseTaskNotify'] });
    await ping();
    expect(receiver.received.map(({ isSigned }) => isSigned)).toEqual([true]);
  });

  it('delay, and let a notification overtake its predecessor', async () => {
    await play('happy', 1);
    await faults({ delaySeconds: 60 });
    await newTask();
    await move('PT1S');
    await move('PT59S');
    expect(receiver.received).toEqual([]);
    await requestor.delete(path);
    await move('PT2M');
    receiver.received.length = 0;
    await faults({ reorder: true });
    await play('happy', 1);
    await newTask();
    await move('PT2S');
    expect(receiver.received.map(({ headers }) => headers['x-wrm-sequence'])).toEqual(['2']);
    await requestor.delete(path);
    await move('PT5S');
    expect(receiver.received.map(({ headers }) => headers['x-wrm-sequence'])).toEqual(['2', '1']);
  });
});

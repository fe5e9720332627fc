import type { ServiceChoice, ServiceProcess } from './processes';
import { bundleService, emptyDatabase, onDatabase, startService } from './processes';
import { ask, createTaskSurely } from './requestor';
import { Subscriber } from './subscriber';

jest.setTimeout(120_000);

const EVENTS = 120;
const CLIENTS = 6;

/** The schedule that gives nothing up for a day. */
const wrm: ServiceChoice = { name: 'wrm', settings: { WRM_RETRY_PROFILE: 'chorus' } };

let database: { url: string; drop(): Promise<void> };
let processes: ServiceProcess[] = [];
let subscriber: Subscriber;
const urls = (): string[] => processes.map(({ url }) => url);

beforeAll(async () => {
  await bundleService(wrm);
  database = await emptyDatabase(process.env.SWITCHYARD_TEST_DATABASE_URL!);
  processes = await Promise.all([startService(database.url, wrm), startService(database.url, wrm)]);
  subscriber = await Subscriber.open();
});

afterAll(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  await Promise.all(processes.map(({ ended }) => ended));
  await subscriber?.close();
  await database?.drop();
});

/** What was due is done when it answers; the clock of the other process follows. */
const move = (advance: string) => ask(`${urls()[0]}/sandbox/clock`, 'admin', 'PUT', { advance });

async function subscribe(client: string): Promise<string> {
  const subscription = { webhookUrl: subscriber.url, secretKey: 'wrm-demo-secret-0123456789abcdef' };
  const { body } = await ask(`${urls()[0]}/subscribers`, client, 'POST', subscription);
  await move('PT0S');
  return body.subscriberId as string;
}

let kills = 0;

/** Ends one process after the other at once, and starts another in its place. */
async function murder(): Promise<void> {
  const place = kills++ % 2;
  const victim = processes[place]!;
  victim.child.kill('SIGKILL');
  expect(await victim.ended).toBe('SIGKILL');
  processes[place] = await startService(database.url, wrm);
}

/** What a dead process held is free after 45 seconds, for nobody knows sooner that it is dead: as if they had passed. */
const expireLeases = () =>
  onDatabase(database.url, `update wrm.webhook_dispatcher set alive_until = now() - interval '1 second'`);

it('loses no accepted event between its acceptance and its delivery when its processes are killed', async () => {
  await subscribe('supplier-a');
  const own = await subscribe('requestor');
  const accepted: string[] = [];
  let open = EVENTS;
  const client = async (): Promise<void> => {
    while (open-- > 0) {
      accepted.push(await createTaskSurely(urls, own));
      if (accepted.length % 30 === 15) await murder();
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  expect(kills).toBeGreaterThanOrEqual(4);
  // Requests that nobody will answer are under way now; the processes that made them end with them.
  await subscriber.isToldOf(1);
  await murder();
  await murder();

  subscriber.silent = false;
  await expireLeases();
  for (let round = 0; round < 20 && subscriber.told.size < EVENTS; round += 1) await move('PT5M');
  await subscriber.isToldOf(EVENTS);
  expect(subscriber.told).toEqual(new Set(accepted));
  const ids = new Map<string, Set<string>>();
  const texts = new Map<string, Set<string>>();
  for (const { linkedNotificationId, notificationId, text } of subscriber.arrivals) {
    ids.set(linkedNotificationId, (ids.get(linkedNotificationId) ?? new Set()).add(notificationId));
    texts.set(notificationId, (texts.get(notificationId) ?? new Set()).add(text));
  }
  expect([...ids.values()].filter(({ size }) => size !== 1)).toEqual([]);
  expect([...texts.values()].filter(({ size }) => size !== 1)).toEqual([]);
  // Some came twice, or no process was killed while it was sending.
  expect(subscriber.arrivals.length).toBeGreaterThan(EVENTS);
});

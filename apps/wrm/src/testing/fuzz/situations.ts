import { randomUUID } from 'node:crypto';
import { capacity, confirmFulfil, fulfil, reserve } from '../bookings';
import type { Receiver } from '../receiver';
import { answer } from '../receiver';
import type { Work } from '../work';
import { newActivity } from '../work';
import type { TestApi } from '../wrm';
import type { Asked } from './operations';

/** What the holes of a path and of a body stand for, by their names. */
export type References = Readonly<Record<string, string>>;

/** What situations are made with. */
export interface Means {
  api: TestApi;
  work: Work;
  /** Where the subscription of a situation leads. */
  receiver: Receiver;
}

/** Makes what the operation needs, through the API itself. */
export async function situationOf({ title, path, body }: Asked, means: Means): Promise<References> {
  const { api, work } = means;
  const text = `${path} ${JSON.stringify(body)}`;
  const needs = (...holes: string[]): boolean => holes.some((hole) => text.includes(`{${hole}}`));
  return {
    activityTypeName: 'Install',
    ...(needs('taskId', 'activityId', 'notificationId', 'deliveryId') && (await task(title, api, work))),
    ...(needs('bookingId', 'scheduleId') && (await booking(title, api))),
    ...(needs('subscriberId') && (await subscriber(title, means))),
    ...(needs('clientId') && (await client(api))),
    ...(needs('campaignId') && (await campaign(api))),
    ...(needs('partyId') && (await party(title, api))),
  };
}

const scheduleId = 'SCH-AKL-N-1';

/** A task in the state in which the event or the trigger can be told of it. */
async function task(title: string, api: TestApi, work: Work): Promise<References> {
  const isNew = title.endsWith(' AcceptTaskEvent');
  const said = title.includes('ByWorkRequestor') ? { activities: [newActivity('ACT-1', { scheduleId })] } : {};
  const made = await (isNew ? work.task() : work.accepted(said));
  if (/Resume/.test(title)) await work.post('requestor', 'PutOnHoldTaskEvent', { id: made.id });
  if (/Outcomes|CloseTask/.test(title)) {
    await work.report(made, 'Active', 'OnSite');
    await work.report(made, 'Active', 'PracticalCompletion');
  }
  if (!title.includes('{')) return { taskId: made.id, activityId: made.activity };
  const [notification] = await work.inbox('requestor', made.id);
  const deliveries = await api.as('requestor').get(`/subscribers/122/deliveries?taskId=${made.id}`);
  return {
    taskId: made.id,
    notificationId: String(notification!['notificationId']),
    deliveryId: String(deliveries.body.items[0].deliveryId),
  };
}

/** A booking on a schedule of its own, confirmed unless that is what is asked, or a task is to have it. */
async function booking(title: string, api: TestApi): Promise<References> {
  const { scheduleId, slots } = await capacity(api, fulfil, 1, 50);
  const { startDateTime, endDateTime } = slots[0]!;
  const window = { requestedStartDateTime: startDateTime, requestedEndDateTime: endDateTime };
  const reserved = await reserve(api, { scheduleId, campaignId: 'CMP-1', ...fulfil, ...window });
  const { bookingId } = reserved;
  const stays = /confirm|CreateTask/.test(title);
  if (!stays) await api.as('requestor').post(`/appointments/${bookingId}/confirm`, confirmFulfil(reserved));
  return { scheduleId, bookingId };
}

interface Subscription {
  subscriberId: string;
  status: string;
  previousSecretExpiresDateTime: string | null;
  pendingWebhookUrl?: string;
}

/** A subscription in the state in which it can be asked: that of the last situation where it still is as it was. */
async function subscriber(title: string, { api, receiver }: Means): Promise<References> {
  const requestor = api.as('requestor');
  const wanted = { verify: 'PendingVerification', resume: 'Suspended' }[title.split('/').at(-1)!] ?? 'Verified';
  const live = (await requestor.get('/subscribers?limit=200')).body.items as Subscription[];
  const known = live.find(
    (one) => one.status === wanted && one.previousSecretExpiresDateTime === null && !one.pendingWebhookUrl,
  );
  if (known) return { subscriberId: known.subscriberId };
  for (const { subscriberId } of live)
    if (subscriberId !== '122') await requestor.delete(`/subscribers/${subscriberId}`);
  const { secret: secretKey, url: webhookUrl } = receiver;
  receiver.echoes(wanted === 'PendingVerification' ? (response) => response.writeHead(500).end() : undefined);
  const { subscriberId } = (await requestor.post('/subscribers', { webhookUrl, secretKey })).body;
  await allDue(api);
  if (wanted === 'Suspended') {
    receiver.answers(answer(410));
    await requestor.post(`/subscribers/${subscriberId}/ping`);
    await allDue(api);
    receiver.answers(answer(204));
  }
  return { subscriberId };
}

/** Challenges and deliveries that are due have been sent when the clock answers. */
const allDue = (api: TestApi): Promise<unknown> => api.as('nobody').put('/sandbox/clock', { advance: 'PT0S' });

async function client(api: TestApi): Promise<References> {
  const { body } = await api.as('admin').post('/admin/clients', { clientId: randomUUID(), partyId: 'LINEWORKS' });
  return { clientId: body.clientId, secretId: body.secretId };
}

/** A party of its own; where its simulation is asked for or ended, it has one. */
async function party(title: string, api: TestApi): Promise<References> {
  const admin = api.as('admin');
  const { body } = await admin.post('/admin/parties', { id: randomUUID(), name: 'A party', role: 'supplier' });
  if (/^(GET|DELETE) \/trigger/.test(title)) {
    await admin.put(`/trigger/simulated-suppliers/${body.id}`, { scenario: 'silent' });
  }
  return { partyId: body.id };
}

async function campaign(api: TestApi): Promise<References> {
  const { body } = await api.as('admin').post('/admin/campaigns', {
    campaignId: randomUUID(),
    name: 'A campaign',
    workTypes: ['FibreConnect'],
    workSupplierId: 'FIELDWORKS',
    from: '2026-01-01T00:00:00Z',
    to: '2027-01-01T00:00:00Z',
  });
  return { campaignId: body.campaignId };
}

/** A path or a text with what its holes stand for; `{fresh}` and `{uuid}` are new each time. What is not known stays. */
export const filled = (text: string, references: References): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    if (name === 'uuid') return randomUUID();
    return name === 'fresh' ? randomUUID().slice(0, 8) : (references[name] ?? hole);
  });

import { randomUUID } from 'node:crypto';
import { capacity, confirmFulfil, fulfil, reserve } from '../bookings';
import type { Work } from '../work';
import type { TestApi } from '../wrm';
import type { Asked } from './operations';

/** What the holes of a path and of a body stand for, by their names. */
export type References = Readonly<Record<string, string>>;

/** Makes what the operation needs, through the API itself. */
export async function situationOf({ title, path, body }: Asked, api: TestApi, work: Work): Promise<References> {
  const text = `${path} ${JSON.stringify(body)}`;
  const needs = (...holes: string[]): boolean => holes.some((hole) => text.includes(`{${hole}}`));
  return {
    partyId: 'LINEWORKS',
    activityTypeName: 'Install',
    ...(needs('taskId', 'activityId', 'notificationId', 'deliveryId') && (await task(title, api, work))),
    ...(needs('bookingId', 'scheduleId') && (await booking(title, api))),
    ...(needs('subscriberId') && (await subscriber(api))),
    ...(needs('clientId') && (await client(api))),
    ...(needs('campaignId') && (await campaign(api))),
    ...(path.startsWith('/admin/parties/') && (await party(api))),
  };
}

/** A task in the state in which the event or the trigger can be told of it. */
async function task(title: string, api: TestApi, work: Work): Promise<References> {
  const isNew = title.endsWith(' AcceptTaskEvent');
  const made = await (isNew ? work.task() : work.accepted());
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

/** A party has ten subscriptions at most, so the one of the last situation goes. */
async function subscriber(api: TestApi): Promise<References> {
  const requestor = api.as('requestor');
  const live = (await requestor.get('/subscribers?limit=200')).body.items as { subscriberId: string }[];
  for (const { subscriberId } of live)
    if (subscriberId !== '122') await requestor.delete(`/subscribers/${subscriberId}`);
  const secretKey = 'wrm-demo-secret-0123456789abcdef';
  const made = await requestor.post('/subscribers', { webhookUrl: `http://127.0.0.1:9/${randomUUID()}`, secretKey });
  return { subscriberId: String(made.body.subscriberId) };
}

async function client(api: TestApi): Promise<References> {
  const { body } = await api.as('admin').post('/admin/clients', { clientId: randomUUID(), partyId: 'LINEWORKS' });
  return { clientId: body.clientId, secretId: body.secretId };
}

async function party(api: TestApi): Promise<References> {
  const { body } = await api
    .as('admin')
    .post('/admin/parties', { id: randomUUID(), name: 'A party', role: 'supplier' });
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

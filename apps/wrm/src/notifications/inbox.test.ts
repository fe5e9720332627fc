import { prepared } from '@switchyard/db';
import { work } from '../testing/work';
import { wrm } from '../testing/wrm';

const api = wrm();
const given = work(api);

type Item = Record<string, unknown> & { sequence: number };
const list = async (who: 'requestor' | 'supplier-a' | 'supplier-b' | 'admin', query = '') =>
  (await api.as(who).get(`/notifications?${query}`)).body as { items: Item[]; nextCursor: string | null };

let taskId: string;
let cancellation: string;

beforeAll(async () => {
  await api.db().reader().rows(prepared('test-quiet', `update subscriber set status = 'Deleted' where id = '124'`));
  const task = await given.accepted();
  taskId = task.id;
  await given.post('supplier-a', 'UpdateTaskAssetsEvent', { id: taskId, assets: [] });
  const reply = await given.post('requestor', 'CancelTaskEvent', { id: taskId });
  cancellation = reply.body.notificationId;
});

describe('GET /notifications', () => {
  it('lists what a party has posted and is sent, and nothing of others', async () => {
    const kinds = ({ items }: { items: Item[] }) =>
      items.map(({ direction, notificationType }) => `${direction} ${notificationType}`);
    expect(kinds(await list('requestor'))).toEqual([
      'inbound CreateTaskEvent',
      'outbound AcceptTaskNotify',
      'outbound UpdateTaskAssetsNotify',
      'inbound CancelTaskEvent',
      'outbound CloseTaskNotify',
    ]);
    expect(kinds(await list('supplier-a'))).toEqual([
      'outbound CreateTaskNotify',
      'inbound AcceptTaskEvent',
      'inbound UpdateTaskAssetsEvent',
      'outbound CancelTaskNotify',
      'outbound CloseTaskNotify',
    ]);
    expect(kinds(await list('supplier-b'))).toEqual([]);
    expect((await list('admin')).items).toHaveLength(10);
  });

  test.each<[string, () => string, number]>([
    ['direction', () => 'direction=outbound', 3],
    ['type', () => 'notificationType=CloseTaskNotify', 1],
    ['task', () => `taskId=${taskId}`, 5],
    ['another task', () => 'taskId=WRM-9999999999', 0],
    ['link, in any case', () => `linkedNotificationId=${cancellation.toUpperCase()}`, 1],
    ['subscription', () => 'subscriberId=122', 5],
    ['subscription of another party', () => 'subscriberId=123', 0],
    ['time from', () => 'from=2026-02-02T01:00:00Z', 5],
    ['time to', () => 'to=2026-02-02T01:00:00Z', 0],
    ['all of it', () => `direction=inbound&notificationType=CancelTaskEvent&taskId=${taskId}&subscriberId=122`, 1],
  ])('is narrowed by %s', async (_, query, count) => {
    expect((await list('requestor', query())).items).toHaveLength(count);
  });

  it('is an inbox: what comes after a sequence, page by page', async () => {
    const { items } = await list('supplier-a', 'direction=outbound');
    const later = await list('supplier-a', `direction=outbound&after=${items[0]!.sequence}`);
    expect(later.items).toEqual(items.slice(1));
    const page = await list('supplier-a', `direction=outbound&limit=2`);
    const next = await list('supplier-a', `direction=outbound&limit=2&cursor=${page.nextCursor}`);
    expect([page.items, next.items, next.nextCursor]).toEqual([items.slice(0, 2), items.slice(2), null]);
  });

  it('keeps what is for a party without a subscription', async () => {
    const { id } = await given.task({ allocation: { workSupplier: { id: 'LINEWORKS' } } });
    expect((await list('supplier-b', `taskId=${id}`)).items).toMatchObject([
      { notificationType: 'CreateTaskNotify', body: { subscriberId: null, task: { id } } },
    ]);
  });

  it('names every wrong parameter', async () => {
    const query = 'direction=up&notificationType=Nothing&from=soon&to=later&after=-1&limit=0&cursor=abc';
    const { status, body } = await api.as('requestor').get(`/notifications?${query}`);
    expect([status, body.responseCode]).toEqual([400, 'WRM-400-03']);
    expect(body.errors.flatMap(({ attributes }: { attributes: string[] }) => attributes).sort()).toEqual([
      'after',
      'cursor',
      'direction',
      'from',
      'limit',
      'notificationType',
      'to',
    ]);
  });

  it('is a document of JSON:API too', async () => {
    const reply = await api.as('supplier-a').get('/notifications?limit=1', { Accept: 'application/vnd.api+json' });
    expect(reply.body).toMatchObject({
      data: [
        {
          type: 'notifications',
          attributes: { notificationType: 'CreateTaskNotify' },
          relationships: { task: { data: { type: 'tasks', id: taskId } } },
        },
      ],
      links: { next: expect.stringContaining('cursor=') },
    });
  });
});

describe('GET /notifications/{notificationId}', () => {
  it('shows what was answered to an event, and the deliveries of a notification', async () => {
    const posted = await api.as('requestor').get(`/notifications/${cancellation.toUpperCase()}`);
    expect(posted.body).toMatchObject({
      direction: 'inbound',
      body: { notificationType: 'CancelTaskEvent' },
      result: { status: 'Accepted', task: { id: taskId } },
      deliveries: [],
    });
    const [sent] = (await list('supplier-a', 'notificationType=CloseTaskNotify')).items;
    const shown = await api.as('supplier-a').get(`/notifications/${sent!.notificationId}`);
    expect(shown.body).toMatchObject({
      result: null,
      deliveries: [{ subscriberId: '123', taskId, sequence: 3, status: 'Held', notificationType: 'CloseTaskNotify' }],
    });
    const document = await api
      .as('supplier-a')
      .get(`/notifications/${sent!.notificationId}`, { Accept: 'application/vnd.api+json' });
    expect(document.body.data.relationships.deliveries.data).toHaveLength(1);
  });

  it('does not show those of another party, nor what does not exist', async () => {
    for (const id of [cancellation, '00000000-0000-4000-8000-000000000000', 'x']) {
      expect(await api.as('supplier-a').get(`/notifications/${id}`)).toMatchObject({
        status: 404,
        body: { responseCode: 'WRM-404-04' },
      });
    }
  });
});

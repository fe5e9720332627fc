import { prepared } from '@switchyard/db';
import { newActivity, work } from '../testing/work';
import { notificationId, wrm } from '../testing/wrm';

const api = wrm();
const given = work(api);

const counts = prepared<{
  notifications: number;
  history: number;
  deliveries: number;
  versions: number;
  numbers: number;
}>(
  'test-stored',
  `select (select count(*) from notification) as notifications, (select count(*) from task_history) as history,
     (select count(*) from webhook_delivery) as deliveries, (select sum(version) from task) as versions,
     (select last_value from task_number) as numbers`,
);
const stored = () => api.db().reader().first(counts);

const acceptance = (id: string) => ({
  notificationType: 'AcceptTaskEvent',
  notificationId: notificationId(),
  notificationDateTime: '2026-02-03T00:01:00Z',
  linkedNotificationId: 'x',
  subscriberId: '123',
  task: { id, allocation: { supplierAccepted: true } },
});

describe('an event that is posted again', () => {
  it('gets the first answer, whatever the order of its keys, and has no effect', async () => {
    const { id } = await given.task();
    const body = acceptance(id);
    const first = await api.as('supplier-a').post('/notifications', body);
    const before = await stored();
    const again = Object.fromEntries(Object.entries(body).reverse());
    const second = await api.as('supplier-a').post('/notifications', again, { 'Idempotency-Key': 'ignored' });
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(await stored()).toEqual(before);
  });

  it('is another one when its body differs', async () => {
    const { id } = await given.task();
    const body = acceptance(id);
    await api.as('supplier-a').post('/notifications', body);
    const reply = await api.as('supplier-a').post('/notifications', { ...body, linkedNotificationId: 'y' });
    expect([reply.status, reply.body.responseCode]).toEqual([409, 'WRM-409-01']);
  });

  it('can be posted by another party under the same id', async () => {
    const { id } = await given.task();
    const body = acceptance(id);
    await api.as('supplier-a').post('/notifications', body);
    const reply = await given.post('requestor', 'PutOnHoldTaskEvent', { id }, { notificationId: body.notificationId });
    expect(reply.status).toBe(200);
  });

  it('is new after it was refused', async () => {
    const { id } = await given.task();
    const body = acceptance(id);
    const refused = { ...body, task: { ...body.task, id: 'WRM-9999999999' } };
    expect((await api.as('supplier-a').post('/notifications', refused)).status).toBe(404);
    expect((await api.as('supplier-a').post('/notifications', body)).status).toBe(200);
  });

  it('waits for the first when both come at once', async () => {
    const { id } = await given.task();
    const body = acceptance(id);
    const replies = await Promise.all([1, 2, 3, 4, 5].map(() => api.as('supplier-a').post('/notifications', body)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(replies.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  });
});

describe('events at once', () => {
  it('are applied to a task one after the other: one of two acceptances is refused', async () => {
    const { id } = await given.task();
    const replies = await Promise.all([1, 2].map(() => api.as('supplier-a').post('/notifications', acceptance(id))));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('number versions, history and notifications without a gap', async () => {
    const { id } = await given.accepted();
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        given.post('supplier-a', 'UpdateTaskSupplementaryReferencesEvent', {
          id,
          supplementaryReferences: [{ referenceType: 'Permit', referenceId: String(index) }],
        }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(12).fill(200));
    const sequences = await api
      .db()
      .reader()
      .rows(
        prepared<{ sequence: number; at: number }>(
          'test-sequences',
          `select task_sequence as sequence, sequence as at from notification
           where task_id = $1 and party_id = 'NETCO' and direction = 'outbound' order by task_sequence`,
        ),
        [id],
      );
    expect(sequences.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    expect(sequences.map(({ at }) => at)).toEqual(sequences.map(({ at }) => at).sort((a, b) => a - b));
    const history = await api.as('requestor').get(`/tasks/${id}/history`);
    expect(history.body.items.map(({ sequence }: { sequence: number }) => sequence)).toEqual(
      Array.from({ length: 14 }, (_, index) => index + 1),
    );
    expect((await api.as('requestor').get(`/tasks/${id}`)).body.version).toBe(14);
  });

  it('make only one task of the same work', async () => {
    const product = { instanceId: 'PI-RACE', id: 'NGA' };
    const replies = await Promise.all(
      ['R-1', 'R-2', 'R-3', 'R-4'].map((externalReference) =>
        given.post('requestor', 'CreateTaskEvent', {
          externalReference,
          taskType: 'Fulfil',
          workType: 'FibreConnect',
          product,
          site: {
            address: { street: 'Kauri Lane', city: 'Auckland' },
            locations: [{ locationId: '300112233', locationIdType: 'TLC' }],
          },
          activities: [newActivity('ACT-1')],
        }),
      ),
    );
    expect(replies.map(({ body }) => body.responseCode ?? body.status).sort()).toEqual([
      '01013',
      '01013',
      '01013',
      'Accepted',
    ]);
  });
});

describe('a dry run', () => {
  it('tells what would come of it, and stores nothing', async () => {
    const { id } = await given.task();
    const before = await stored();
    const body = acceptance(id);
    const reply = await api.as('supplier-a').post('/notifications?dryRun=true', body);
    expect(reply).toMatchObject({
      status: 200,
      body: { status: 'WouldBeAccepted', task: { id, status: { status: 'InProgress' }, version: 2 } },
    });
    expect(await stored()).toEqual(before);
    expect((await api.as('supplier-a').post('/notifications', body)).body.status).toBe('Accepted');
  });

  it('of a creation uses up no number', async () => {
    const before = await stored();
    const reply = await given.post(
      'requestor',
      'CreateTaskEvent',
      {
        externalReference: 'DRY-1',
        taskType: 'Assure',
        workType: 'REMI',
        site: {
          address: { street: 'Kauri Lane', city: 'Auckland' },
          locations: [{ locationId: 'CP-0001', locationIdType: 'CONNECTIONPOINT' }],
        },
        activities: [newActivity('ACT-1')],
      },
      {},
      '?dryRun=true',
    );
    expect(reply).toMatchObject({ status: 200, body: { task: { id: 'WRM-0000000000' } } });
    expect(await stored()).toEqual(before);
  });

  it('is refused as the event itself would be', async () => {
    const { id } = await given.task();
    const reply = await given.post('supplier-a', 'UpdateTaskAssetsEvent', { id }, {}, '?dryRun=true');
    expect(reply.body.responseCode).toBe('WRM-400-01');
    const unclear = await given.post('supplier-a', 'UpdateTaskAssetsEvent', { id, assets: [] }, {}, '?dryRun=maybe');
    expect(unclear).toMatchObject({ status: 400, body: { responseCode: 'WRM-400-03' } });
  });
});

describe('linkedNotificationId', () => {
  it('is only warned of where it names nothing of the task', async () => {
    const { id } = await given.task();
    const [told] = await given.inbox('supplier-a', id);
    const link = (linkedNotificationId: unknown) =>
      given.post('supplier-a', 'UpdateTaskAssetsEvent', { id, assets: [] }, { linkedNotificationId });
    expect((await link('nothing')).body.warnings).toMatchObject([{ code: 'UNKNOWN_LINK' }]);
    expect((await link(String(told!.notificationId).toUpperCase())).body.warnings).toEqual([]);
  });
});

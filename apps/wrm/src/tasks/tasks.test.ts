import { newActivity, work } from '../testing/work';
import { wrm } from '../testing/wrm';

const api = wrm();
const given = work(api);

const HOUR = 3_600_000;
let first: string;
let second: string;
let third: string;

beforeAll(async () => {
  const start = api.clock().now();
  const one = await given.accepted({ externalReference: 'ORD-A', product: { instanceId: 'PI-1', id: 'NGA' } });
  first = one.id;
  api.clock().set(new Date(start.getTime() + HOUR));
  second = (await given.task({ externalReference: 'ORD-B' })).id;
  api.clock().set(new Date(start.getTime() + 2 * HOUR));
  third = (
    await given.task({
      externalReference: 'ORD-C',
      allocation: { workSupplier: { id: 'LINEWORKS' } },
      taskType: 'Assure',
      workType: 'REMI',
      activities: [newActivity('ACT-1')],
    })
  ).id;
  api.clock().set(new Date(start.getTime() + 3 * HOUR));
  await given.report(one, 'Active', 'OnSite');
  api.clock().set(start);
});

type Who = 'requestor' | 'supplier-a' | 'supplier-b' | 'admin';
const ids = async (who: Who, query = ''): Promise<string[]> =>
  (await api.as(who).get(`/tasks?${query}`)).body.items.map(({ id }: { id: string }) => id);

describe('GET /tasks', () => {
  it('lists the tasks in sight, oldest first, with their activities in short', async () => {
    expect(await ids('requestor')).toEqual([first, second, third]);
    expect(await ids('supplier-a')).toEqual([first, second]);
    expect(await ids('supplier-b')).toEqual([third]);
    expect(await ids('admin')).toEqual([first, second, third]);
    const { items } = (await api.as('requestor').get('/tasks?limit=1')).body;
    expect(items).toMatchObject([
      {
        externalReference: 'ORD-A',
        workSupplier: { id: 'FIELDWORKS' },
        activities: [{ id: `${first}-01`, activityType: 'Install', status: { category: 'Active', state: 'OnSite' } }],
      },
    ]);
  });

  test.each<[string, () => string[]]>([
    ['status=Allocation', () => [second, third]],
    ['status=Allocation&substate=Sent', () => [second, third]],
    ['substate=OnHold', () => []],
    ['taskType=Assure', () => [third]],
    ['workType=FibreConnect', () => [first, second]],
    ['workSupplierId=LINEWORKS', () => [third]],
    ['externalReference=ORD-B', () => [second]],
    ['productInstanceId=PI-1', () => [first]],
    ['activityCategory=Open', () => [second, third]],
    ['activityState=OnSite', () => [first]],
    ['activityCategory=Open&activityState=OnSite', () => []],
    ['createdFrom=2026-02-02T02:00:00Z', () => [second, third]],
    ['createdTo=2026-02-02T02:00:00Z', () => [first]],
    ['updatedSince=2026-02-02T03:00:00Z', () => [first, third]],
    ['sort=-updatedDateTime', () => [first, third, second]],
    ['sort=-updatedDateTime&status=Allocation', () => [third, second]],
  ])('is narrowed and sorted by %s', async (query, wanted) => {
    expect(await ids('requestor', query)).toEqual(wanted());
  });

  test.each(['createdDateTime', '-updatedDateTime'])('goes page by page in the order of %s', async (sort) => {
    const whole = await ids('requestor', `sort=${sort}`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { items, nextCursor }: { items: { id: string }[]; nextCursor: string | null } = (
        await api.as('requestor').get(`/tasks?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`)
      ).body;
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(seen).toEqual(whole);
  });

  it('names every wrong parameter', async () => {
    const query =
      'status=x&substate=x&taskType=x&workType=x&activityCategory=x&activityState=x&createdFrom=x&sort=x&limit=x';
    const { status, body } = await api.as('requestor').get(`/tasks?${query}`);
    expect([status, body.responseCode, body.errors.length]).toEqual([400, 'WRM-400-03', 9]);
  });

  it('is a document of JSON:API too, with the activities where they are asked for', async () => {
    const json = { Accept: 'application/vnd.api+json' };
    const { body } = await api.as('requestor').get('/tasks?externalReference=ORD-A&include=activities', json);
    expect(body).toMatchObject({
      data: [{ type: 'tasks', id: first, relationships: { work_supplier: { data: { id: 'FIELDWORKS' } } } }],
      included: [{ type: 'activities', id: `${first}-01` }],
    });
  });
});

describe('GET /tasks/{taskId}', () => {
  it('tells the version as its tag, and nothing when that is known', async () => {
    const reply = await api.as('requestor').get(`/tasks/${first}`);
    expect([reply.status, reply.headers.get('etag')]).toEqual([200, '"3"']);
    for (const known of ['"3"', 'W/"3"', '"1", "3"', '*']) {
      for (const accept of ['application/json', 'application/vnd.api+json']) {
        const headers = { 'If-None-Match': known, Accept: accept };
        const same = await api.as('requestor').get(`/tasks/${first}`, headers);
        expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', '"3"']);
      }
    }
    expect((await api.as('requestor').get(`/tasks/${first}`, { 'If-None-Match': '"2"' })).status).toBe(200);
  });

  it('tells what the caller can post next', async () => {
    const allowed = async (who: Who) =>
      (await api.as(who).get(`/tasks/${second}`)).headers.get('x-wrm-allowed-events')?.split(',');
    expect(await allowed('supplier-a')).toEqual(expect.arrayContaining(['AcceptTaskEvent', 'RejectTaskEvent']));
    expect(await allowed('requestor')).not.toContain('AcceptTaskEvent');
    expect(await allowed('admin')).toBeUndefined();
  });

  it('gives the members that are wanted, and their names when there is another', async () => {
    const { body } = await api.as('requestor').get(`/tasks/${first}?fields=status,version`);
    expect(Object.keys(body).sort()).toEqual(['id', 'status', 'version']);
    expect(await api.as('requestor').get(`/tasks/${first}?fields=status,requestorId`)).toMatchObject({
      status: 400,
      body: { responseCode: 'WRM-400-03', errors: [{ attributes: ['fields'] }] },
    });
    const json = { Accept: 'application/vnd.api+json' };
    expect((await api.as('requestor').get(`/tasks/${first}?fields=version`, json)).body.data).toEqual({
      type: 'tasks',
      id: first,
      attributes: { version: 3 },
    });
  });

  it('is out of sight of others, as if it did not exist', async () => {
    for (const path of [`/tasks/${first}`, `/tasks/${first}/history`, '/tasks/WRM-9999999999']) {
      expect(await api.as('supplier-b').get(path)).toMatchObject({ status: 404, body: { responseCode: 'WRM-404-02' } });
    }
  });
});

describe('GET /tasks/{taskId}/history', () => {
  it('tells every event and what it changed, page by page', async () => {
    const { items, nextCursor } = (await api.as('supplier-a').get(`/tasks/${first}/history?limit=2`)).body;
    expect(items).toMatchObject([
      { sequence: 1, notificationType: 'CreateTaskEvent', partyId: 'NETCO' },
      { sequence: 2, notificationType: 'AcceptTaskEvent', partyId: 'FIELDWORKS' },
    ]);
    const rest = (await api.as('supplier-a').get(`/tasks/${first}/history?cursor=${nextCursor}`)).body;
    expect(rest).toMatchObject({
      items: [
        {
          sequence: 3,
          receivedDateTime: '2026-02-02T04:00:00.000Z',
          changes: expect.arrayContaining([{ path: 'activities[0].status.state', from: 'Accepted', to: 'OnSite' }]),
        },
      ],
      nextCursor: null,
    });
    const json = { Accept: 'application/vnd.api+json' };
    const { body } = await api.as('supplier-a').get(`/tasks/${first}/history`, json);
    expect(body.data[0]).toMatchObject({ type: 'history-entries', id: `${first}/1` });
  });

  it('takes no cursor of another list', async () => {
    const { nextCursor } = (await api.as('requestor').get('/tasks?limit=1')).body;
    expect((await api.as('requestor').get(`/tasks/${first}/history?cursor=${nextCursor}`)).status).toBe(400);
  });
});

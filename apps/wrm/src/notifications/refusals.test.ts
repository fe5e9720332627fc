import type { EventType } from '@switchyard/domain/wrm';
import type { TestReply } from '@switchyard/testing';
import type { MadeTask } from '../testing/work';
import { exampleOf, geoTag, newActivity, work } from '../testing/work';
import { notificationId, wrm } from '../testing/wrm';

const api = wrm();
const given = work(api);

/** What a refusal is about: status, code, and object, reason and attributes of every fault. */
const told = ({ status, body }: TestReply): unknown => [
  status,
  body.responseCode,
  ...body.errors.map(({ object, reason, attributes }: Record<string, unknown>) => [object, reason, attributes]),
];

const create = (said: object) => {
  const { product: _product, ...usual } = exampleOf('CreateTaskEvent').task;
  const task = { ...usual, externalReference: notificationId(), activities: [newActivity('ACT-1')], ...said };
  return given.post('requestor', 'CreateTaskEvent', task);
};

const status = (task: MadeTask, ...said: object[]) =>
  given.post('supplier-a', 'UpdateTaskActivityStatusEvent', {
    id: task.id,
    activities: said.map((each) => ({ id: task.activity, status: each })),
  });

describe('the form of an event', () => {
  let task: MadeTask;
  beforeAll(async () => {
    task = await given.accepted();
  });

  it('is told with every failure at once', async () => {
    const reply = await api.as('supplier-a').post('/notifications', {
      notificationType: 'UpdateTaskActivityStatusEvent',
      notificationId: 'not-a-guid',
      subscriberId: '123',
      colour: 'red',
      task: {
        id: task.id,
        activities: [{ id: task.activity, status: { category: 'Active', state: 'OnSite', note: 'x'.repeat(5_001) } }],
      },
    });
    expect(told(reply)).toEqual([
      400,
      'WRM-400-01',
      ['notification', 'additionalProperties', ['colour']],
      ['notification', 'format', ['notificationId']],
      ['notification', 'missing', ['notificationDateTime']],
      ['notification', 'missing', ['linkedNotificationId']],
      ['task.activities[0].status', 'maxLength', ['note']],
      ['task.activities[0].status', 'missing', ['geoTag']],
    ]);
  });

  test.each<[string, object, string, string, string[]]>([
    ['a note of 5,001 characters', { note: 'x'.repeat(5_001) }, '.status', 'maxLength', ['note']],
    ['a latitude out of range', { geoTag: { ...geoTag, latitude: -90.1 } }, '.status.geoTag', 'type', ['latitude']],
    ['a longitude out of range', { geoTag: { ...geoTag, longitude: 180.5 } }, '.status.geoTag', 'type', ['longitude']],
    ['an unknown member', { mood: 'good' }, '.status', 'additionalProperties', ['mood']],
    ['a closing category', { category: 'Closed', state: 'Completed' }, '.status', 'enum', ['category', 'state']],
    ['a state of another category', { category: 'Open', state: 'OnSite' }, '.status', 'enum', ['state']],
    ['null where nothing can be cleared', { note: null }, '.status', 'type', ['note']],
  ])('is refused for %s', async (_, said, object, reason, attributes) => {
    const reply = await status(task, { category: 'Active', state: 'OnSite', geoTag, ...said });
    expect([reply.status, reply.body.responseCode]).toEqual([400, 'WRM-400-01']);
    for (const attribute of attributes) {
      expect(reply.body.errors).toContainEqual(
        expect.objectContaining({ object: `task.activities[0]${object}`, reason, attributes: [attribute] }),
      );
    }
  });

  it('takes a note of 5,000 characters, whatever they are', async () => {
    const reply = await status(task, { category: 'Open', state: 'Delayed', note: '😀'.repeat(5_000) });
    expect(reply.status).toBe(200);
  });

  it('is refused for an activity that is named twice', async () => {
    const one = { category: 'Open', state: 'Delayed' };
    expect(told(await status(task, one, one))).toEqual([
      400,
      'WRM-400-01',
      ['task.activities[1]', 'duplicate', ['id']],
    ]);
  });

  test.each<[string, unknown, number, string]>([
    ['an unknown type', { notificationType: 'DanceEvent' }, 400, 'WRM-400-01'],
    ['no type at all', {}, 400, 'WRM-400-01'],
    ['a list', [], 400, 'WRM-400-01'],
    ['a text', 'hello', 400, 'WRM-400-02'],
  ])('is refused for %s', async (_, body, wanted, code) => {
    const reply = await api.as('requestor').post('/notifications', body);
    expect([reply.status, reply.body.responseCode]).toEqual([wanted, code]);
  });

  it('is refused when rejection lacks its reason or contradicts its type', async () => {
    const allocation = { supplierAccepted: true };
    expect(told(await given.post('supplier-a', 'RejectTaskEvent', { id: task.id, allocation }))).toEqual([
      400,
      'WRM-400-01',
      ['task.allocation', 'enum', ['supplierAccepted']],
      ['task.allocation', 'missing', ['rejectReason']],
    ]);
  });
});

describe('who posts', () => {
  it('is a party of the role that the type is for', async () => {
    const task = await given.task();
    const reply = await given.post('requestor', 'AcceptTaskEvent', { id: task.id });
    expect(told(reply)).toEqual([403, 'WRM-403-02', ['notification', 'enum', ['notificationType']]]);
  });

  it('is no operator', async () => {
    const reply = await api.as('admin').post('/notifications', exampleOf('CancelTaskEvent'));
    expect([reply.status, reply.body.responseCode]).toEqual([403, 'WRM-403-01']);
  });

  test.each(['999', '124'])('names a subscription of its own, not %s', async (subscriberId) => {
    const task = await given.task();
    const reply = await given.post('supplier-a', 'AcceptTaskEvent', accepting(task), { subscriberId });
    expect(told(reply)).toEqual([403, 'WRM-403-04', ['notification', 'reference', ['subscriberId']]]);
  });

  it('does not see the task of another', async () => {
    const task = await given.task();
    const foreign = await given.post('supplier-b', 'AcceptTaskEvent', accepting(task));
    const unknown = await given.post('supplier-b', 'AcceptTaskEvent', accepting({ ...task, id: 'WRM-9999999999' }));
    expect([foreign.status, foreign.body.responseCode]).toEqual([404, 'WRM-404-02']);
    expect([unknown.status, unknown.body.responseCode]).toEqual([404, 'WRM-404-02']);
  });
});

const accepting = ({ id }: { id: string }) => ({ id, allocation: { supplierAccepted: true } });
const files = (owner: string, fileName = 'plan.pdf') => [
  { fileName, owner, mediaType: 'pdf', fileSize: 1, fileAttachmentUri: 'https://files.example/plan.pdf' },
];

describe('the creation of a task', () => {
  test.each<[string, () => object, unknown[]]>([
    [
      '01014',
      () => ({ activities: [newActivity('A', { appointmentTime: '2026-02-04T19:00:00Z' })] }),
      [422, '01014', ['task.activities[0].schedule', 'missing', ['scheduleId']]],
    ],
    [
      '01015',
      () => ({ activities: [newActivity('A', { campaignId: 'CMP-9' })] }),
      [422, '01015', ['task.activities[0].schedule', 'reference', ['campaignId']]],
    ],
    [
      '01016',
      () => ({ allocation: { workSupplier: { id: 'NETCO' } } }),
      [422, '01016', ['task.allocation.workSupplier', 'reference', ['id']]],
    ],
    ['01017', () => ({ taskType: 'Assure' }), [422, '01017', ['task', 'enum', ['taskType', 'workType']]]],
    [
      '01018',
      () => ({ activities: [newActivity('A', { scheduleId: 'SCH-9' })] }),
      [422, '01018', ['task.activities[0].schedule', 'reference', ['scheduleId']]],
    ],
    [
      '010120',
      () => ({ activities: [newActivity('A', { earliestStart: '2026-02-04T19:00:00Z' })] }),
      [422, '010120', ['task.activities[0].schedule', 'anyOf', ['earliestStart', 'latestEnd']]],
    ],
    [
      'WRM-422-06',
      () => ({ activities: [newActivity('A', { appointmentBookingId: 'BKG-9999999999' })] }),
      [422, 'WRM-422-06', ['task.activities[0].schedule', 'reference', ['appointmentBookingId']]],
    ],
    [
      'WRM-422-07',
      () => ({ activities: [newActivity('A', { workDivision: 'North' })] }),
      [422, 'WRM-422-07', ['task.activities[0].schedule', 'additionalProperties', ['workDivision']]],
    ],
    [
      'WRM-403-03',
      () => ({ fileAttachments: files('FIELDWORKS') }),
      [403, 'WRM-403-03', ['task.fileAttachments', 'reference', ['plan.pdf']]],
    ],
  ])('is refused with %s', async (_, said, wanted) => {
    expect(told(await create(said()))).toEqual(wanted);
  });

  it('tells every broken rule at once, each under its code', async () => {
    const reply = await create({
      taskType: 'Assure',
      allocation: { workSupplier: { id: 'NOBODY' } },
      activities: [newActivity('A', { scheduleId: 'SCH-9', appointmentBookingId: 'BKG-9999999999' })],
    });
    expect(reply.body.errors.map(({ responseCode }: { responseCode: string }) => responseCode)).toEqual([
      '01016',
      '01018',
      'WRM-422-06',
      '01017',
    ]);
  });

  it('is refused for work, or a reference, that an open task has; not after that is closed', async () => {
    const product = { instanceId: 'PI-TWIN', id: 'NGA' };
    const first = await given.task({ product, externalReference: 'ORD-TWIN' });
    expect(told(await create({ product, externalReference: 'ORD-TWIN' }))).toEqual([
      409,
      '01013',
      ['task.product', 'duplicate', ['instanceId']],
      ['task', 'duplicate', ['externalReference']],
    ]);
    expect((await create({ externalReference: 'ORD-TWIN' })).body.responseCode).toBe('WRM-409-08');
    await given.post('requestor', 'CancelTaskEvent', { id: first.id });
    expect((await create({ product, externalReference: 'ORD-TWIN' })).status).toBe(200);
  });
});

type Step = (task: MadeTask) => Promise<TestReply>;
const says =
  (who: 'requestor' | 'supplier-a', type: EventType, said: (task: MadeTask) => object = () => ({})): Step =>
  (task) =>
    given.post(who, type, { id: task.id, ...said(task) });
const reports =
  (category: string, state: string): Step =>
  (task) =>
    given.report(task, category, state);
const closes =
  (state: string): Step =>
  (task) =>
    given.close(task, state);
const touching = (said: object) => (task: MadeTask) => ({ activities: [{ id: task.activity, ...said }] });
const hold = says('requestor', 'PutOnHoldTaskEvent');
const cancel = says('requestor', 'CancelTaskEvent');
const accept = says('supplier-a', 'AcceptTaskEvent', accepting);
const reject = (rejection: object) =>
  says('supplier-a', 'RejectTaskEvent', () => ({ allocation: { supplierAccepted: false, ...rejection } }));
const reallocate = (id: string) =>
  says('requestor', 'ReallocateTaskEvent', () => ({ allocation: { workSupplier: { id } } }));
const schedule = (said: object) =>
  says('supplier-a', 'UpdateTaskActivityScheduleByWorkSupplierEvent', touching({ schedule: said }));
const wait = says(
  'supplier-a',
  'UpdateTaskActivityStatusEvent',
  touching({ status: { category: 'Open', state: 'Delayed' } }),
);

test.each<[string, Step[], Step, number]>([
  ['WRM-409-02', [accept], accept, 409],
  ['WRM-409-03', [accept, reports('Active', 'OnSite')], reject({ rejectReason: 'InventoryIssue' }), 409],
  ['WRM-409-04', [accept], says('requestor', 'ResumeTaskEvent'), 409],
  ['WRM-409-04', [accept, hold], wait, 409],
  ['WRM-409-05', [], wait, 409],
  ['WRM-409-06', [accept, reports('Active', 'OnSite')], reallocate('LINEWORKS'), 409],
  ['WRM-409-07', [cancel], cancel, 409],
  ['WRM-409-07', [cancel], accept, 409],
  [
    'WRM-409-09',
    [accept, reports('Active', 'OnSite'), cancel],
    says('requestor', 'AddTaskActivityEvent', () => ({ activities: [newActivity('ACT-9')] })),
    409,
  ],
  ['WRM-409-11', [accept], reports('Active', 'PracticalCompletion'), 409],
  [
    'WRM-409-12',
    [accept, reports('Active', 'OnSite'), reports('Active', 'PracticalCompletion')],
    reports('Active', 'OnSite'),
    409,
  ],
  ['WRM-409-13', [accept], closes('Completed'), 409],
  ['WRM-409-14', [accept], closes('Cancelled'), 409],
  ['WRM-422-03', [], reject({ rejectReason: 'Duplicate', rejectNote: 'seen before' }), 422],
  ['WRM-422-05', [], reallocate('FIELDWORKS'), 422],
  ['01016', [], reallocate('NOBODY'), 422],
  [
    'WRM-422-08',
    [accept, schedule({ scheduledStart: '2026-02-04T19:00:00Z' })],
    schedule({ scheduledStart: '2026-02-05T19:00:00Z' }),
    422,
  ],
  [
    'WRM-404-03',
    [accept],
    says('supplier-a', 'CloseTaskActivityEvent', () => ({
      activities: [{ id: 'WRM-0000000000-01', status: { category: 'Closed', state: 'Completed' } }],
    })),
    404,
  ],
  [
    'WRM-403-03',
    [],
    says('supplier-a', 'UpdateTaskFileAttachmentsEvent', () => ({ fileAttachments: files('NETCO') })),
    403,
  ],
])(
  '%s is told of an event that the task does not allow, and the task stays as it is',
  async (code, steps, last, wanted) => {
    const task = await given.task();
    for (const step of steps) expect((await step(task)).status).toBe(200);
    const before = (await api.as('requestor').get(`/tasks/${task.id}`)).body;
    const reply = await last(task);
    expect([reply.status, reply.body.responseCode]).toEqual([wanted, code]);
    expect((await api.as('requestor').get(`/tasks/${task.id}`)).body).toEqual(before);
  },
);

it('lets the requestor reschedule only where it has kept the right to', async () => {
  const task = await given.accepted({ activities: [newActivity('ACT-1', { chorusReschAllowed: false })] });
  const said = touching({ schedule: { note: 'later, please' } })(task);
  const reply = await given.post('requestor', 'UpdateTaskActivityScheduleByWorkRequestorEvent', {
    id: task.id,
    ...said,
  });
  expect(told(reply)).toEqual([422, 'WRM-422-09', ['task.activities[0].schedule', 'state', ['chorusReschAllowed']]]);
});

it('refuses a whole event for one bad activity, and tells of all that are bad', async () => {
  const task = await given.accepted({ activities: [newActivity('ACT-1'), newActivity('ACT-2'), newActivity('ACT-3')] });
  await given.report(task, 'Active', 'OnSite');
  const activities = ['01', '02', '03'].map((number) => ({
    id: `${task.id}-${number}`,
    status: { category: 'Active', state: 'PracticalCompletion' },
  }));
  const reply = await given.post('supplier-a', 'UpdateTaskActivityStatusEvent', { id: task.id, activities });
  expect(told(reply)).toEqual([
    409,
    'WRM-409-11',
    ['task.activities[1].status', 'state', ['state']],
    ['task.activities[2].status', 'state', ['state']],
  ]);
  const { activities: kept } = (await api.as('requestor').get(`/tasks/${task.id}`)).body;
  expect(kept[0].status.state).toBe('OnSite');
});

it('keeps the files of others as they are', async () => {
  const { id } = await given.accepted();
  const replace = (who: 'requestor' | 'supplier-a', fileAttachments: object[]) =>
    given.post(who, 'UpdateTaskFileAttachmentsEvent', { id, fileAttachments });
  const [theirs] = files('NETCO', 'site.pdf');
  expect((await replace('requestor', [theirs!])).status).toBe(200);
  expect((await replace('supplier-a', files('FIELDWORKS'))).body.errors[0].attributes).toEqual(['site.pdf']);
  expect((await replace('supplier-a', [theirs!, ...files('FIELDWORKS')])).status).toBe(200);
  expect(told(await replace('supplier-a', [theirs!, theirs!]))).toEqual([
    400,
    'WRM-400-01',
    ['task.fileAttachments[1]', 'duplicate', expect.arrayContaining(['owner', 'fileName'])],
  ]);
});

import type { EventType } from '@switchyard/domain/wrm';
import { definitionOf, eventTypes } from '@switchyard/domain/wrm';
import type { MadeTask, PartyWho } from '../testing/work';
import { exampleOf, newActivity, partyOf, work } from '../testing/work';
import { notificationId, wrm } from '../testing/wrm';

const api = wrm();
const given = work(api);

const at = async (...states: [string, string][]): Promise<MadeTask> => {
  const task = await given.accepted();
  for (const [category, state] of states) await given.report(task, category, state);
  return task;
};

/** A task in the state that the example of the event supposes; in progress and accepted unless it is named. */
const suiting: Partial<Record<EventType, () => Promise<MadeTask>>> = {
  ReallocateTaskEvent: () => given.task(),
  AcceptTaskEvent: () => given.task(),
  RejectTaskEvent: () => given.task(),
  ResumeTaskEvent: async () => {
    const task = await given.accepted();
    await given.post('requestor', 'PutOnHoldTaskEvent', { id: task.id });
    return task;
  },
  RequestCancelTaskActivityEvent: () => given.accepted({ activities: [newActivity('ACT-1'), newActivity('ACT-2')] }),
  UpdateTaskActivityScheduleByWorkRequestorEvent: () =>
    given.accepted({ activities: [newActivity('ACT-1', { scheduleId: 'SCH-AKL-N-1' })] }),
  UpdateTaskActivityOutcomesEvent: () => at(['Active', 'OnSite'], ['Active', 'PracticalCompletion']),
  CloseTaskActivityEvent: () => at(['Active', 'OnSite'], ['Active', 'PracticalCompletion']),
};

/** The example as it would be said of this task. */
const of = ({ id }: MadeTask, example: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(example).replaceAll('WRM-0000000101', id));

/** What an example of a notification says beside who and when. */
function toldIn(example: { task: Record<string, unknown> }): object {
  const { externalReference: _own, status: _status, activities: _activities, ...told } = example.task;
  return told;
}

const changing = eventTypes.filter((type) => type !== 'CreateTaskEvent');

test.each(changing)('%s is accepted as in its example, and told to the other party', async (type) => {
  const task = await (suiting[type] ?? given.accepted)();
  const example = of(task, exampleOf(type));
  const poster: PartyWho = example.subscriberId === '122' ? 'requestor' : 'supplier-a';
  const listener: PartyWho = poster === 'requestor' ? 'supplier-a' : 'requestor';
  const before = (await api.as('requestor').get(`/tasks/${task.id}`)).body.version as number;

  const reply = await api.as(poster).post('/notifications', { ...example, notificationId: notificationId() });

  expect(reply).toMatchObject({
    status: 200,
    body: { status: 'Accepted', task: { id: task.id, version: before + 1 } },
  });
  const told = (await given.inbox(listener, task.id)).find(
    ({ linkedNotificationId }) => linkedNotificationId === reply.body.notificationId,
  );
  const { notify } = definitionOf(type);
  expect(told).toMatchObject({
    direction: 'outbound',
    notificationType: notify,
    partyId: partyOf[listener],
    body: { notificationType: notify, subscriberId: listener === 'requestor' ? '122' : '123' },
  });
  const { task: said } = told!.body as { task: Record<string, unknown> };
  expect(said).toMatchObject(toldIn(of(task, exampleOf(notify)) as { task: Record<string, unknown> }));
});

describe('CreateTaskEvent', () => {
  it('is accepted as in its example: ids are given, the booking is linked, and the whole task is told', async () => {
    await given.booking('BKG-0000000042');
    const reply = await api.as('requestor').post('/notifications', exampleOf('CreateTaskEvent'));
    expect(reply.status).toBe(200);
    const { id } = reply.body.task as { id: string };
    expect(reply.body).toEqual({
      notificationId: '5d0c5b52-3e0a-4c39-9f0a-6a5d2f8f2001',
      status: 'Accepted',
      task: {
        id: expect.stringMatching(/^WRM-\d{10}$/),
        status: { status: 'Allocation', substate: 'Sent' },
        version: 1,
        activities: [{ id: `${id}-01`, externalReference: 'ACT-1', status: { category: 'Open', state: 'Open' } }],
      },
      warnings: [],
    });
    const [told] = await given.inbox('supplier-a', id);
    const { task } = of({ id, activity: '' }, exampleOf('CreateTaskNotify')) as { task: Record<string, unknown> };
    const { status: _status, createdDateTime: _created, activities, ...whole } = task;
    expect((told!.body as { task: object }).task).toMatchObject(whole);
    expect((told!.body as { task: { activities: object[] } }).task.activities).toMatchObject(activities as object[]);
    const links = api.db().reader();
    expect(
      await links.first({ name: 'test-link', text: `select task_id, activity_id, expires_at from appointment` }),
    ).toEqual({ task_id: id, activity_id: `${id}-01`, expires_at: null });
  });

  it('finds its supplier by the rules when it names none', async () => {
    const { id } = await given.task({
      allocation: undefined,
      taskType: 'Assure',
      workType: 'REMI',
      activities: [newActivity('ACT-1')],
    });
    expect((await api.as('supplier-b').get(`/tasks/${id}`)).body.allocation.workSupplier).toEqual({
      id: 'LINEWORKS',
      name: 'Lineworks Ltd',
    });
  });
});

it('goes the published way in ten steps, closing by itself', async () => {
  const task = await given.task();
  const standing = async () => {
    const { status, activities } = (await api.as('requestor').get(`/tasks/${task.id}`)).body;
    const parts = [status.status, status.substate].filter(Boolean);
    return [parts.join('/'), `${activities[0].status.category}/${activities[0].status.state}`];
  };
  const said = (type: EventType) =>
    api.as('supplier-a').post('/notifications', { ...of(task, exampleOf(type)), notificationId: notificationId() });
  expect(await standing()).toEqual(['Allocation/Sent', 'Open/Open']);
  await said('AcceptTaskEvent');
  expect(await standing()).toEqual(['InProgress', 'Open/Accepted']);
  await said('UpdateTaskActivityScheduleByWorkSupplierEvent');
  expect(await standing()).toEqual(['InProgress', 'Open/Scheduled']);
  await given.report(task, 'Open', 'Delayed');
  expect(await standing()).toEqual(['InProgress', 'Open/Delayed']);
  await said('UpdateTaskActivityWorkerEvent');
  expect(await standing()).toEqual(['InProgress', 'Open/Assigned']);
  await said('UpdateTaskActivityStatusEvent');
  expect(await standing()).toEqual(['InProgress', 'Active/OnSite']);
  await given.report(task, 'Active', 'PracticalCompletion');
  await said('UpdateTaskActivityOutcomesEvent');
  expect(await standing()).toEqual(['InProgress', 'Active/PracticalCompletion']);
  const closing = await said('CloseTaskActivityEvent');
  expect(closing.body.task.status).toEqual({ status: 'Closed', substate: 'Completed' });
  expect(await standing()).toEqual(['Closed/Completed', 'Closed/Completed']);

  const kinds = async (who: PartyWho) => (await given.inbox(who, task.id)).map((each) => each.notificationType);
  expect((await kinds('requestor')).slice(-2)).toEqual(['CloseTaskActivityNotify', 'CloseTaskNotify']);
  expect(await kinds('supplier-a')).toEqual(['CreateTaskNotify', 'CloseTaskNotify']);
  expect((await given.close(task, 'Completed')).body.responseCode).toBe('WRM-409-07');
});

it('comes back for a second visit', async () => {
  const task = await given.accepted();
  await given.report(task, 'Active', 'OnSite');
  expect((await given.report(task, 'Open', 'Scheduled')).status).toBe(200);
  expect((await given.close(task, 'Cancelled')).body.responseCode).toBe('WRM-409-14');
  expect((await given.close(task, 'Incomplete')).body.task.status).toEqual({
    status: 'Closed',
    substate: 'Incomplete',
  });
});

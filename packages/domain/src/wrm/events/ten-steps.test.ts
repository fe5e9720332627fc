import { taskStateOf } from '../task';
import { activityStateOf } from '../activity';
import type { Decision } from './decision';
import { FIRST, accept, close, created, post, report } from './events.fixture';

const standing = ({ task }: Pick<Decision, 'task'>): string[] => [
  taskStateOf(task),
  ...task.activities.map(activityStateOf),
];
const told = ({ notices }: Decision): string[] => notices.map(({ type, toPartyId }) => `${toPartyId} ${type}`);

const times = { scheduledStart: '2026-02-04T19:00:00Z', scheduledEnd: '2026-02-04T23:00:00Z' };

it('goes the published way from creation to the automatic close', () => {
  const one = created();
  expect([standing(one), told(one)]).toEqual([['Allocation/Sent', 'Open/Open'], ['FIELDWORKS CreateTaskNotify']]);

  const two = { task: accept(one.task) };
  expect(standing(two)).toEqual(['InProgress', 'Open/Accepted']);

  const three = post(two.task, 'supplier', 'UpdateTaskActivityScheduleByWorkSupplierEvent', {
    activities: [{ id: FIRST, schedule: times }],
  });
  expect(standing(three)).toEqual(['InProgress', 'Open/Scheduled']);

  const four = report(three.task, 'Open', 'Delayed');
  expect(standing(four)).toEqual(['InProgress', 'Open/Delayed']);

  const five = post(four.task, 'supplier', 'UpdateTaskActivityWorkerEvent', {
    activities: [{ id: FIRST, worker: { name: 'Tane Sample', role: 'Worker' } }],
  });
  expect(standing(five)).toEqual(['InProgress', 'Open/Assigned']);

  const six = report(five.task, 'Active', 'OnSite');
  expect(standing(six)).toEqual(['InProgress', 'Active/OnSite']);

  const seven = report(six.task, 'Active', 'PracticalCompletion');
  expect(standing(seven)).toEqual(['InProgress', 'Active/PracticalCompletion']);

  const eight = post(seven.task, 'supplier', 'UpdateTaskActivityOutcomesEvent', {
    activities: [{ id: FIRST, outcomes: [{ type: 'Install', key: 'ontSerialNumber', value: 'ALCL00000001' }] }],
  });
  expect([standing(eight), told(eight)]).toEqual([
    ['InProgress', 'Active/PracticalCompletion'],
    ['NETCO UpdateTaskActivityOutcomesNotify'],
  ]);

  const nine = close(eight.task, 'Completed');
  expect([standing(nine), told(nine), nine.task.version]).toEqual([
    ['Closed/Completed', 'Closed/Completed'],
    ['NETCO CloseTaskActivityNotify', 'NETCO CloseTaskNotify', 'FIELDWORKS CloseTaskNotify'],
    9,
  ]);
});

it('tells of the activity while the task is in progress, and then of the end of the task', () => {
  const task = report(report(accept(created().task), 'Active', 'OnSite').task, 'Active', 'PracticalCompletion').task;
  const { notices, history } = close(task, 'Completed');
  expect(notices.map((notice) => notice.task.status)).toEqual([
    { status: 'InProgress' },
    { status: 'Closed', substate: 'Completed' },
    { status: 'Closed', substate: 'Completed' },
  ]);
  expect(history.map(({ notificationType, partyId }) => [notificationType, partyId])).toEqual([
    ['CloseTaskActivityEvent', 'FIELDWORKS'],
    ['CloseTaskNotify', 'WRM'],
  ]);
});

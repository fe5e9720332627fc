import fc from 'fast-check';
import { activityMachine, activityStateOf, isClosed } from '../activity';
import type { EventType } from '../event-catalogue';
import { enumerations } from '../enumerations';
import { RequestRefused } from '../faults';
import type { PartyRole } from '../party';
import type { Task } from '../task';
import { taskMachine, taskStateOf } from '../task';
import type { Decision } from './decision';
import { FIRST, SECOND, created, newActivity, post } from './events.fixture';

type Act = [PartyRole, EventType, object];

const ids = fc.constantFrom([FIRST], [SECOND], [FIRST, SECOND]);
const each = (touched: readonly string[], said: object): object => ({
  activities: touched.map((id) => ({ id, ...said })),
});
const time = fc.constantFrom(null, '2026-02-04T19:00:00Z', '2026-02-08T19:00:00Z');
const place = { latitude: -36.8, longitude: 174.7 };

const reports = fc.constantFrom(
  ...enumerations.openState.map((state) => ({ category: 'Open', state })),
  ...enumerations.activeState.map((state) => ({ category: 'Active', state, geoTag: place })),
);

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>(
    ['supplier', 'AcceptTaskEvent', { allocation: { supplierAccepted: true } }],
    ['supplier', 'RejectTaskEvent', { allocation: { supplierAccepted: false, rejectReason: 'WronglyAllocated' } }],
    ['requestor', 'PutOnHoldTaskEvent', {}],
    ['requestor', 'ResumeTaskEvent', {}],
    ['requestor', 'CancelTaskEvent', {}],
  ),
  ids.map((touched): Act => ['requestor', 'RequestCancelTaskActivityEvent', each(touched, {})]),
  fc
    .tuple(ids, reports)
    .map(([touched, status]): Act => ['supplier', 'UpdateTaskActivityStatusEvent', each(touched, { status })]),
  fc
    .tuple(ids, fc.constantFrom(...enumerations.closedState))
    .map(([touched, state]): Act => [
      'supplier',
      'CloseTaskActivityEvent',
      each(touched, { status: { category: 'Closed', state } }),
    ]),
  fc
    .tuple(ids, time)
    .map(([touched, scheduledStart]): Act => [
      'supplier',
      'UpdateTaskActivityScheduleByWorkSupplierEvent',
      each(touched, { schedule: { scheduledStart, rescheduleReason: 'Weather' } }),
    ]),
  ids.map((touched): Act => [
    'supplier',
    'UpdateTaskActivityWorkerEvent',
    each(touched, { worker: { name: 'Tane Sample', role: 'Worker' } }),
  ]),
);

const start = (): Task =>
  created({ activities: [newActivity('ACT-1'), newActivity('ACT-2', { activityType: 'Verification' })] }).task;

/** What an act comes to; undefined when it is refused. */
function attempt(task: Task, [role, type, said]: Act): Decision | undefined {
  try {
    return post(task, role, type, said);
  } catch (error) {
    if (error instanceof RequestRefused && error.faults.length > 0) return undefined;
    throw error;
  }
}

describe('any sequence of events', () => {
  it('leads through known states, and every step is told and counted', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 30 }), (sequence) => {
        sequence.reduce((task, act) => {
          const decision = attempt(task, act);
          if (!decision) return task;
          const after = decision.task;
          expect(taskMachine.states).toContain(taskStateOf(after));
          for (const activity of after.activities) expect(activityMachine.states).toContain(activityStateOf(activity));
          expect([after.version, decision.notices.length > 0, decision.history.length > 0]).toEqual([
            task.version + 1,
            true,
            true,
          ]);
          return after;
        }, start());
      }),
    );
  });

  it('closes the task exactly when its last activity closes, and opens nothing again', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 30 }), (sequence) => {
        sequence.reduce((task, act) => {
          const after = attempt(task, act)?.task ?? task;
          expect(after.status.status === 'Closed').toBe(after.activities.every(isClosed));
          expect(after.closedDateTime !== undefined).toBe(after.status.status === 'Closed');
          after.activities.forEach((activity, index) => {
            const before = task.activities[index]!;
            if (isClosed(before)) expect(activityStateOf(activity)).toBe(activityStateOf(before));
            if (before.hasBeenActive) expect(activity.hasBeenActive).toBe(true);
          });
          return after;
        }, start());
      }),
    );
  });
});

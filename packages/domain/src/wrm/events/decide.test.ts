import { activityStateOf } from '../activity';
import { taskStateOf } from '../task';
import type { Task } from '../task';
import { allowedEvents } from './allowed-events';
import {
  FIRST,
  SECOND,
  accept,
  booking,
  close,
  codesOf,
  created,
  facts,
  newActivity,
  post,
  report,
} from './events.fixture';

const sent = created().task;
const accepted = accept(sent);
const held = post(accepted, 'requestor', 'PutOnHoldTaskEvent').task;
const onSite = report(accepted, 'Active', 'OnSite').task;
const completed = report(onSite, 'Active', 'PracticalCompletion').task;
const inReview = report(completed, 'Active', 'InReview').task;
const closed = close(completed, 'Completed').task;
const cancelling = post(onSite, 'requestor', 'CancelTaskEvent').task;
const rejected = post(sent, 'supplier', 'RejectTaskEvent', {
  allocation: { supplierAccepted: false, rejectReason: 'WronglyAllocated' },
}).task;

const rejection = { allocation: { supplierAccepted: false, rejectReason: 'WronglyAllocated' } };
const acceptance = { allocation: { supplierAccepted: true } };
const to = (id: string): object => ({ allocation: { workSupplier: { id } } });
const worker = { activities: [{ id: FIRST, worker: { name: 'Tane Sample', role: 'Worker' } }] };
const cancel = { activities: [{ id: FIRST }] };
const info = { additionalInfos: [{ interactionType: 'Request', information: 'Is there a gate?', createdBy: 'Desk' }] };
const added = { activities: [newActivity('ACT-2', { activityType: 'Verification' })] };

describe('what the state of the task does not allow', () => {
  test.each([
    ['accepting twice', accepted, 'supplier', 'AcceptTaskEvent', acceptance, 'WRM-409-02'],
    ['accepting what was rejected', rejected, 'supplier', 'AcceptTaskEvent', acceptance, 'WRM-409-02'],
    ['rejecting after work has started', onSite, 'supplier', 'RejectTaskEvent', rejection, 'WRM-409-03'],
    ['rejecting twice', rejected, 'supplier', 'RejectTaskEvent', rejection, 'WRM-409-03'],
    ['holding before acceptance', sent, 'requestor', 'PutOnHoldTaskEvent', {}, 'WRM-409-04'],
    ['holding twice', held, 'requestor', 'PutOnHoldTaskEvent', {}, 'WRM-409-04'],
    ['resuming what is not held', accepted, 'requestor', 'ResumeTaskEvent', {}, 'WRM-409-04'],
    ['working while on hold', held, 'supplier', 'UpdateTaskActivityWorkerEvent', worker, 'WRM-409-04'],
    ['working before acceptance', sent, 'supplier', 'UpdateTaskActivityWorkerEvent', worker, 'WRM-409-05'],
    [
      'asking for activities before acceptance',
      sent,
      'supplier',
      'RequestAddTaskActivityEvent',
      { activities: [{ activityType: 'Install', note: 'Duct' }] },
      'WRM-409-05',
    ],
    ['reallocating after work has started', onSite, 'requestor', 'ReallocateTaskEvent', to('LINEWORKS'), 'WRM-409-06'],
    ['reallocating to the same supplier', sent, 'requestor', 'ReallocateTaskEvent', to('FIELDWORKS'), 'WRM-422-05'],
    ['reallocating to nobody', sent, 'requestor', 'ReallocateTaskEvent', to('NOBODY'), '01016'],
    ['anything once it is closed', closed, 'requestor', 'UpdateTaskAdditionalInfosEvent', info, 'WRM-409-07'],
    ['closing once it is closed', closed, 'supplier', 'CloseTaskActivityEvent', closing('Completed'), 'WRM-409-07'],
    ['adding while it is being cancelled', cancelling, 'requestor', 'AddTaskActivityEvent', added, 'WRM-409-09'],
    [
      'an activity that it does not have',
      accepted,
      'requestor',
      'RequestCancelTaskActivityEvent',
      { activities: [{ id: SECOND }] },
      'WRM-404-03',
    ],
  ] as const)('refuses %s', (_, task, role, type, said, code) => {
    expect(codesOf(() => post(task, role, type, said))).toEqual([code]);
  });

  test.each([
    ['information before acceptance', sent, 'UpdateTaskAdditionalInfosEvent', info],
    ['information while on hold', held, 'UpdateTaskAdditionalInfosEvent', info],
    ['references while on hold', held, 'UpdateTaskSupplementaryReferencesEvent', { supplementaryReferences: [] }],
    ['assets before acceptance', sent, 'UpdateTaskAssetsEvent', { assets: [] }],
    [
      'files of an activity before acceptance',
      sent,
      'UpdateTaskActivityFileAttachmentsEvent',
      { activities: [{ id: FIRST, fileAttachments: [] }] },
    ],
    [
      'requests for activities while on hold',
      held,
      'RequestAddTaskActivityEvent',
      { activities: [{ activityType: 'Install', note: 'Duct' }] },
    ],
  ] as const)('takes %s from the supplier', (_, task, type, said) => {
    expect(codesOf(() => post(task, 'supplier', type, said))).toEqual([]);
  });
});

function closing(state: string): object {
  return { activities: [{ id: FIRST, status: { category: 'Closed', state } }] };
}

describe('what the state of the activity does not allow', () => {
  const enRoute = report(accepted, 'Open', 'EnRoute').task;
  const returned = report(onSite, 'Open', 'Delayed').task;
  const asked = post(accepted, 'requestor', 'RequestCancelTaskActivityEvent', cancel).task;

  test.each([
    ['opening it again as new', accepted, 'Open', 'Open', 'WRM-409-11'],
    ['completing what has not begun', accepted, 'Active', 'PracticalCompletion', 'WRM-409-11'],
    ['reviewing what is not complete', onSite, 'Active', 'InReview', 'WRM-409-11'],
    ['going back after completion', completed, 'Active', 'OnSite', 'WRM-409-12'],
    ['returning after completion', completed, 'Open', 'Scheduled', 'WRM-409-12'],
    ['completing what is in review', inReview, 'Active', 'PracticalCompletion', 'WRM-409-12'],
  ] as const)('refuses %s', (_, task, category, state, code) => {
    expect(codesOf(() => report(task, category, state))).toEqual([code]);
  });

  test.each([
    ['Completed before practical completion', onSite, 'Completed', ['WRM-409-13']],
    ['Incomplete before any work', accepted, 'Incomplete', ['WRM-409-13']],
    ['Incomplete at practical completion', completed, 'Incomplete', ['WRM-409-13']],
    ['Cancelled without being asked', accepted, 'Cancelled', ['WRM-409-14']],
    ['Completed at practical completion', completed, 'Completed', []],
    ['Completed in review', inReview, 'Completed', []],
    ['Incomplete in review', inReview, 'Incomplete', []],
    ['Incomplete on site', onSite, 'Incomplete', []],
    ['Incomplete before a return visit', returned, 'Incomplete', []],
    ['Cancelled when asked', asked, 'Cancelled', []],
    ['Cancelled with the task', cancelling, 'Cancelled', []],
  ] as const)('judges closing as %s', (_, task, state, codes) => {
    expect(codesOf(() => close(task, state))).toEqual(codes);
  });

  it('lets the supplier cancel a type of activity that allows it, as long as it was never active', () => {
    const task = accept(created({ activities: [newActivity('ACT-1', { activityType: 'Verification' })] }).task);
    expect(codesOf(() => close(task, 'Cancelled'))).toEqual([]);
    expect(codesOf(() => close(report(task, 'Active', 'OnSite').task, 'Cancelled'))).toEqual(['WRM-409-14']);
  });

  it('keeps a worker on the way where it is', () => {
    const { task } = post(enRoute, 'supplier', 'UpdateTaskActivityWorkerEvent', worker);
    expect(activityStateOf(task.activities[0]!)).toBe('Open/EnRoute');
  });

  it('takes a repeated status again', () => {
    expect(codesOf(() => report(onSite, 'Active', 'OnSite'))).toEqual([]);
  });

  it('refuses the whole event for one bad activity, and names all of them', () => {
    const two = accept(created({ activities: [newActivity('ACT-1'), newActivity('ACT-2')] }).task);
    const said = {
      activities: [FIRST, SECOND].map((id) => ({ id, status: { category: 'Active', state: 'InReview' } })),
    };
    expect(codesOf(() => post(two, 'supplier', 'UpdateTaskActivityStatusEvent', said))).toEqual([
      'WRM-409-11',
      'WRM-409-11',
    ]);
  });
});

describe('schedules', () => {
  const said = (schedule: object): object => ({ activities: [{ id: FIRST, schedule }] });
  const bySupplier = (task: Task, schedule: object) =>
    post(task, 'supplier', 'UpdateTaskActivityScheduleByWorkSupplierEvent', said(schedule));
  const start = '2026-02-04T19:00:00Z';
  const later = '2026-02-08T19:00:00Z';
  const scheduled = bySupplier(accepted, { scheduledStart: start }).task;

  it('asks for a reason when a known time changes or goes, not for a new one or the same', () => {
    expect(codesOf(() => bySupplier(scheduled, { scheduledStart: later }))).toEqual(['WRM-422-08']);
    expect(codesOf(() => bySupplier(scheduled, { scheduledStart: null }))).toEqual(['WRM-422-08']);
    expect(codesOf(() => bySupplier(scheduled, { scheduledStart: start, scheduledEnd: later }))).toEqual([]);
    expect(codesOf(() => bySupplier(scheduled, { scheduledStart: later, rescheduleReason: 'Weather' }))).toEqual([]);
  });

  it('goes back to accepted without any time', () => {
    const { task } = bySupplier(scheduled, { scheduledStart: null, rescheduleReason: 'NoCapacity' });
    expect(activityStateOf(task.activities[0]!)).toBe('Open/Accepted');
  });

  it('refuses an end before the start, and a division where the work has none', () => {
    expect(codesOf(() => bySupplier(accepted, { scheduledStart: later, scheduledEnd: start }))).toEqual(['WRM-400-01']);
    expect(codesOf(() => bySupplier(accepted, { workDivision: 'North' }))).toEqual(['WRM-422-07']);
  });

  it('lets the requestor reschedule where it kept the right, and swaps the ends of the window', () => {
    const change = (task: Task, schedule: object) =>
      post(task, 'requestor', 'UpdateTaskActivityScheduleByWorkRequestorEvent', said(schedule));
    const fixed = created({
      activities: [newActivity('ACT-1', { schedule: { latestEnd: later, chorusReschAllowed: false } })],
    }).task;
    expect(codesOf(() => change(fixed, { note: 'Customer away' }))).toEqual(['WRM-422-09']);
    expect(change(sent, { earliestStart: start }).task.activities[0]!.schedule).toMatchObject({
      earliestStart: '2026-02-04T19:00:00.000Z',
    });
    expect(change(sent, { earliestStart: start }).task.activities[0]!.schedule).not.toHaveProperty('latestEnd');
    expect(codesOf(() => change(sent, { appointmentTime: start }))).toEqual(['01014']);
  });
});

describe('the end of a task', () => {
  const two = accept(
    created({ activities: [newActivity('ACT-1'), newActivity('ACT-2', { activityType: 'Verification' })] }).task,
  );
  const first = (state: 'Completed' | 'Incomplete'): Task => {
    const begun = report(two, 'Active', 'OnSite').task;
    return close(state === 'Completed' ? report(begun, 'Active', 'PracticalCompletion').task : begun, state).task;
  };

  test.each([
    ['Completed', 'Closed/Completed'],
    ['Incomplete', 'Closed/Incomplete'],
  ] as const)('with a %s and a cancelled activity is %s', (state, end) => {
    const open = first(state);
    expect(taskStateOf(open)).toBe('InProgress');
    expect(taskStateOf(close(open, 'Cancelled', SECOND).task)).toBe(end);
  });

  it('is at once when it is cancelled before any work, and gives the bookings back', () => {
    const withBooking = created({
      activities: [
        newActivity('ACT-1', {
          schedule: { latestEnd: '2026-02-20T04:00:00Z', appointmentBookingId: 'BKG-0000000042' },
        }),
      ],
    });
    expect(withBooking.links).toEqual([{ bookingId: 'BKG-0000000042', activityId: FIRST }]);
    const { task, cancelledBookings, notices } = post(withBooking.task, 'requestor', 'CancelTaskEvent');
    expect([taskStateOf(task), activityStateOf(task.activities[0]!), cancelledBookings]).toEqual([
      'Closed/Cancelled',
      'Closed/Cancelled',
      ['BKG-0000000042'],
    ]);
    expect(notices.map(({ type, toPartyId }) => [type, toPartyId])).toEqual([
      ['CancelTaskNotify', 'FIELDWORKS'],
      ['CloseTaskNotify', 'NETCO'],
      ['CloseTaskNotify', 'FIELDWORKS'],
    ]);
  });

  it('is asked of the supplier when work was done', () => {
    expect(taskStateOf(cancelling)).toBe('InProgress/CancelRequested');
    expect(cancelling.activities[0]!.cancellationRequested).toBe(true);
    expect(taskStateOf(close(cancelling, 'Cancelled').task)).toBe('Closed/Cancelled');
  });
});

describe('reallocation', () => {
  it('tells the old supplier nothing of the new one, and the new one everything', () => {
    const { task, notices } = post(accepted, 'requestor', 'ReallocateTaskEvent', to('LINEWORKS'));
    expect([taskStateOf(task), activityStateOf(task.activities[0]!)]).toEqual(['Allocation/Sent', 'Open/Open']);
    const [old, fresh] = notices;
    expect([old!.toPartyId, old!.type, fresh!.toPartyId, fresh!.type]).toEqual([
      'FIELDWORKS',
      'ReallocateTaskNotify',
      'LINEWORKS',
      'CreateTaskNotify',
    ]);
    expect(JSON.stringify(old)).not.toContain('LINEWORKS');
  });
});

describe('a booking', () => {
  const using = (given: Partial<ReturnType<typeof booking>>) => () =>
    created(
      {
        activities: [
          newActivity('ACT-1', {
            schedule: { latestEnd: '2026-02-20T04:00:00Z', appointmentBookingId: 'BKG-0000000042' },
          }),
        ],
      },
      facts({ bookings: new Map([['BKG-0000000042', booking(given)]]) }),
    );

  test.each([
    ['reserved', {}, []],
    ['confirmed', { state: 'Confirmed' }, []],
    ['expired', { state: 'Expired' }, ['WRM-422-06']],
    ['cancelled', { state: 'Cancelled' }, ['WRM-422-06']],
    ['of another supplier', { workSupplierId: 'LINEWORKS' }, ['WRM-422-06']],
    ['of another requestor', { reservedByPartyId: 'OTHERCO' }, ['WRM-422-06']],
    ['of another activity', { activityId: 'WRM-0000000001-01' }, ['WRM-422-06']],
  ] as const)('that is %s', (_, given, codes) => {
    expect(codesOf(using(given))).toEqual(codes);
  });
});

describe('allowedEvents', () => {
  it('names what each party can do first', () => {
    expect(allowedEvents(sent, 'supplier')).toEqual(expect.arrayContaining(['AcceptTaskEvent', 'RejectTaskEvent']));
    expect(allowedEvents(sent, 'supplier')).not.toContain('UpdateTaskActivityStatusEvent');
    expect(allowedEvents(onSite, 'requestor')).not.toContain('ReallocateTaskEvent');
    expect(allowedEvents(closed, 'requestor')).toEqual([]);
  });
});

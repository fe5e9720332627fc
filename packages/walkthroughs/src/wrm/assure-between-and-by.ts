import type { Api, Walkthrough } from '../walkthrough';
import type { Shown } from './body';
import { confirm, freeSlots, reschedule, rescheduling, reserve, type Slot, type Target, windowOf } from './bookings';
import { assure, lineworks, netco, scheduleCodes } from './demo';
import { howToUse } from './document';
import { ofActivities, tell, tellInVain, toldAll } from './events';
import { put, refused } from './requests';
import { subscribe, type Subscribed } from './subscribe';
import { createTask, newTask, type Task } from './task';
import { tidily } from './tidily';

const geoTag = { latitude: -37.787, longitude: 175.2793 };
const scheduling = 'UpdateTaskActivityScheduleByWorkSupplierEvent';

export const assureBetweenAndBy: Walkthrough = {
  name: 'assure-between-and-by',
  title: 'An Assure repair: one visit BETWEEN two times, one BY a time, confirmed, rescheduled, done',
  document: howToUse,

  play: (api) =>
    tidily(api, async (after) => {
      api.step('Subscribe for notifications, and reserve twice without a time (Work Requestor)');
      const requestor = await subscribe(api, netco, after);
      const supplier = await subscribe(api, lineworks, after);
      const [first, second, third, fourth] = (await freeSlots(api, assure, 4)) as [Slot, Slot, Slot, Slot];
      const between = await reserve(api, assure, after);
      const by = await reserve(api, assure, after);

      api.step(
        'Create the task (Work Requestor): a repair from the earliest start, a verification until the latest end',
      );
      const repair = visit('Repair', { earliestStart: first.startDateTime, appointmentBookingId: between });
      const check = visit('Verification', { latestEnd: fourth.endDateTime, appointmentBookingId: by });
      const body = newTask(api, supplier, [repair, check], assure);
      const task = await createTask(api, requestor, supplier, body);
      await accept(api, task, supplier);

      api.step('Confirm BETWEEN: the slot of exactly that time (Work Supplier)');
      const exactly = { ...windowOf(first, first), bookingType: 'BETWEEN', reservationType: 'DEFAULT' };
      const inFirst = await confirm(api, supplier, assure, between, { ...confirmation, ...exactly });
      api.holds('slot of the repair', slotOf(inFirst), first.timeslotId);
      await schedule(api, task, supplier, 0, first);

      api.step('Confirm BY: the first slot of the time that has a unit (Work Supplier)');
      const within = { ...windowOf(second, fourth), bookingType: 'BY', reservationType: 'FIRST_AVAILABLE_TIMESLOT' };
      const inSecond = await confirm(api, supplier, assure, by, { ...confirmation, ...within });
      api.holds('slot of the verification', slotOf(inSecond), second.timeslotId);
      await schedule(api, task, supplier, 1, second);

      api.step('Reschedule: BETWEEN where there is an earliestStart, BY where there is a latestEnd (Work Supplier)');
      const wrong = put(supplier, `/appointments/${between}`, rescheduling(between, onto(third, 'BY')));
      await refused(api, wrong, 422, 'WRM-422-25');
      const stays = { state: 'Confirmed', overridden: false };
      const inThird = await reschedule(api, supplier, between, onto(third, 'BETWEEN'), stays);
      api.holds('slot of the repair', slotOf(inThird), third.timeslotId);
      const inFourth = await reschedule(api, supplier, by, onto(fourth, 'BY'), stays);
      api.holds('slot of the verification', slotOf(inFourth), fourth.timeslotId);

      api.step('Tell of the new times, with the reason (Work Supplier)');
      const silent = { by: supplier, type: scheduling, says: timesOf(task, 0, third) };
      await tellInVain(api, task, silent, 422, 'WRM-422-08');
      await schedule(api, task, supplier, 0, third, 'CustomerRequested');
      await schedule(api, task, supplier, 1, fourth, 'CustomerRequested');

      await finish(api, task, supplier);
      await toldAll(api, task, requestor);
      await toldAll(api, task, supplier);
    }),
};

const visit = (activityType: string, schedule: object): object => ({
  externalReference: activityType,
  activityType,
  schedule: { siteVisitType: 'Repair', scheduleId: assure.scheduleId, areaSite: 'WKO', ...schedule },
});

/** What an Assure task adds to a confirmation, but for its time. */
const confirmation = { productId: 'NGA-EVOLVE-2', reservationCategory: 'Preferred', timeslotType: 'APPOINTMENT' };

const onto = (slot: Slot, rescheduleType: Target['rescheduleType']): Target => ({
  slot,
  rescheduleType,
  scheduleCode: scheduleCodes.assure,
});

const slotOf = ({ timeslot }: Shown): string => (timeslot as Slot).timeslotId;

const timesOf = (task: Task, index: number, { startDateTime, endDateTime }: Slot, more: object = {}): object => {
  const times = { appointmentTime: startDateTime, scheduledStart: startDateTime, scheduledEnd: endDateTime };
  return ofActivities(task, { schedule: { ...times, ...more } }, task.activities[index]);
};

/** The work supplier tells when an activity is to be done; until the second one has its time, too, that one is accepted. */
async function schedule(
  api: Api,
  task: Task,
  by: Subscribed,
  index: number,
  slot: Slot,
  rescheduleReason?: string,
): Promise<void> {
  const says = timesOf(task, index, slot, { ...(rescheduleReason && { rescheduleReason }) });
  const isFirst = index === 0 && !rescheduleReason;
  const activities = ['Open/Scheduled', isFirst ? 'Open/Accepted' : 'Open/Scheduled'];
  const tells = [[task.requestor, scheduling.replace('Event', 'Notify')]] as const;
  await tell(api, task, { by, type: scheduling, says }, { task: 'InProgress', activities, tells });
}

async function accept(api: Api, task: Task, supplier: Subscribed): Promise<void> {
  api.step('Accept the task (Work Supplier)');
  const says = { allocation: { supplierAccepted: true } };
  const activities = ['Open/Accepted', 'Open/Accepted'];
  const tells = [[task.requestor, 'AcceptTaskNotify']] as const;
  await tell(api, task, { by: supplier, type: 'AcceptTaskEvent', says }, { task: 'InProgress', activities, tells });
}

/** Both activities at once, as one event may; the task closes when both have. */
async function finish(api: Api, task: Task, supplier: Subscribed): Promise<void> {
  const report = async (status: Record<string, unknown>): Promise<void> => {
    const event = { by: supplier, type: 'UpdateTaskActivityStatusEvent', says: ofActivities(task, { status }) };
    const state = `${String(status['category'])}/${String(status['state'])}`;
    const tells = [[task.requestor, 'UpdateTaskActivityStatusNotify']] as const;
    await tell(api, task, event, { task: 'InProgress', activities: [state, state], tells });
  };
  api.step('Do both on one visit (Work Supplier)');
  await report({ category: 'Active', state: 'OnSite', geoTag });
  await report({ category: 'Active', state: 'PracticalCompletion' });

  api.step('Close one activity, then the other: the task closes with the last (Work Supplier)');
  const status = { category: 'Closed', state: 'Completed' };
  const closing = (index: number) => ({
    by: supplier,
    type: 'CloseTaskActivityEvent',
    says: ofActivities(task, { status }, task.activities[index]),
  });
  const told = [task.requestor, 'CloseTaskActivityNotify', 'InProgress'] as const;
  await tell(api, task, closing(0), {
    task: 'InProgress',
    activities: ['Closed/Completed', 'Active/PracticalCompletion'],
    tells: [told],
  });
  await tell(api, task, closing(1), {
    task: 'Closed/Completed',
    activities: ['Closed/Completed', 'Closed/Completed'],
    tells: [told, [task.requestor, 'CloseTaskNotify'], [supplier, 'CloseTaskNotify']],
  });
}

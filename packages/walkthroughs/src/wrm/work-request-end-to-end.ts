import type { Call } from '../client';
import type { Api, Walkthrough } from '../walkthrough';
import { confirm, freeSlots, fulfilConfirmation, reserve, type Slot } from './bookings';
import type { Shown } from './body';
import { campaignId, fieldworks, fulfil, netco, scheduleCodes } from './demo';
import { howToUse } from './document';
import { ofActivities, tell, tellInVain, toldAll } from './events';
import { shown, shows } from './requests';
import { subscribe, type Subscribed } from './subscribe';
import { createTask, installation, newTask, type Task } from './task';
import { tidily } from './tidily';

const geoTag = { latitude: -36.7981, longitude: 174.7489 };

export const workRequestEndToEnd: Walkthrough = {
  name: 'work-request-end-to-end',
  title: 'Manage a work request end-to-end: the ten steps, each told by webhook',
  document: howToUse,

  play: (api) =>
    tidily(api, async (after) => {
      api.step('Subscribe for notifications (Work Requestor, Work Supplier)');
      const requestor = await subscribe(api, netco, after);
      const supplier = await subscribe(api, fieldworks, after);

      api.step('Reserve an appointment (Work Requestor)');
      const [slot] = (await freeSlots(api, fulfil, 1)) as [Slot];
      const bookingId = await reserve(api, fulfil, after, slot);

      api.step('1. Create the work request task and send to Work Supplier (Work Requestor): CreateTaskEvent');
      const { scheduleId } = fulfil;
      const appointment = { scheduleId, campaignId, appointmentBookingId: bookingId, appointmentRequired: true };
      const schedule = { ...appointment, appointmentTime: slot.startDateTime, chorusReschAllowed: true };
      const body = newTask(api, supplier, [installation(schedule)]);
      const task = await createTask(api, requestor, supplier, body);
      const told = supplier.webhook.received.at(-1)?.task as { activities: { schedule: Shown }[] } | undefined;
      const { externalScheduleReference } = told?.activities[0]?.schedule ?? {};
      api.holds("the work supplier's own name of the schedule", externalScheduleReference, scheduleCodes.fulfil);

      await prepare(api, task, supplier, { slot, bookingId });
      await doTheWork(api, task, supplier, slot);
      const closing = await close(api, task, supplier);

      api.step('What was told, and telling it again');
      await toldAll(api, task, requestor);
      await toldAll(api, task, supplier);
      await again(api, task, supplier, closing);
    }),
};

/** Steps 2 to 5: accepted, scheduled, late, and somebody to do it. */
async function prepare(
  api: Api,
  task: Task,
  supplier: Subscribed,
  { slot, bookingId }: { slot: Slot; bookingId: string },
): Promise<void> {
  const does = supplierOf(api, task, supplier);

  api.step('2. Accept the task (Work Supplier): AcceptTaskEvent');
  const accepting = { allocation: { supplierAccepted: true } };
  await does('AcceptTaskEvent', accepting, 'InProgress', 'Open/Accepted');

  api.step('Confirm the appointment (Work Supplier)');
  await confirm(api, supplier, fulfil, bookingId, fulfilConfirmation);

  api.step('3. Schedule the activity (Work Supplier), and tell: UpdateTaskActivityScheduleByWorkSupplierEvent');
  const { startDateTime, endDateTime } = slot;
  const times = { appointmentTime: startDateTime, scheduledStart: startDateTime, scheduledEnd: endDateTime };
  const scheduling = ofActivities(task, { schedule: { appointmentRequired: true, ...times } });
  await does('UpdateTaskActivityScheduleByWorkSupplierEvent', scheduling, 'InProgress', 'Open/Scheduled');
  const booking = await shown(api, supplier, `/appointments/${bookingId}`);
  shows(api, 'the booking', booking, { taskId: task.id, activityId: task.activities[0], scheduleInSync: true });

  api.step('4. Update the activity status (Work Supplier): UpdateTaskActivityStatusEvent');
  const delayed = ofActivities(task, { status: { category: 'Open', state: 'Delayed', note: 'Crew running late' } });
  await does('UpdateTaskActivityStatusEvent', delayed, 'InProgress', 'Open/Delayed');

  api.step('5. Provide details of the allocated field worker (Work Supplier): UpdateTaskActivityWorkerEvent');
  const worker = { name: 'Tane Sample', role: 'Worker', mobileNumber: '+64220000000' };
  await does('UpdateTaskActivityWorkerEvent', ofActivities(task, { worker }), 'InProgress', 'Open/Assigned');
}

/** Steps 6 to 8, at the time of the appointment. */
async function doTheWork(api: Api, task: Task, supplier: Subscribed, { startDateTime }: Slot): Promise<void> {
  const does = supplierOf(api, task, supplier);

  api.step('6. Confirm arrival of worker at site (Work Supplier): UpdateTaskActivityStatusEvent, with its geoTag');
  await api.moveClock({ now: startDateTime });
  const arrived = { category: 'Active', state: 'OnSite', workSupplierDate: startDateTime };
  const nowhere = {
    by: supplier,
    type: 'UpdateTaskActivityStatusEvent',
    says: ofActivities(task, { status: arrived }),
  };
  await tellInVain(api, task, nowhere, 400, 'WRM-400-01');
  const onSite = ofActivities(task, { status: { ...arrived, geoTag } });
  await does('UpdateTaskActivityStatusEvent', onSite, 'InProgress', 'Active/OnSite');

  api.step('7. Confirm service given (Work Supplier): UpdateTaskActivityStatusEvent');
  const done = ofActivities(task, { status: { category: 'Active', state: 'PracticalCompletion' } });
  await does('UpdateTaskActivityStatusEvent', done, 'InProgress', 'Active/PracticalCompletion');
  const back = { by: supplier, type: 'UpdateTaskActivityStatusEvent', says: onSite };
  await tellInVain(api, task, back, 409, 'WRM-409-12');

  api.step('8. Provide activity outcomes (Work Supplier): UpdateTaskActivityOutcomesEvent');
  const outcomes = [{ type: 'Install', key: 'ontSerialNumber', value: 'ALCL00000001' }];
  const outcome = ofActivities(task, { outcomes });
  await does('UpdateTaskActivityOutcomesEvent', outcome, 'InProgress', 'Active/PracticalCompletion');
}

/** Steps 9 and 10 are one: the last activity closes the task. */
async function close(api: Api, task: Task, supplier: Subscribed): Promise<Call> {
  api.step('9. Close the activity (Work Supplier): CloseTaskActivityEvent; 10. The task closes by itself');
  const says = ofActivities(task, { status: { category: 'Closed', state: 'Completed' } });
  return tell(
    api,
    task,
    { by: supplier, type: 'CloseTaskActivityEvent', says },
    {
      task: 'Closed/Completed',
      activities: ['Closed/Completed'],
      tells: [
        [task.requestor, 'CloseTaskActivityNotify', 'InProgress'],
        [task.requestor, 'CloseTaskNotify'],
        [supplier, 'CloseTaskNotify'],
      ],
    },
  );
}

/** The same event is answered as before and told nobody; another one is refused, for nothing reopens a closed task. */
async function again(api: Api, task: Task, supplier: Subscribed, closing: Call): Promise<void> {
  const reply = await api.send(closing, { status: 200, leadsTo: () => 'the first answer' });
  api.holds('Idempotency-Replayed', reply.headers.get('idempotency-replayed'), 'true');
  const says = ofActivities(task, { status: { category: 'Closed', state: 'Completed' } });
  await tellInVain(api, task, { by: supplier, type: 'CloseTaskActivityEvent', says }, 409, 'WRM-409-07');
  await toldAll(api, task, task.requestor);
}

type Does = (type: string, says: object, status: string, activity: string) => Promise<Call>;

/** What the work supplier tells, the work requestor receives: the event's name with Notify at its end. */
const supplierOf =
  (api: Api, task: Task, supplier: Subscribed): Does =>
  (type, says, status, activity) =>
    tell(
      api,
      task,
      { by: supplier, type, says },
      { task: status, activities: [activity], tells: [[task.requestor, type.replace(/Event$/, 'Notify')]] },
    );

import { prepared } from '@switchyard/db';
import { newActivity, work } from '../testing/work';
import { wrm } from '../testing/wrm';

const api = wrm();
const given = work(api);

interface Booking {
  state: string;
  holds_unit: boolean;
  task_id: string | null;
  activity_id: string | null;
  expires_at: Date | null;
  held_units: number;
}

const read = prepared<Booking>(
  'test-booking',
  `select state, holds_unit, task_id, activity_id, expires_at, held_units
   from appointment join timeslot on timeslot.id = timeslot_id where appointment.id = $1`,
);
const booking = async (id: string) => (await api.db().reader().first(read, [id]))!;

const booked = async (id: string) => {
  await given.booking(id);
  const schedule = { scheduleId: 'SCH-AKL-N-1', campaignId: 'CMP-1', appointmentBookingId: id };
  return given.task({ activities: [newActivity('ACT-1', schedule)] });
};

describe('a booking that an activity names', () => {
  it('serves it, and as a reservation does not expire any more', async () => {
    const { id, activity } = await booked('BKG-0000000101');
    expect(await booking('BKG-0000000101')).toMatchObject({
      state: 'Reserved',
      holds_unit: true,
      task_id: id,
      activity_id: activity,
      expires_at: null,
    });
  });

  it('serves no other activity', async () => {
    const { id } = await booked('BKG-0000000102');
    const schedule = { appointmentBookingId: 'BKG-0000000102' };
    const reply = await given.post('requestor', 'AddTaskActivityEvent', {
      id,
      activities: [newActivity('ACT-2', schedule)],
    });
    expect([reply.status, reply.body.responseCode]).toEqual([422, 'WRM-422-06']);
  });

  it('serves one of two that ask for it at once', async () => {
    await given.booking('BKG-0000000103');
    const schedule = { scheduleId: 'SCH-AKL-N-1', appointmentBookingId: 'BKG-0000000103' };
    const tasks = await Promise.all([given.task(), given.task()]);
    const replies = await Promise.all(
      tasks.map(({ id }) =>
        given.post('requestor', 'AddTaskActivityEvent', { id, activities: [newActivity('ACT-2', schedule)] }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('cannot be one whose time is over', async () => {
    await given.booking('BKG-0000000104');
    const start = api.clock().now();
    api.clock().set(new Date(start.getTime() + 30 * 60_000));
    const { id } = await given.task();
    const reply = await given.post('requestor', 'AddTaskActivityEvent', {
      id,
      activities: [newActivity('ACT-2', { appointmentBookingId: 'BKG-0000000104' })],
    });
    expect([reply.status, reply.body.responseCode]).toEqual([422, 'WRM-422-06']);
    api.clock().set(start);
  });

  it('gives its unit back, once, when the task is cancelled before any work', async () => {
    const { id } = await booked('BKG-0000000105');
    const { held_units } = await booking('BKG-0000000105');
    const reply = await given.post('requestor', 'CancelTaskEvent', { id, status: { note: 'Order withdrawn' } });
    expect(reply.body.task.status).toEqual({ status: 'Closed', substate: 'Cancelled' });
    expect(await booking('BKG-0000000105')).toMatchObject({
      state: 'Cancelled',
      holds_unit: false,
      held_units: held_units - 1,
    });
  });

  it('stays when the task is only asked to be cancelled, for work was done', async () => {
    const task = await booked('BKG-0000000106');
    await given.post('supplier-a', 'AcceptTaskEvent', { id: task.id, allocation: { supplierAccepted: true } });
    await given.report(task, 'Active', 'OnSite');
    const reply = await given.post('requestor', 'CancelTaskEvent', { id: task.id });
    expect(reply.body.task.status).toEqual({ status: 'InProgress', substate: 'CancelRequested' });
    expect((await booking('BKG-0000000106')).state).toBe('Reserved');
    expect((await given.close(task, 'Cancelled')).body.task.status.status).toBe('Closed');
  });

  it('makes way for another, and has its time anew', async () => {
    const { id, activity } = await booked('BKG-0000000107');
    await given.booking('BKG-0000000108');
    const reply = await given.post('requestor', 'UpdateTaskActivityScheduleByWorkRequestorEvent', {
      id,
      activities: [{ id: activity, schedule: { appointmentBookingId: 'BKG-0000000108' } }],
    });
    expect(reply.status).toBe(200);
    expect((await booking('BKG-0000000108')).activity_id).toBe(activity);
    expect(await booking('BKG-0000000107')).toMatchObject({
      state: 'Reserved',
      task_id: null,
      activity_id: null,
      expires_at: new Date(api.clock().now().getTime() + 30 * 60_000),
    });
  });
});

describe('a reallocation', () => {
  it('takes the task from one supplier to the other, and tells both', async () => {
    const { id } = await booked('BKG-0000000110');
    await given.post('supplier-a', 'AcceptTaskEvent', { id, allocation: { supplierAccepted: true } });
    const reply = await given.post('requestor', 'ReallocateTaskEvent', {
      id,
      allocation: { workSupplier: { id: 'LINEWORKS' }, note: 'Area moved' },
    });
    expect(reply.body.task).toMatchObject({
      status: { status: 'Allocation', substate: 'Sent' },
      activities: [{ status: { category: 'Open', state: 'Open' } }],
    });
    expect(await booking('BKG-0000000110')).toMatchObject({ state: 'Cancelled', task_id: null });
    const [losing] = (await given.inbox('supplier-a', id)).slice(-1);
    expect(losing).toMatchObject({ notificationType: 'ReallocateTaskNotify' });
    expect(JSON.stringify(losing)).not.toContain('LINEWORKS');
    expect(await given.inbox('supplier-b', id)).toMatchObject([{ notificationType: 'CreateTaskNotify' }]);
    expect((await api.as('supplier-a').get(`/tasks/${id}`)).status).toBe(404);
    expect((await api.as('supplier-b').get(`/tasks/${id}`)).body.activities[0].schedule).not.toHaveProperty(
      'appointmentBookingId',
    );
  });

  it('does not tell the new supplier what the old one had done', async () => {
    const { id, activity } = await given.accepted();
    await given.post('supplier-a', 'UpdateTaskActivityWorkerEvent', {
      id,
      activities: [{ id: activity, worker: { name: 'Tane Sample', role: 'Worker' } }],
    });
    await given.post('requestor', 'ReallocateTaskEvent', { id, allocation: { workSupplier: { id: 'LINEWORKS' } } });
    const history = (await api.as('supplier-b').get(`/tasks/${id}/history`)).body.items;
    expect(history.map(({ notificationType }: { notificationType: string }) => notificationType)).toEqual([
      'ReallocateTaskEvent',
    ]);
    expect(JSON.stringify(history)).not.toMatch(/FIELDWORKS|Tane/);
    const whole = (await api.as('requestor').get(`/tasks/${id}/history`)).body.items;
    expect(JSON.stringify(whole)).toContain('Tane');
  });
});

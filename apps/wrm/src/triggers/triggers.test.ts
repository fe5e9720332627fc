import { work } from '../testing/work';
import { wrm } from '../testing/wrm';

const api = wrm();
const given = work(api);
const supplier = () => api.as('supplier-a');
const pull = (name: string, body: object) => supplier().post(`/trigger/${name}`, body);

const made = async (said: object = {}): Promise<string> => (await pull('CreateTask', said)).body.task.id;

describe('POST /trigger/CreateTask', () => {
  it.each(['FibreConnect', 'REMI', 'REMO', 'REMS', 'PRM'])(
    'makes a task of %s for the supplier who asks',
    async (workType) => {
      const reply = await pull('CreateTask', { workType });
      expect(reply).toMatchObject({
        status: 201,
        body: { task: { status: { status: 'Allocation', substate: 'Sent' } } },
      });
      const task = (await supplier().get(`/tasks/${reply.body.task.id}`)).body;
      expect(task).toMatchObject({ workType, allocation: { workSupplier: { id: 'FIELDWORKS' } } });
      expect(await given.inbox('supplier-a', task.id)).toMatchObject([
        { notificationType: 'CreateTaskNotify', linkedNotificationId: reply.body.notificationId },
      ]);
    },
  );

  it('takes what it is told, and its rules hold', async () => {
    const id = await made({ externalReference: 'MINE-1', description: 'Try this' });
    expect((await supplier().get(`/tasks/${id}`)).body).toMatchObject({
      externalReference: 'MINE-1',
      description: 'Try this',
    });
    expect((await pull('CreateTask', { externalReference: 'MINE-1' })).body.responseCode).toBe('WRM-409-08');
    expect((await pull('CreateTask', { colour: 'red' })).body.responseCode).toBe('WRM-400-01');
  });

  it('plays only what the supplier does', async () => {
    await api.as('admin').patch('/admin/parties/LINEWORKS', { workTypes: ['REMI'] });
    const reply = await api.as('supplier-b').post('/trigger/CreateTask', { workType: 'PRM' });
    expect(reply).toMatchObject({
      status: 422,
      body: { responseCode: 'X1668', errors: [{ attributes: ['workType'] }] },
    });
    await api.as('admin').patch('/admin/parties/LINEWORKS', { workTypes: [] });
  });
});

describe('the other triggers', () => {
  it('act in the name of the requestor, as its events would', async () => {
    const id = await made();
    const activityId = `${id}-01`;
    await given.post('supplier-a', 'AcceptTaskEvent', { id, allocation: { supplierAccepted: true } });
    const status = async (name: string, body: object) => (await pull(name, { taskId: id, ...body })).body.task.status;
    expect(await status('PutOnHold', { note: 'Wait' })).toEqual({ status: 'InProgress', substate: 'OnHold' });
    expect(await status('Resume', {})).toEqual({ status: 'InProgress' });
    expect(await status('AddActivity', {})).toEqual({ status: 'InProgress' });
    expect(await status('RequestCancelActivity', { activityId })).toEqual({ status: 'InProgress' });
    const later = { schedule: { latestEnd: '2026-03-01T00:00:00Z' } };
    expect(await status('RescheduleByRequestor', { activityId, ...later })).toEqual({ status: 'InProgress' });
    expect(await status('Reallocate', { workSupplierId: 'LINEWORKS' })).toEqual({
      status: 'Allocation',
      substate: 'Sent',
    });
    const kinds = (await given.inbox('supplier-a', id)).map(({ notificationType }) => notificationType);
    expect(kinds).toEqual([
      'CreateTaskNotify',
      'PutOnHoldTaskNotify',
      'ResumeTaskNotify',
      'AddActivityNotify',
      'RequestCancelTaskActivityNotify',
      'UpdateTaskActivityScheduleByWorkRequestorNotify',
      'ReallocateTaskNotify',
    ]);
  });

  it('cancel, and are refused like the event itself', async () => {
    const id = await made();
    expect((await pull('Cancel', { taskId: id })).body.task.status).toEqual({
      status: 'Closed',
      substate: 'Cancelled',
    });
    expect((await pull('Cancel', { taskId: id })).body.responseCode).toBe('WRM-409-07');
  });

  it('are for tasks in sight, and for suppliers', async () => {
    const id = await made();
    const foreign = await api.as('supplier-b').post('/trigger/Cancel', { taskId: id });
    expect([foreign.status, foreign.body.responseCode]).toEqual([404, 'WRM-404-02']);
    const requestor = await api.as('requestor').post('/trigger/Cancel', { taskId: id });
    expect([requestor.status, requestor.body.responseCode]).toEqual([403, 'WRM-403-01']);
  });
});

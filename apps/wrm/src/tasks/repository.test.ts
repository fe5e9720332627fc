import { NotFound, randomIds } from '@switchyard/domain';
import type { AnyPostedEvent, Task } from '@switchyard/domain/wrm';
import { createTask, decide, noFacts, readEvent } from '@switchyard/domain/wrm';
import { wrm as contract } from '@switchyard/contracts';
import type { Caller } from '../caller';
import { wrm } from '../testing/wrm';
import { getTask, lockTask, nextTaskId, saveTask } from './repository';

const api = wrm();
const caller = (partyId: string, role: Caller['role']): Caller => ({ id: partyId, partyId, role });
const netco = caller('NETCO', 'requestor');
const now = '2026-02-02T01:00:00.000Z';

type Examples = Record<string, { value: { task: object } }>;
const { examples } = contract.document.components as unknown as { examples: Examples };

/** The task of the contract's example, allocated and without its booking. */
async function stored(): Promise<Task> {
  const { value } = examples['CreateTaskEvent']!;
  const event = readEvent(value, 'requestor') as Extract<AnyPostedEvent, { notificationType: 'CreateTaskEvent' }>;
  const [activity] = event.task.activities;
  const {
    appointmentBookingId: _booking,
    campaignId: _campaign,
    scheduleId: _id,
    appointmentTime: _time,
    ...schedule
  } = activity!.schedule;
  const task = {
    ...event.task,
    externalReference: `ORD-${await nextTaskId(api.db().reader())}`,
    product: {},
    activities: [{ ...activity!, schedule }],
  };
  const facts = {
    ...noFacts,
    requestorId: 'NETCO',
    supplierId: 'FIELDWORKS',
    hasTwin: false,
    referenceInUse: false,
    suppliers: new Map([
      ['FIELDWORKS', { id: 'FIELDWORKS', name: 'Fieldworks Ltd', role: 'supplier' as const, workTypes: [] }],
    ]),
    activityTypes: new Map([['Install', { name: 'Install', workSupplierAllowedToCancel: false }]]),
  };
  const posting = { partyId: 'NETCO', role: 'requestor' as const, now, ids: randomIds };
  const made = createTask({ ...event, task }, await nextTaskId(api.db().reader()), posting, facts).task;
  await api.db().transaction(async (tx) => saveTask(tx, made));
  return made;
}

describe('a stored task', () => {
  it('comes back as it was decided', async () => {
    const task = await stored();
    expect(await getTask(api.db().reader(), netco, task.id)).toEqual(task);
  });

  it('is in the sight of its requestor, its supplier and the operator alone', async () => {
    const { id } = await stored();
    const sees = (who: Caller) =>
      getTask(api.db().reader(), who, id).then(
        () => true,
        (error: unknown) => !(error instanceof NotFound),
      );
    expect(await sees(caller('FIELDWORKS', 'supplier'))).toBe(true);
    expect(await sees(caller('OPERATOR', 'admin'))).toBe(true);
    expect(await sees(caller('LINEWORKS', 'supplier'))).toBe(false);
    expect(await sees(caller('OTHERCO', 'requestor'))).toBe(false);
  });

  it('takes one change after the other, also when both come at once', async () => {
    const { id } = await stored();
    const annotate = (reference: string): Promise<void> =>
      api.db().transaction(async (tx) => {
        const before = await lockTask(tx, netco, id);
        const body = {
          ...examples['UpdateTaskSupplementaryReferencesEvent']!.value,
          task: { id, supplementaryReferences: [{ referenceType: 'Permit', referenceId: reference }] },
        };
        const event = readEvent(body, 'requestor') as Parameters<typeof decide>[1];
        saveTask(tx, decide(before, event, { partyId: 'NETCO', role: 'requestor', now, ids: randomIds }, noFacts).task);
      });
    await Promise.all(['A', 'B', 'C', 'D'].map(annotate));
    expect((await getTask(api.db().reader(), netco, id)).version).toBe(5);
  });
});

import type { IdGenerator } from '../../kernel';
import type { DateTime } from '../date-time';
import type { AnyPostedEvent, EventType } from '../event-catalogue';
import { readEvent } from '../event-catalogue';
import { RequestRefused } from '../faults';
import type { Party, PartyRole } from '../party';
import type { Task } from '../task';
import type { NewTaskFacts } from '../task-rules';
import type { KnownBooking } from '../work-facts';
import { createTask } from './create-task';
import type { ChangingPostedEvent } from './decide';
import { decide } from './decide';
import type { Decision, Posting } from './decision';

export const TASK_ID = 'WRM-0000000101';
export const FIRST = `${TASK_ID}-01`;
export const SECOND = `${TASK_ID}-02`;
export const NOW: DateTime = '2026-02-03T00:00:00.000Z';

export const supplier = (id: string): Party => ({ id, name: `${id} Ltd`, role: 'supplier', workTypes: [] });

export const booking = (given: Partial<KnownBooking> = {}): KnownBooking => ({
  bookingId: 'BKG-0000000042',
  scheduleId: 'SCH-AKL-N-1',
  workSupplierId: 'FIELDWORKS',
  reservedByPartyId: 'NETCO',
  state: 'Reserved',
  ...given,
});

export const facts = (given: Partial<NewTaskFacts> = {}): NewTaskFacts => ({
  requestorId: 'NETCO',
  supplierId: 'FIELDWORKS',
  hasTwin: false,
  referenceInUse: false,
  suppliers: new Map(['FIELDWORKS', 'LINEWORKS'].map((id) => [id, supplier(id)])),
  schedules: new Map([
    [
      'SCH-AKL-N-1',
      {
        scheduleId: 'SCH-AKL-N-1',
        externalScheduleReference: 'FW-NTH-01',
        workSupplierId: 'FIELDWORKS',
        scheduleType: 'APPOINTMENT',
        workTypes: ['FibreConnect'],
        campaignId: 'CMP-1',
      },
    ],
  ]),
  campaigns: new Map([['CMP-1', { campaignId: 'CMP-1', workTypes: ['FibreConnect'] }]]),
  bookings: new Map([['BKG-0000000042', booking()]]),
  activityTypes: new Map([
    ['Install', { name: 'Install', workSupplierAllowedToCancel: false }],
    ['Verification', { name: 'Verification', workSupplierAllowedToCancel: true }],
  ]),
  ...given,
});

let drawn = 0;
const ids: IdGenerator = {
  uuid: () => `00000000-0000-4000-8000-${String((drawn += 1)).padStart(12, '0')}`,
  pick: () => 0,
};

export const posting = (role: PartyRole, given: Partial<Posting> = {}): Posting => ({
  partyId: role === 'requestor' ? 'NETCO' : 'FIELDWORKS',
  role,
  now: NOW,
  ids,
  ...given,
});

export const envelope = (type: EventType): Record<string, unknown> => ({
  notificationType: type,
  notificationId: '5D0C5B52-3E0A-4C39-9F0A-6A5D2F8F2001',
  notificationDateTime: '2026-02-03T13:01:00+13:00',
  linkedNotificationId: '9a0f3f0e-7c11-4a54-9e5b-0d9d3c6b0001',
  subscriberId: '123',
});

export const newActivity = (externalReference: string, given: object = {}): Record<string, unknown> => ({
  externalReference,
  activityType: 'Install',
  schedule: { siteVisitType: 'Install', latestEnd: '2026-02-20T04:00:00Z' },
  ...given,
});

export const newTask = (given: object = {}): Record<string, unknown> => ({
  externalReference: 'ORD-77120',
  taskType: 'Fulfil',
  workType: 'FibreConnect',
  site: {
    address: { street: 'Kauri Lane', city: 'Auckland' },
    locations: [{ locationId: '300112233', locationIdType: 'TLC' }],
  },
  activities: [newActivity('ACT-1')],
  ...given,
});

/** Reads what a party posts, as the service does. */
export const posted = (role: PartyRole, type: EventType, task: object): AnyPostedEvent =>
  readEvent({ ...envelope(type), task }, role);

/** Creates a task of the sample parties. */
export function created(given: object = {}, known = facts()): Decision {
  const event = posted('requestor', 'CreateTaskEvent', newTask(given));
  return createTask(
    event as Extract<AnyPostedEvent, { notificationType: 'CreateTaskEvent' }>,
    TASK_ID,
    posting('requestor'),
    known,
  );
}

/** Posts an event to a task. */
export function post(task: Task, role: PartyRole, type: EventType, said: object = {}, known = facts()): Decision {
  const event = posted(role, type, { id: TASK_ID, ...said });
  return decide(task, event as ChangingPostedEvent, posting(role), known);
}

const reporting = (category: string, state: string): object => ({
  activities: [
    {
      id: FIRST,
      status: { category, state, ...(state === 'OnSite' && { geoTag: { latitude: -36.8, longitude: 174.7 } }) },
    },
  ],
});

/** Reports a state of the first activity. */
export const report = (task: Task, category: string, state: string): Decision =>
  post(task, 'supplier', 'UpdateTaskActivityStatusEvent', reporting(category, state));

export const close = (task: Task, state: string, id = FIRST): Decision =>
  post(task, 'supplier', 'CloseTaskActivityEvent', { activities: [{ id, status: { category: 'Closed', state } }] });

export const accept = (task: Task): Task =>
  post(task, 'supplier', 'AcceptTaskEvent', { allocation: { supplierAccepted: true } }).task;

/** The codes of everything that a refused request is refused for; empty when it is not. */
export function codesOf(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    return error.faults.map(({ responseCode }) => responseCode ?? error.responseCode);
  }
}

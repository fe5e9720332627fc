import type { Fault } from '../faults';
import { RequestRefused } from '../faults';
import type { PartyRole } from '../party';
import { eventCatalogue, eventTypes, notifyTypes } from './catalogue';
import { readEvent } from './read-event';

const GUID = '5D0C5B52-3E0A-4C39-9F0A-6A5D2F8F2001';
const envelope = {
  notificationId: GUID,
  notificationDateTime: '2026-02-03T13:01:00.5+13:00',
  linkedNotificationId: '9A0F3F0E-7C11-4A54-9E5B-0D9D3C6B0001',
  subscriberId: '123',
};
const status = (said: object): object => ({
  ...envelope,
  notificationType: 'UpdateTaskActivityStatusEvent',
  task: { id: 'WRM-0000000101', activities: [{ id: 'WRM-0000000101-01', status: said }] },
});

function refusal(body: unknown, role: PartyRole = 'supplier'): RequestRefused {
  try {
    readEvent(body, role);
  } catch (error) {
    if (error instanceof RequestRefused) return error;
    throw error;
  }
  throw new Error('the event was accepted');
}

const faultsOf = (body: unknown, role?: PartyRole): string[] =>
  refusal(body, role).faults.map(({ object, reason, attributes }: Fault) =>
    `${object} ${reason} ${attributes.join()}`.trim(),
  );

const at = 'task.activities[0].status';

describe('the catalogue', () => {
  it('knows the 23 events and the 25 notifications', () => {
    expect([eventTypes.length, new Set(notifyTypes).size]).toEqual([23, 25]);
  });

  it('answers each event with its own notification', () => {
    for (const type of eventTypes) {
      const expected = type === 'AddTaskActivityEvent' ? 'AddActivityNotify' : type.replace(/Event$/, 'Notify');
      expect([type, eventCatalogue[type].notify]).toEqual([type, expected]);
    }
  });
});

describe('readEvent', () => {
  it('brings instants to UTC and ids to small letters', () => {
    expect(readEvent(status({ category: 'Open', state: 'Delayed' }), 'supplier')).toMatchObject({
      notificationId: GUID.toLowerCase(),
      notificationDateTime: '2026-02-03T00:01:00.500Z',
      linkedNotificationId: envelope.linkedNotificationId.toLowerCase(),
    });
  });

  it('refuses an unknown type with the rest of the envelope, and says nothing of its task', () => {
    expect(faultsOf({ notificationType: 'PingNotify', notificationId: 'x', task: 1 })).toEqual([
      'notification enum notificationType',
      'notification format notificationId',
      'notification missing notificationDateTime',
      'notification missing subscriberId',
    ]);
  });

  test.each([null, [], 'text', 7])('refuses %j, which is no object', (body) => {
    expect(faultsOf(body)).toEqual(['notification type']);
  });

  test.each(eventTypes)('judges the poster of %s before its form', (type) => {
    for (const role of ['requestor', 'supplier'] as const) {
      const allowed = (eventCatalogue[type].postedBy as readonly string[]).includes(role);
      const { responseCode } = refusal({ notificationType: type }, role);
      expect([role, responseCode]).toEqual([role, allowed ? 'WRM-400-01' : 'WRM-403-02']);
    }
  });

  it('needs the linked notification of a supplier, not of a requestor', () => {
    const { linkedNotificationId: _linked, ...alone } = envelope;
    const assets = { ...alone, notificationType: 'UpdateTaskAssetsEvent', task: { id: 'WRM-1', assets: [] } };
    expect(faultsOf(assets, 'supplier')).toEqual(['notification missing linkedNotificationId']);
    expect(readEvent(assets, 'requestor')).not.toHaveProperty('linkedNotificationId');
  });

  test.each([
    ['no geoTag on site', { category: 'Active', state: 'OnSite' }, `${at} missing geoTag`],
    ['a closed category', { category: 'Closed', state: 'OnSite' }, `${at} enum category`],
    ['a state of the other category', { category: 'Open', state: 'Paused' }, `${at} enum state`],
    ['a state in small letters', { category: 'Open', state: 'delayed' }, `${at} enum state`],
    ['an unknown attribute', { category: 'Open', state: 'Delayed', mood: 'low' }, `${at} additionalProperties mood`],
    ['null where nothing can be cleared', { category: 'Open', state: 'Delayed', note: null }, `${at} type note`],
    [
      'a day without a time',
      { category: 'Open', state: 'Delayed', workSupplierDate: '2026-02-03' },
      `${at} format workSupplierDate`,
    ],
    [
      'a day that does not exist',
      { category: 'Open', state: 'Delayed', workSupplierDate: '2026-02-30T00:00:00Z' },
      `${at} format workSupplierDate`,
    ],
    ['a note that is too long', { category: 'Open', state: 'Delayed', note: 'x'.repeat(5001) }, `${at} maxLength note`],
    [
      'a place off the map',
      { category: 'Open', state: 'Delayed', geoTag: { latitude: 91, longitude: 0 } },
      `${at}.geoTag type latitude`,
    ],
  ])('refuses %s', (_, said, expected) => {
    expect(faultsOf(status(said))).toEqual([expected]);
  });

  it('counts the length of a note in code points', () => {
    expect(() =>
      readEvent(status({ category: 'Open', state: 'Delayed', note: '🛠'.repeat(5000) }), 'supplier'),
    ).not.toThrow();
  });

  it('tells every fault of a body at once', () => {
    const body = { ...status({ category: 'Active', state: 'OnSite', extra: 1 }), subscriberId: 5, stranger: true };
    expect(faultsOf(body)).toEqual([
      'notification additionalProperties stranger',
      'notification type subscriberId',
      `${at} additionalProperties extra`,
      `${at} missing geoTag`,
    ]);
  });

  it('refuses the same activity twice, and none at all', () => {
    const task = (...activities: object[]): object => ({ ...status({}), task: { id: 'WRM-1', activities } });
    const one = { id: 'A', status: { category: 'Open', state: 'Delayed' } };
    expect(faultsOf(task(one, one))).toEqual(['task.activities[1] duplicate id']);
    expect(faultsOf(task())).toEqual(['task missing activities']);
  });

  it('forbids an id at creation', () => {
    const body = { ...envelope, notificationType: 'CreateTaskEvent', task: { id: 'WRM-1' } };
    expect(faultsOf(body, 'requestor')).toContain('task additionalProperties id');
  });

  test.each([
    ['a reason', { supplierAccepted: false }, 'task.allocation missing rejectReason'],
    [
      'a note for a duplicate',
      { supplierAccepted: false, rejectReason: 'Duplicate' },
      'task.allocation missing rejectNote',
    ],
    ['to say no', { supplierAccepted: true, rejectReason: 'InventoryIssue' }, 'task.allocation enum supplierAccepted'],
  ])('needs %s to reject a task', (_, allocation, expected) => {
    const body = { ...envelope, notificationType: 'RejectTaskEvent', task: { id: 'WRM-1', allocation } };
    expect(faultsOf(body)).toEqual([expected]);
  });

  it('needs the name of a worker', () => {
    const worker = { firstName: 'Tane', role: 'Worker' };
    const body = {
      ...envelope,
      notificationType: 'UpdateTaskActivityWorkerEvent',
      task: { id: 'WRM-1', activities: [{ id: 'A', worker }] },
    };
    expect(faultsOf(body)).toEqual(['task.activities[0].worker anyOf name,firstName,lastName']);
  });

  it('takes values that a deployment adds', () => {
    const body = {
      ...envelope,
      notificationType: 'RejectTaskEvent',
      task: { id: 'WRM-1', allocation: { supplierAccepted: false, rejectReason: 'TooFar' } },
    };
    expect(faultsOf(body)).toEqual(['task.allocation enum rejectReason']);
    expect(() => readEvent(body, 'supplier', { rejectReason: ['TooFar'] })).not.toThrow();
  });
});

import { confirmFulfil, fulfil, morning, windowOf } from '../bookings';

const slot = windowOf(8, 10);
const other = windowOf(10, 12);
const window = ({ startDateTime, endDateTime }: typeof morning): object => ({
  requestedStartDateTime: startDateTime,
  requestedEndDateTime: endDateTime,
});
const booked = { bookingId: '{bookingId}', scheduleId: '{scheduleId}' };
const schedule = { latestEnd: '2026-02-20T04:00:00Z', siteVisitType: 'Other' };
const activity = { externalReference: '{fresh}', activityType: 'Verification', schedule };
const ofActivity = { taskId: '{taskId}', activityId: '{activityId}' };
const ofTask = { taskId: '{taskId}', note: 'As agreed by telephone' };

/** Bodies that are good in their situation, where the contract's own examples name what a test does not have. */
export const bodies: Readonly<Record<string, object>> = {
  'POST /appointments': { scheduleId: '{scheduleId}', campaignId: 'CMP-1', ...fulfil, ...window(other) },
  'POST /appointments/{bookingId}/confirm': confirmFulfil(booked as Parameters<typeof confirmFulfil>[0]),
  'PUT /appointments/{bookingId}': {
    bookingId: '{bookingId}',
    releaseOriginalSlot: 1,
    ...window(other),
    rescheduleType: 'APPOINTMENT',
    scheduleCode: 'EXT-{scheduleId}',
  },
  'POST /subscribers': {
    webhookUrl: 'http://127.0.0.1:65535/{fresh}',
    secretKey: 'wrm-demo-secret-0123456789abcdef',
    notificationTypes: ['AcceptTaskNotify'],
    description: 'Of a test',
  },
  'PATCH /subscribers/{subscriberId}': {
    webhookUrl: 'http://127.0.0.1:65535/{fresh}',
    secretKey: 'wrm-demo-secret-abcdef0123456789',
    notificationTypes: [],
    description: null,
  },
  'PUT /subscribers/{subscriberId}/faults': {
    delaySeconds: 1,
    duplicate: true,
    reorder: true,
    drop: true,
    badSignature: true,
    notificationTypes: ['AcceptTaskNotify'],
  },
  'POST /trigger/CreateTask': { workType: 'FibreConnect', externalReference: '{fresh}', activities: [activity] },
  'POST /trigger/Reallocate': { taskId: '{taskId}', workSupplierId: 'LINEWORKS' },
  'POST /trigger/PutOnHold': ofTask,
  'POST /trigger/Resume': ofTask,
  'POST /trigger/Cancel': ofTask,
  'POST /trigger/AddActivity': { taskId: '{taskId}', activities: [activity] },
  'POST /trigger/RequestCancelActivity': ofActivity,
  'POST /trigger/RescheduleByRequestor': { ...ofActivity, schedule: { latestEnd: '2026-02-21T04:00:00Z' } },
  'POST /admin/parties': { id: 'P{fresh}', name: 'A party', role: 'supplier', workTypes: ['REMI'] },
  'PATCH /admin/parties/{partyId}': { name: 'Another name', workTypes: ['REMI'] },
  'POST /admin/clients': { clientId: 'c{fresh}', partyId: 'LINEWORKS', expiresAt: '2027-01-01T00:00:00Z' },
  'PATCH /admin/clients/{clientId}': { active: true, expiresAt: null },
  'POST /admin/schedules': {
    scheduleId: 'S{fresh}',
    workSupplierId: 'FIELDWORKS',
    externalScheduleReference: 'X{fresh}',
    workTypes: ['FibreConnect'],
    areaType: 'Urban',
    scheduleType: 'APPOINTMENT',
    campaignId: 'CMP-1',
    locations: [fulfil.location],
  },
  'PATCH /admin/schedules/{scheduleId}': {
    externalScheduleReference: 'X{fresh}',
    workTypes: ['FibreConnect'],
    campaignId: null,
    locations: [fulfil.location],
  },
  'PUT /admin/schedules/{scheduleId}/timeslots': { timeslots: [{ ...slot, totalUnits: 3 }, { ...morning, totalUnits: 1 }] },
  'POST /admin/campaigns': {
    campaignId: 'C{fresh}',
    name: 'A campaign',
    workTypes: ['FibreConnect'],
    workSupplierId: 'FIELDWORKS',
    from: '2026-01-01T00:00:00Z',
    to: '2027-01-01T00:00:00Z',
  },
  'PATCH /admin/campaigns/{campaignId}': { name: 'Another name', workTypes: ['FibreConnect'], active: false },
}; // prettier-ignore

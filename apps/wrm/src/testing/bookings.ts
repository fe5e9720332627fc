import type { WrmComponents } from '@switchyard/contracts';
import type { TestReply } from '@switchyard/testing';
import type { TestApi, Who } from './wrm';

type Schemas = WrmComponents['schemas'];
export type Slot = Schemas['CapacityTimeslot'];
export type Booking = Schemas['Appointment'];

/** A window on 10 February 2026, by its hours in New Zealand, in which summer time is thirteen hours ahead of UTC. */
export const windowOf = (from: number, to: number): { startDateTime: string; endDateTime: string } => ({
  startDateTime: new Date(Date.UTC(2026, 1, 9, 11 + from)).toISOString(),
  endDateTime: new Date(Date.UTC(2026, 1, 9, 11 + to)).toISOString(),
});

export const morning = windowOf(8, 12);
export const afternoon = windowOf(13, 17);

/** What work of each family says of itself, on the schedules that `capacity` makes. */
export const fulfil = {
  workType: 'FibreConnect',
  areaType: 'Urban',
  location: { locationId: '300112233', locationIdType: 'TLC' },
} as const;
export const assure = {
  workType: 'REMI',
  areaType: 'Rural',
  location: { locationId: 'CP-0001', locationIdType: 'CONNECTIONPOINT' },
} as const;

let made = 0;

/** A schedule of its own with one slot for each number of units, from eight o'clock on, each two hours long. */
export async function capacity(
  api: TestApi,
  work: typeof fulfil | typeof assure,
  ...units: readonly number[]
): Promise<{ scheduleId: string; slots: Slot[] }> {
  const isFulfil = work.workType === 'FibreConnect';
  const scheduleId = `SCH-TEST-${(made += 1)}`;
  const admin = api.as('admin');
  const schedule = {
    scheduleId,
    workSupplierId: isFulfil ? 'FIELDWORKS' : 'LINEWORKS',
    externalScheduleReference: `EXT-${scheduleId}`,
    workTypes: isFulfil ? ['FibreConnect'] : ['REMI', 'REMO', 'REMS', 'PRM'],
    areaType: work.areaType,
    scheduleType: isFulfil ? 'APPOINTMENT' : 'BETWEEN',
    ...(isFulfil && { campaignId: 'CMP-1' }),
  };
  expect(await admin.post('/admin/schedules', schedule)).toMatchObject({ status: 201 });
  const timeslots = units.map((totalUnits, index) => ({ ...windowOf(8 + 2 * index, 10 + 2 * index), totalUnits }));
  const reply = await admin.put(`/admin/schedules/${scheduleId}/timeslots`, { timeslots });
  expect(reply.status).toBe(200);
  return { scheduleId, slots: reply.body.items as Slot[] };
}

/** Reserves, as the requestor unless told otherwise, and gives the booking. */
export async function reserve(api: TestApi, body: object, who: Who = 'requestor'): Promise<Booking> {
  const reply = await api.as(who).post('/appointments', body);
  expect([reply.status, reply.body.state]).toEqual([201, 'Reserved']);
  return reply.body as Booking;
}

export const confirmFulfil = ({ bookingId, scheduleId }: Booking): object => ({
  bookingId,
  scheduleId,
  ...fulfil,
  bookingType: 'BETWEEN',
  campaignId: 'CMP-1',
  customerSiteVisitRequired: 'YES',
  appointmentType: 'APPOINTMENT',
  dayOfWeek: 'Business days',
});

/** Confirms an assurance, in these hours of the day. */
export const confirmAssure = ({ bookingId, scheduleId }: Booking, from = 8, to = 18): object => {
  const { startDateTime, endDateTime } = windowOf(from, to);
  return {
    bookingId,
    scheduleId,
    ...assure,
    bookingType: 'BY',
    productId: 'NGA-EVOLVE-2',
    reservationCategory: 'Preferred',
    reservationType: 'FIRST_AVAILABLE_TIMESLOT',
    requestedStartDateTime: startDateTime,
    requestedEndDateTime: endDateTime,
    timeslotType: 'APPOINTMENT',
  };
};

/** Moves a booking to a slot of its schedule. */
export const moveTo = (booking: Booking, slot: Slot, more: object = {}): object => ({
  bookingId: booking.bookingId,
  releaseOriginalSlot: 1,
  requestedStartDateTime: slot.startDateTime,
  requestedEndDateTime: slot.endDateTime,
  rescheduleType: booking.workType === 'FibreConnect' ? 'APPOINTMENT' : 'BETWEEN',
  scheduleCode: booking.externalScheduleReference,
  ...more,
});

/** The units of the slots of a schedule, by their start: available, held, adjustment. */
export async function unitsOf(api: TestApi, scheduleId: string): Promise<[number, number, number][]> {
  const { body } = await api.as('admin').get(`/admin/schedules/${scheduleId}/timeslots`);
  return (body.items as Slot[]).map((slot) => [slot.availableUnits, slot.heldUnits, slot.adjustmentUnits]);
}

/** A refusal as a test compares it: status, code and each fault's code, object, reason and attributes. */
export const refusal = ({ status, body }: TestReply): unknown => [
  status,
  body.responseCode,
  ...(body.errors as { responseCode?: string; object: string; reason: string; attributes: string[] }[]).map(
    ({ responseCode, object, reason, attributes }) => [responseCode, object, reason, attributes],
  ),
];

import {
  assure,
  capacity,
  confirmAssure,
  confirmFulfil,
  fulfil,
  refusal,
  reserve,
  unitsOf,
  windowOf,
} from '../testing/bookings';
import type { Booking } from '../testing/bookings';
import { START, wrm } from '../testing/wrm';

const api = wrm();
const requestor = api.as('requestor');
const confirm = (booking: Booking, body: object, headers?: Record<string, string>) =>
  requestor.post(`/appointments/${booking.bookingId}/confirm`, body, headers);

async function reserved(units = 1): Promise<Booking> {
  const { scheduleId, slots } = await capacity(api, fulfil, units);
  return reserve(api, { scheduleId, ...fulfil, timeslotId: slots[0]!.timeslotId });
}

async function untimed(...units: number[]): Promise<Booking> {
  const { scheduleId } = await capacity(api, assure, ...units);
  return reserve(api, { scheduleId, ...assure });
}

afterEach(() => api.clock().set(new Date(START)));

describe('POST /appointments/{bookingId}/confirm, Fulfil', () => {
  it('makes the unit that is held firm, and takes no other', async () => {
    const booking = await reserved();
    const { status, body } = await confirm(booking, confirmFulfil(booking));
    expect([status, body]).toEqual([
      200,
      {
        ...booking,
        state: 'Confirmed',
        bookingType: 'BETWEEN',
        customerSiteVisitRequired: 'YES',
        expiresAt: undefined,
        history: [...booking.history, { ...booking.history[0], action: 'confirm', state: 'Confirmed' }],
      },
    ]);
    expect(await unitsOf(api, booking.scheduleId)).toEqual([[0, 1, 0]]);
  });

  it('answers the same body again, however it is spelt, and another body with 409', async () => {
    const booking = await reserved();
    const body = confirmFulfil(booking);
    const first = await confirm(booking, body);
    const turned = Object.fromEntries(Object.entries(body).reverse());
    const again = await confirm(booking, turned);
    expect([again.status, again.body, again.headers.get('idempotent-replayed')]).toEqual([200, first.body, 'true']);
    expect(refusal(await confirm(booking, { ...body, customerSiteVisitRequired: 'NO' }))).toEqual([
      409,
      'WRM-409-23',
      ['WRM-409-23', 'appointment', 'state', ['state']],
    ]);
    expect(await unitsOf(api, booking.scheduleId)).toEqual([[0, 1, 0]]);
  });

  it('answers a repeated key with the first reply, also after a cancellation', async () => {
    const booking = await reserved();
    const key = { 'Idempotency-Key': `confirm-${booking.bookingId}` };
    const first = await confirm(booking, confirmFulfil(booking), key);
    await requestor.delete(`/appointments/${booking.bookingId}`);
    expect((await confirm(booking, confirmFulfil(booking), key)).body).toEqual(first.body);
    expect((await confirm(booking, confirmFulfil(booking))).body.responseCode).toBe('WRM-409-24');
  });

  it('refuses the attributes of the other family, and names everything that is missing', async () => {
    const booking = await reserved();
    const foreign = [
      'productId',
      'reservationCategory',
      'reservationType',
      'requestedStartDateTime',
      'requestedEndDateTime',
      'timeslotType',
    ];
    const missing = ['campaignId', 'customerSiteVisitRequired', 'appointmentType', 'dayOfWeek'];
    expect(refusal(await confirm(booking, confirmAssure(booking)))).toEqual([
      400,
      'WRM-400-01',
      ...foreign.map((name) => [undefined, 'appointment', 'additionalProperties', [name]]),
      ...missing.map((name) => [undefined, 'appointment', 'missing', [name]]),
    ]);
  });

  it('refuses a body that names another booking, beside what else is wrong with it', async () => {
    const booking = await reserved();
    const body = { ...confirmFulfil(booking), bookingId: 'BKG-1' };
    const differs = ['WRM-400-04', 'appointment', 'reference', ['bookingId']];
    expect(refusal(await confirm(booking, body))).toEqual([400, 'WRM-400-04', differs]);
    expect(refusal(await confirm(booking, { ...body, dayOfWeek: 'Sunday' }))).toEqual([
      400,
      'WRM-400-01',
      [undefined, 'appointment', 'enum', ['dayOfWeek']],
      differs,
    ]);
  });

  it('refuses what was not reserved, all of it at once', async () => {
    const booking = await reserved();
    const body = {
      ...confirmFulfil(booking),
      scheduleId: 'SCH-9',
      areaType: 'Rural',
      workType: 'REMI',
      location: assure.location,
      campaignId: 'CMP-9',
      dayOfWeek: 'Extended hours',
    };
    expect(refusal(await confirm(booking, body))).toEqual([
      422,
      'WRM-422-22',
      ['WRM-422-22', 'appointment', 'reference', ['scheduleId', 'workType', 'areaType', 'location']],
      ['WRM-422-22', 'appointment', 'reference', ['dayOfWeek', 'campaignId']],
    ]);
  });

  it('refuses a reservation whose time is over, swept or not', async () => {
    const booking = await reserved();
    api.clock().set(new Date('2026-02-02T01:29:59.999Z'));
    const late = await reserved();
    api.clock().set(new Date('2026-02-02T01:30:00.000Z'));
    expect(refusal(await confirm(booking, confirmFulfil(booking)))).toEqual([
      409,
      'WRM-409-22',
      ['WRM-409-22', 'appointment', 'state', ['state']],
    ]);
    expect((await confirm(late, confirmFulfil(late))).status).toBe(200);
  });

  it('changes no task and tells nobody', async () => {
    const booking = await reserved();
    await confirm(booking, confirmFulfil(booking));
    const { body } = await api.as('supplier-a').get('/notifications');
    expect(body.items).toEqual([]);
  });

  it('is out of the sight of strangers', async () => {
    const booking = await reserved();
    const body = confirmFulfil(booking);
    expect(await api.as('supplier-b').post(`/appointments/${booking.bookingId}/confirm`, body)).toMatchObject({
      status: 404,
      body: { responseCode: 'WRM-404-05' },
    });
    expect((await confirm({ ...booking, bookingId: 'BKG-9999999999' }, body)).status).toBe(404);
    expect((await api.as('supplier-a').post(`/appointments/${booking.bookingId}/confirm`, body)).status).toBe(200);
  });
});

describe('POST /appointments/{bookingId}/confirm, Assure', () => {
  it('takes the first slot inside the window that has a unit', async () => {
    const booking = await untimed(0, 1, 1);
    const { status, body } = await confirm(booking, confirmAssure(booking));
    expect([status, body]).toMatchObject([
      200,
      {
        state: 'Confirmed',
        timeslot: { ...windowOf(10, 12), availableUnits: 0 },
        productId: 'NGA-EVOLVE-2',
        bookingType: 'BY',
        reservationCategory: 'Preferred',
        reservationType: 'FIRST_AVAILABLE_TIMESLOT',
      },
    ]);
    expect(await unitsOf(api, booking.scheduleId)).toEqual([
      [0, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  it('takes the slot of exactly the window by default', async () => {
    const booking = await untimed(1, 1);
    const exact = { ...confirmAssure(booking, 10, 12), reservationType: 'DEFAULT' };
    expect((await confirm(booking, exact)).body).toMatchObject({ timeslot: windowOf(10, 12) });
    expect(await unitsOf(api, booking.scheduleId)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  it('keeps the slot that was reserved', async () => {
    const { scheduleId } = await capacity(api, assure, 1, 1);
    const { startDateTime: requestedStartDateTime, endDateTime: requestedEndDateTime } = windowOf(10, 12);
    const booking = await reserve(api, { scheduleId, ...assure, requestedStartDateTime, requestedEndDateTime });
    expect(refusal(await confirm(booking, confirmAssure(booking, 8, 10)))).toEqual([
      422,
      'WRM-422-22',
      ['WRM-422-22', 'appointment', 'reference', ['requestedStartDateTime', 'requestedEndDateTime']],
    ]);
    expect((await confirm(booking, confirmAssure(booking))).body).toMatchObject({ timeslot: windowOf(10, 12) });
    expect(await unitsOf(api, scheduleId)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  const window = ['requestedStartDateTime', 'requestedEndDateTime'];
  test.each([
    ['no slot has this window', [1], [8, 9], 'DEFAULT', 422, 'WRM-422-23', 'reference', window],
    ['no slot is inside the window', [1], [9, 11], 'FIRST_AVAILABLE_TIMESLOT', 422, 'WRM-422-23', 'reference', window],
    ['the slot has no unit', [0], [8, 10], 'DEFAULT', 409, 'WRM-409-21', 'state', ['availableUnits']],
    ['no slot has a unit', [0, 0], [8, 12], 'FIRST_AVAILABLE_TIMESLOT', 409, 'WRM-409-21', 'state', ['availableUnits']],
  ] as const)('refuses when %s', async (_, units, [from, to], reservationType, status, code, reason, attributes) => {
    const booking = await untimed(...units);
    expect(refusal(await confirm(booking, { ...confirmAssure(booking, from, to), reservationType }))).toEqual([
      status,
      code,
      [code, 'appointment', reason, attributes],
    ]);
    expect((await requestor.get(`/appointments/${booking.bookingId}`)).body).toEqual(booking);
  });

  it('passes over slots that have begun, and refuses one by its window', async () => {
    api.clock().set(new Date(windowOf(8, 10).startDateTime));
    const booking = await untimed(1, 1);
    api.clock().set(new Date(Date.parse(windowOf(8, 10).startDateTime) + 1));
    expect(refusal(await confirm(booking, { ...confirmAssure(booking, 8, 10), reservationType: 'DEFAULT' }))).toEqual([
      422,
      'WRM-422-24',
      ['WRM-422-24', 'appointment', 'range', ['requestedStartDateTime']],
    ]);
    expect((await confirm(booking, confirmAssure(booking, 8, 10))).body.responseCode).toBe('WRM-422-23');
    expect((await confirm(booking, confirmAssure(booking))).body).toMatchObject({ timeslot: windowOf(10, 12) });
  });

  it('refuses an end before the start, and the attributes of the other family', async () => {
    const booking = await untimed(1);
    expect(refusal(await confirm(booking, confirmAssure(booking, 12, 8)))).toEqual([
      400,
      'WRM-400-01',
      [undefined, 'appointment', 'range', ['requestedEndDateTime']],
    ]);
    expect(refusal(await confirm(booking, { ...confirmAssure(booking), dayOfWeek: 'Business days' }))).toEqual([
      400,
      'WRM-400-01',
      [undefined, 'appointment', 'additionalProperties', ['dayOfWeek']],
    ]);
  });
});

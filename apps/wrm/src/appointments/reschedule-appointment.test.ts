import type { Booking, Slot } from '../testing/bookings';
import {
  assure,
  capacity,
  confirmFulfil,
  fulfil,
  moveTo,
  refusal,
  reserve,
  unitsOf,
  windowOf,
} from '../testing/bookings';
import { START, wrm } from '../testing/wrm';

const api = wrm();
const requestor = api.as('requestor');
const put = (booking: Booking, body: object) => requestor.put(`/appointments/${booking.bookingId}`, body);

/** A confirmed booking of the first slot, and all slots of its schedule. */
async function confirmed(...units: number[]): Promise<{ booking: Booking; slots: Slot[] }> {
  const { scheduleId, slots } = await capacity(api, fulfil, ...units);
  const booking = await reserve(api, { scheduleId, ...fulfil, timeslotId: slots[0]!.timeslotId });
  const reply = await requestor.post(`/appointments/${booking.bookingId}/confirm`, confirmFulfil(booking));
  expect(reply.status).toBe(200);
  return { booking: reply.body as Booking, slots };
}

const cancel = async ({ bookingId }: Booking): Promise<void> =>
  expect((await requestor.delete(`/appointments/${bookingId}`)).status).toBe(204) as unknown as void;

afterEach(() => api.clock().set(new Date(START)));

describe('PUT /appointments/{bookingId}', () => {
  it('moves the booking and gives its unit back', async () => {
    const { booking, slots } = await confirmed(1, 1);
    const reply = await put(booking, moveTo(booking, slots[1]!));
    expect(reply).toMatchObject({
      status: 200,
      body: {
        state: 'Confirmed',
        overridden: false,
        releasedUnits: 1,
        timeslot: { ...windowOf(10, 12), availableUnits: 0 },
      },
    });
    expect((reply.body as Booking).history.at(-1)).toEqual({
      dateTime: START,
      action: 'reschedule',
      partyId: 'NETCO',
      state: 'Confirmed',
      timeslotId: slots[1]!.timeslotId,
      releasedUnits: 1,
    });
    expect(await unitsOf(api, booking.scheduleId)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  it('overrides a slot without a unit, into negative units, which the report shows', async () => {
    const { booking, slots } = await confirmed(1, 0);
    expect((await put(booking, moveTo(booking, slots[1]!))).body).toMatchObject({
      overridden: true,
      timeslot: { availableUnits: -1 },
    });
    const report = await api.as('supplier-a').get('/admin/overbooked-timeslots?limit=200');
    expect(report.body.items).toContainEqual({ ...slots[1], heldUnits: 1, availableUnits: -1 });
    expect((await api.as('supplier-b').get('/admin/overbooked-timeslots')).body.items).toEqual([]);
  });

  test.each([
    [
      1,
      [
        [3, 0, 0],
        [2, 1, 0],
      ],
    ],
    [
      0,
      [
        [2, 0, -1],
        [2, 1, 0],
      ],
    ],
    [
      -2,
      [
        [0, 0, -3],
        [2, 1, 0],
      ],
    ],
    [
      3,
      [
        [5, 0, 2],
        [2, 1, 0],
      ],
    ],
  ])('releases %d units of the original slot', async (releaseOriginalSlot, expected) => {
    const { booking, slots } = await confirmed(3, 3);
    const { body } = await put(booking, moveTo(booking, slots[1]!, { releaseOriginalSlot }));
    expect(body.releasedUnits).toBe(releaseOriginalSlot);
    expect(await unitsOf(api, booking.scheduleId)).toEqual(expected);
  });

  test.each([
    [1, [[0, 1, 0]], false],
    [0, [[-1, 1, -1]], true],
  ])('can go to the slot where it is, releasing %d', async (releaseOriginalSlot, expected, overridden) => {
    const { booking, slots } = await confirmed(1);
    const { body } = await put(booking, moveTo(booking, slots[0]!, { releaseOriginalSlot }));
    expect(body.overridden).toBe(overridden);
    expect(await unitsOf(api, booking.scheduleId)).toEqual(expected);
  });

  it('changes nothing when the same is asked again, and goes back when that is asked', async () => {
    const { booking, slots } = await confirmed(1, 1);
    const there = moveTo(booking, slots[1]!);
    const first = await put(booking, there);
    expect((await put(booking, there)).body).toEqual(first.body);
    await put(booking, moveTo(booking, slots[0]!));
    expect(await unitsOf(api, booking.scheduleId)).toEqual([
      [0, 1, 0],
      [1, 0, 0],
    ]);
    await put(booking, there);
    expect(await unitsOf(api, booking.scheduleId)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  it('takes up a cancelled booking again, whose unit is back already', async () => {
    const { booking, slots } = await confirmed(1, 1);
    await cancel(booking);
    const again = moveTo(booking, slots[1]!, { releaseOriginalSlot: -5 });
    expect((await put(booking, again)).body).toMatchObject({ state: 'Confirmed', releasedUnits: 0, overridden: false });
    expect(await unitsOf(api, booking.scheduleId)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    await cancel(booking);
    expect((await put(booking, again)).body).toMatchObject({ state: 'Confirmed' });
    expect(await unitsOf(api, booking.scheduleId)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  it('takes up a reservation that was cancelled before it had a slot', async () => {
    const { scheduleId, slots } = await capacity(api, assure, 1);
    const booking = await reserve(api, { scheduleId, ...assure });
    await cancel(booking);
    expect((await put(booking, moveTo(booking, slots[0]!))).body).toMatchObject({
      state: 'Confirmed',
      timeslot: { availableUnits: 0 },
    });
  });

  it('refuses what is reserved or expired', async () => {
    const { scheduleId, slots } = await capacity(api, fulfil, 1);
    const booking = await reserve(api, { scheduleId, ...fulfil, timeslotId: slots[0]!.timeslotId });
    const expected = [409, 'WRM-409-25', ['WRM-409-25', 'appointment', 'state', ['state']]];
    expect(refusal(await put(booking, moveTo(booking, slots[0]!)))).toEqual(expected);
    await requestor.put('/sandbox/clock', { now: '2026-02-02T01:30:00Z', frozen: true });
    expect((await requestor.get(`/appointments/${booking.bookingId}`)).body.state).toBe('Expired');
    expect(refusal(await put(booking, moveTo(booking, slots[0]!)))).toEqual(expected);
  });

  it('names every rule that is broken', async () => {
    const { booking } = await confirmed(1);
    const past = { startDateTime: '2026-02-01T00:00:00Z', endDateTime: '2026-02-01T01:00:00Z' } as Slot;
    const body = moveTo(booking, past, { rescheduleType: 'BY', scheduleCode: 'OTHER' });
    expect(refusal(await put(booking, body))).toEqual([
      422,
      'WRM-422-23',
      ['WRM-422-23', 'appointment', 'reference', ['requestedStartDateTime', 'requestedEndDateTime']],
      ['WRM-422-24', 'appointment', 'range', ['requestedStartDateTime']],
      ['WRM-422-25', 'appointment', 'enum', ['rescheduleType']],
      ['WRM-422-26', 'appointment', 'reference', ['scheduleCode']],
    ]);
  });

  test.each([
    ['a fraction', { releaseOriginalSlot: 0.5 }, 'type', ['releaseOriginalSlot']],
    ['a hundred units', { releaseOriginalSlot: 100 }, 'range', ['releaseOriginalSlot']],
    ['a text', { releaseOriginalSlot: '1' }, 'type', ['releaseOriginalSlot']],
    ['an unknown type', { rescheduleType: 'SOON' }, 'enum', ['rescheduleType']],
    ['a day', { requestedEndDateTime: '2026-02-10' }, 'format', ['requestedEndDateTime']],
    ['an end at the start', { requestedEndDateTime: windowOf(8, 10).startDateTime }, 'range', ['requestedEndDateTime']],
    ['a stranger', { note: 'x' }, 'additionalProperties', ['note']],
  ])('refuses %s', async (_, more, reason, attributes) => {
    const { booking, slots } = await confirmed(1);
    expect(refusal(await put(booking, moveTo(booking, slots[0]!, more)))).toEqual([
      400,
      'WRM-400-01',
      [undefined, 'appointment', reason, attributes],
    ]);
  });

  it('refuses a body that names another booking', async () => {
    const { booking, slots } = await confirmed(1);
    expect(refusal(await put(booking, moveTo(booking, slots[0]!, { bookingId: 'BKG-1' })))).toEqual([
      400,
      'WRM-400-04',
      ['WRM-400-04', 'appointment', 'reference', ['bookingId']],
    ]);
  });
});

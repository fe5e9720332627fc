import { Database } from '@switchyard/db';
import type { Booking } from '../testing/bookings';
import { assure, capacity, confirmFulfil, fulfil, reserve, unitsOf } from '../testing/bookings';
import { START, wrm } from '../testing/wrm';
import { expireReservations } from './expire-reservations';

const api = wrm();
const requestor = api.as('requestor');
const read = async ({ bookingId }: Booking): Promise<Booking> =>
  (await requestor.get(`/appointments/${bookingId}`)).body as Booking;

async function reserved(units = 1): Promise<Booking> {
  const { scheduleId, slots } = await capacity(api, fulfil, units);
  return reserve(api, { scheduleId, ...fulfil, timeslotId: slots[0]!.timeslotId });
}

afterEach(() => api.clock().set(new Date(START)));

describe('DELETE /appointments/{bookingId}', () => {
  it('gives the unit back, once', async () => {
    const booking = await reserved(2);
    for (const again of ['', ' again', ' and again']) {
      const reply = await requestor.delete(`/appointments/${booking.bookingId}`);
      expect([again, reply.status, reply.text]).toEqual([again, 204, '']);
    }
    expect(await unitsOf(api, booking.scheduleId)).toEqual([[2, 0, 0]]);
    const { state, history, expiresAt } = await read(booking);
    expect([state, expiresAt, history.map(({ action }) => action)]).toEqual([
      'Cancelled',
      undefined,
      ['reserve', 'cancel'],
    ]);
  });

  it('cancels what is confirmed, for the supplier too', async () => {
    const booking = await reserved();
    await requestor.post(`/appointments/${booking.bookingId}/confirm`, confirmFulfil(booking));
    expect((await api.as('supplier-a').delete(`/appointments/${booking.bookingId}`)).status).toBe(204);
    expect((await read(booking)).history.at(-1)).toMatchObject({ action: 'cancel', partyId: 'FIELDWORKS' });
  });

  it('cancels a reservation that holds nothing', async () => {
    const { scheduleId } = await capacity(api, assure, 1);
    const booking = await reserve(api, { scheduleId, ...assure });
    await requestor.delete(`/appointments/${booking.bookingId}`);
    expect((await read(booking)).state).toBe('Cancelled');
    expect(await unitsOf(api, scheduleId)).toEqual([[1, 0, 0]]);
  });

  it('leaves alone what is over by time, swept or not', async () => {
    const booking = await reserved();
    api.clock().set(new Date('2026-02-02T01:30:00Z'));
    expect((await requestor.delete(`/appointments/${booking.bookingId}`)).status).toBe(204);
    await requestor.put('/sandbox/clock', { now: '2026-02-02T01:31:00Z' });
    expect((await requestor.delete(`/appointments/${booking.bookingId}`)).status).toBe(204);
    expect((await read(booking)).state).toBe('Expired');
  });

  it('does not know what is out of sight, and is not for the operator', async () => {
    const { bookingId } = await reserved();
    expect((await api.as('supplier-b').delete(`/appointments/${bookingId}`)).body.responseCode).toBe('WRM-404-05');
    expect((await api.as('admin').delete(`/appointments/${bookingId}`)).body.responseCode).toBe('WRM-403-01');
  });
});

describe('the end of a reservation', () => {
  it('comes when its time is over, before the reply that moves the clock', async () => {
    const booking = await reserved();
    await requestor.put('/sandbox/clock', { now: '2026-02-02T01:29:59.999Z' });
    expect((await read(booking)).state).toBe('Reserved');
    await requestor.put('/sandbox/clock', { now: '2026-02-02T09:00:00Z' });
    expect(await read(booking)).toMatchObject({
      state: 'Expired',
      expiresAt: '2026-02-02T01:30:00.000Z',
      updatedDateTime: '2026-02-02T01:30:00.000Z',
    });
    expect((await read(booking)).history.at(-1)).toEqual({
      dateTime: '2026-02-02T01:30:00.000Z',
      action: 'expire',
      partyId: 'WRM',
      state: 'Expired',
      timeslotId: booking.timeslot!.timeslotId,
    });
    expect(await unitsOf(api, booking.scheduleId)).toEqual([[1, 0, 0]]);
  });

  it('does not come to what is confirmed, nor back when the clock is set back', async () => {
    const [firm, loose] = [await reserved(), await reserved()];
    await requestor.post(`/appointments/${firm.bookingId}/confirm`, confirmFulfil(firm));
    await requestor.put('/sandbox/clock', { advance: 'P10D' });
    await requestor.put('/sandbox/clock', { now: START });
    expect([(await read(firm)).state, (await read(loose)).state]).toEqual(['Confirmed', 'Expired']);
  });

  it('comes once to each of many, however many processes look for them', async () => {
    const { scheduleId, slots } = await capacity(api, fulfil, 250, 250);
    const body = (index: number): object => ({ scheduleId, ...fulfil, timeslotId: slots[index % 2]!.timeslotId });
    const bookings: Booking[] = [];
    for (let made = 0; made < 230; made += 10) {
      bookings.push(...(await Promise.all(Array.from({ length: 10 }, (_, index) => reserve(api, body(index))))));
    }
    api.clock().set(new Date('2026-02-03T01:00:00Z'));
    const { url } = api.db();
    const processes = Array.from({ length: 4 }, () => new Database({ url, schema: 'wrm', poolSize: 1 }));
    await Promise.all(processes.map((db) => expireReservations({ db, clock: api.clock() })));
    await Promise.all(processes.map((db) => db.close()));
    expect(await unitsOf(api, scheduleId)).toEqual([
      [250, 0, 0],
      [250, 0, 0],
    ]);
    const counted = await api
      .db()
      .reader()
      .rows<{ bookings: number; endings: number }>(
        {
          name: '',
          text: `select count(distinct appointment_id) as bookings, count(*) as endings from appointment_history
             where action = 'expire' and appointment_id = any($1)`,
        },
        [bookings.map(({ bookingId }) => bookingId)],
      );
    expect(counted).toEqual([{ bookings: 230, endings: 230 }]);
  });
});

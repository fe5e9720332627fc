import fc from 'fast-check';
import type { TestReply } from '@switchyard/testing';
import type { Booking, Slot } from '../testing/bookings';
import { assure, capacity, confirmAssure, fulfil, moveTo, reserve, unitsOf } from '../testing/bookings';
import { wrm } from '../testing/wrm';

const api = wrm();
const requestor = api.as('requestor');

const confirm = (booking: Booking, body = confirmAssure(booking)): Promise<TestReply> =>
  requestor.post(`/appointments/${booking.bookingId}/confirm`, body);

const several = <Item>(count: number, make: (index: number) => Promise<Item>): Promise<Item[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

/** One after the other: only what is asked of them is done at once. */
async function reserveAll(count: number, body: object): Promise<Booking[]> {
  const bookings: Booking[] = [];
  while (bookings.length < count) bookings.push(await reserve(api, body));
  return bookings;
}

const statuses = (replies: readonly TestReply[]): Record<number, number> =>
  replies.reduce<Record<number, number>>((sum, { status }) => ({ ...sum, [status]: (sum[status] ?? 0) + 1 }), {});

describe('many at a time', () => {
  test.each(['FIRST_AVAILABLE_TIMESLOT', 'DEFAULT'])(
    'confirm the last unit: one has it, and a rescheduling overrides (%s)',
    async (reservationType) => {
      const { scheduleId, slots } = await capacity(api, assure, 1, 1);
      const bookings = await reserveAll(20, { scheduleId, ...assure });
      const replies = await Promise.all(
        bookings.map((booking) => confirm(booking, { ...confirmAssure(booking, 8, 10), reservationType })),
      );
      expect(statuses(replies)).toEqual({ 200: 1, 409: 19 });
      const codes = replies.filter(({ status }) => status === 409).map(({ body }) => body.responseCode as string);
      expect(new Set(codes)).toEqual(new Set(['WRM-409-21']));
      expect(await unitsOf(api, scheduleId)).toEqual([
        [0, 1, 0],
        [1, 0, 0],
      ]);
      const other = bookings.find((_, index) => replies[index]!.status === 409)!;
      await confirm(other, confirmAssure(other, 10, 12));
      const moved = await requestor.put(`/appointments/${other.bookingId}`, moveTo(other, slots[0]!));
      expect(moved.body.timeslot.availableUnits).toBe(-1);
    },
  );

  it('confirm into as many slots as there are', async () => {
    const { scheduleId } = await capacity(api, assure, 2, 3, 1);
    const bookings = await reserveAll(9, { scheduleId, ...assure });
    expect(statuses(await Promise.all(bookings.map((booking) => confirm(booking))))).toEqual({ 200: 6, 409: 3 });
    expect((await unitsOf(api, scheduleId)).map(([free]) => free)).toEqual([0, 0, 0]);
  });

  it('reserve the last units', async () => {
    const { scheduleId, slots } = await capacity(api, fulfil, 3);
    const body = { scheduleId, ...fulfil, timeslotId: slots[0]!.timeslotId };
    expect(statuses(await several(20, () => requestor.post('/appointments', body)))).toEqual({ 201: 3, 409: 17 });
    expect(await unitsOf(api, scheduleId)).toEqual([[0, 3, 0]]);
  });

  it('send the same request: it is done once', async () => {
    const { scheduleId, slots } = await capacity(api, assure, 5, 5);
    const booking = await reserve(api, { scheduleId, ...assure });
    const confirmed = await several(8, () => confirm(booking));
    expect(statuses(confirmed)).toEqual({ 200: 8 });
    expect(await unitsOf(api, scheduleId)).toEqual([
      [4, 1, 0],
      [5, 0, 0],
    ]);
    const move = moveTo(booking, slots[1]!, { releaseOriginalSlot: 2 });
    const moved = await several(8, () => requestor.put(`/appointments/${booking.bookingId}`, move));
    expect(statuses(moved)).toEqual({ 200: 8 });
    expect(await unitsOf(api, scheduleId)).toEqual([
      [6, 0, 1],
      [4, 1, 0],
    ]);
    const cancelled = await several(8, () => requestor.delete(`/appointments/${booking.bookingId}`));
    expect(statuses(cancelled)).toEqual({ 204: 8 });
    expect(await unitsOf(api, scheduleId)).toEqual([
      [6, 0, 1],
      [5, 0, 0],
    ]);
  });

  it('cross between two slots without waiting for each other for ever', async () => {
    const { scheduleId, slots } = await capacity(api, assure, 10, 10);
    const bookings = await reserveAll(10, { scheduleId, ...assure });
    await Promise.all(bookings.map((booking) => confirm(booking)));
    const cross = await several(10, (index) => {
      const booking = bookings[index]!;
      return requestor.put(`/appointments/${booking.bookingId}`, moveTo(booking, slots[index % 2]!));
    });
    expect(statuses(cross)).toEqual({ 200: 10 });
    expect(await unitsOf(api, scheduleId)).toEqual([
      [5, 5, 0],
      [5, 5, 0],
    ]);
  });
});

type Step = { booking: number; action: 'confirm' | 'cancel' | 'move'; slot: number };

const step: fc.Arbitrary<Step> = fc.record({
  booking: fc.nat(3),
  action: fc.constantFrom('confirm' as const, 'cancel' as const, 'move' as const),
  slot: fc.nat(2),
});

function send(
  bookings: readonly Booking[],
  slots: readonly Slot[],
  { booking: index, action, slot }: Step,
): Promise<TestReply> {
  const booking = bookings[index]!;
  if (action === 'confirm') return confirm(booking);
  const path = `/appointments/${booking.bookingId}`;
  return action === 'cancel' ? requestor.delete(path) : requestor.put(path, moveTo(booking, slots[slot]!));
}

describe('whatever happens, in whatever order and at once', () => {
  it('each slot holds the units of its bookings, and no more than it has unless one was moved there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const { scheduleId, slots } = await capacity(api, assure, 1, 1, 1);
        const bookings = await reserveAll(4, { scheduleId, ...assure });
        for (let at = 0; at < steps.length; at += 4) {
          const replies = await Promise.all(steps.slice(at, at + 4).map((each) => send(bookings, slots, each)));
          expect(replies.every(({ status }) => status < 500)).toBe(true);
        }
        const { body } = await requestor.get(`/appointments?scheduleId=${scheduleId}`);
        const live = (body.items as Booking[]).filter(({ state }) => state === 'Confirmed');
        for (const [index, [available, held]] of (await unitsOf(api, scheduleId)).entries()) {
          const own = live.filter(({ timeslot }) => timeslot?.timeslotId === slots[index]!.timeslotId);
          expect([held, available]).toEqual([own.length, 1 - own.length]);
          if (available < 0) expect(own.some(({ overridden }) => overridden)).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });
});

import type { Booking } from '../testing/bookings';
import { assure, capacity, confirmFulfil, fulfil, refusal, reserve, windowOf } from '../testing/bookings';
import { newActivity, work } from '../testing/work';
import type { Who } from '../testing/wrm';
import { START, wrm } from '../testing/wrm';

const api = wrm();
const { accepted, post } = work(api);
const requestor = api.as('requestor');
const JSON_API = { Accept: 'application/vnd.api+json' };

async function reserved(): Promise<Booking> {
  const { scheduleId, slots } = await capacity(api, fulfil, 1);
  return reserve(api, { scheduleId, ...fulfil, timeslotId: slots[0]!.timeslotId });
}

afterEach(() => api.clock().set(new Date(START)));

describe('GET /appointments', () => {
  it('lists newest first, page by page, by state, schedule and time of reservation', async () => {
    const { scheduleId } = await capacity(api, assure, 1);
    const made: string[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      api.clock().set(new Date(Date.parse(START) + minute * 60_000));
      made.unshift((await reserve(api, { scheduleId, ...assure })).bookingId);
    }
    await requestor.delete(`/appointments/${made[1]}`);
    const ids = async (query: string): Promise<[string[], string | null]> => {
      const { body } = await requestor.get(`/appointments?scheduleId=${scheduleId}&${query}`);
      return [(body.items as Booking[]).map(({ bookingId }) => bookingId), body.nextCursor as string | null];
    };
    const [first, cursor] = await ids('limit=3');
    expect([first, await ids(`limit=3&cursor=${cursor}`)]).toEqual([made.slice(0, 3), [made.slice(3), null]]);
    expect((await ids('state=Cancelled'))[0]).toEqual([made[1]]);
    expect((await ids('from=2026-02-02T01:01:00Z&to=2026-02-02T01:03:00Z'))[0]).toEqual([made[2], made[3]]);
  });

  it('shows each party what is its own, and the operator all', async () => {
    const own = await reserved();
    const { scheduleId } = await capacity(api, assure, 1);
    const foreign = await reserve(api, { scheduleId, ...assure }, 'supplier-b');
    const sees = async (who: Who): Promise<boolean[]> =>
      Promise.all(
        [own, foreign].map(async ({ bookingId, scheduleId: id }) => {
          const { body } = await api.as(who).get(`/appointments?scheduleId=${id}`);
          const isListed = (body.items as Booking[]).some((each) => each.bookingId === bookingId);
          const { status } = await api.as(who).get(`/appointments/${bookingId}`);
          expect([who, status]).toEqual([who, isListed ? 200 : 404]);
          return isListed;
        }),
      );
    expect(await sees('requestor')).toEqual([true, false]);
    expect(await sees('supplier-a')).toEqual([true, false]);
    expect(await sees('supplier-b')).toEqual([false, true]);
    expect(await sees('admin')).toEqual([true, true]);
  });

  it('names everything that is wrong with a query', async () => {
    expect(refusal(await requestor.get('/appointments?state=Lost&from=today&limit=0&cursor=WzFd'))).toEqual([
      400,
      'WRM-400-03',
      [undefined, 'query', 'enum', ['state']],
      [undefined, 'query', 'format', ['from']],
      [undefined, 'query', 'format', ['limit']],
      [undefined, 'query', 'format', ['cursor']],
    ]);
  });

  it('is a document of resources, with links to the next page', async () => {
    api.clock().set(new Date('2026-02-02T02:00:00Z'));
    await reserved();
    const booking = await reserved();
    const { body } = await requestor.get('/appointments?limit=1', JSON_API);
    expect(body).toMatchObject({
      data: [
        {
          type: 'appointments',
          id: booking.bookingId,
          attributes: { state: 'Reserved', timeslot: booking.timeslot },
          relationships: { schedule: { data: { type: 'schedules', id: booking.scheduleId } }, task: { data: null } },
        },
      ],
      links: { next: expect.stringContaining('cursor=') },
    });
  });
});

describe('GET /appointments/{bookingId}', () => {
  it('is a document too, with its schedule where that is asked for', async () => {
    const { bookingId, scheduleId } = await reserved();
    const { body } = await requestor.get(`/appointments/${bookingId}?include=schedule`, JSON_API);
    expect(body).toMatchObject({
      data: { type: 'appointments', id: bookingId },
      included: [{ type: 'schedules', id: scheduleId, attributes: { externalScheduleReference: `EXT-${scheduleId}` } }],
    });
    expect(await requestor.get(`/appointments/${bookingId}?include=weather`, JSON_API)).toMatchObject({ status: 400 });
  });

  it('tells whether the linked activity says the same', async () => {
    const booking = await reserved();
    const { startDateTime } = booking.timeslot!;
    const schedule = { appointmentBookingId: booking.bookingId, scheduleId: booking.scheduleId };
    const { id, activity } = await accepted({ activities: [newActivity('ACT-1', schedule)] });
    const read = async (): Promise<Booking> =>
      (await requestor.get(`/appointments/${booking.bookingId}`)).body as Booking;
    const plan = (times: object) =>
      post('supplier-a', 'UpdateTaskActivityScheduleByWorkSupplierEvent', {
        id,
        activities: [{ id: activity, schedule: { rescheduleReason: 'Weather', ...times } }],
      });
    expect(await read()).toMatchObject({ taskId: id, activityId: activity, scheduleInSync: true });
    expect(await read()).not.toHaveProperty('expiresAt');
    await requestor.post(`/appointments/${booking.bookingId}/confirm`, confirmFulfil(booking));
    expect((await read()).scheduleInSync).toBe(false);
    expect((await plan({ appointmentTime: startDateTime, scheduledStart: startDateTime })).status).toBe(200);
    expect((await read()).scheduleInSync).toBe(true);
    expect((await plan({ scheduledStart: windowOf(13, 14).startDateTime })).status).toBe(200);
    expect((await read()).scheduleInSync).toBe(false);
    await requestor.delete(`/appointments/${booking.bookingId}`);
    expect(await read()).toMatchObject({ state: 'Cancelled', taskId: id, scheduleInSync: false });
  });

  it('does not end while it is linked', async () => {
    const booking = await reserved();
    await accepted({ activities: [newActivity('ACT-1', { appointmentBookingId: booking.bookingId })] });
    await requestor.put('/sandbox/clock', { advance: 'P1D' });
    expect((await requestor.get(`/appointments/${booking.bookingId}`)).body.state).toBe('Reserved');
  });
});

describe('GET /appointments/{bookingId}/timeslots', () => {
  const ask = (booking: Booking, more: Record<string, string> = {}, headers = {}) => {
    const { scheduleId, areaType, workType, location } = booking;
    const query = new URLSearchParams({ scheduleId, areaType, workType, ...location, ...more });
    return requestor.get(`/appointments/${booking.bookingId}/timeslots?${query}`, headers);
  };
  const starts = (reply: Awaited<ReturnType<typeof ask>>): string[] =>
    (reply.body.timeslots as { startDateTime: string }[]).map(({ startDateTime }) => startDateTime);

  async function untimed(...units: number[]): Promise<Booking> {
    const { scheduleId } = await capacity(api, assure, ...units);
    return reserve(api, { scheduleId, ...assure });
  }

  it('shows the slots that have a unit, or all of them, page by page', async () => {
    const booking = await untimed(1, 0, 2);
    const free = [windowOf(8, 10).startDateTime, windowOf(12, 14).startDateTime];
    const reply = await ask(booking);
    expect(reply.body).toMatchObject({
      bookingId: booking.bookingId,
      scheduleId: booking.scheduleId,
      nextCursor: null,
    });
    expect(starts(reply)).toEqual(free);
    expect(starts(await ask(booking, { includeFull: 'true' }))).toHaveLength(3);
    const first = await ask(booking, { limit: '1' });
    const next = await ask(booking, { limit: '1', cursor: first.body.nextCursor as string });
    expect([starts(first), starts(next), next.body.nextCursor]).toEqual([[free[0]], [free[1]], null]);
    expect(starts(await ask(booking, { from: windowOf(9, 10).startDateTime }))).toEqual([free[1]]);
    expect(starts(await ask(booking, { to: windowOf(12, 13).startDateTime }))).toEqual([free[0]]);
  });

  it('looks 89 days ahead by the clocks of New Zealand, which change on 5 April', async () => {
    const booking = await untimed(0);
    const slot = (startDateTime: string) => ({
      startDateTime,
      endDateTime: '2026-06-01T00:00:00Z',
      totalUnits: 1,
    });
    // 2 May ends at twelve o'clock UTC in winter time, an hour later than in summer time.
    const [last, beyond] = ['2026-05-02T11:59:59.000Z', '2026-05-02T12:00:00.000Z'];
    await api
      .as('admin')
      .put(`/admin/schedules/${booking.scheduleId}/timeslots`, { timeslots: [slot(last), slot(beyond)] });
    expect(starts(await ask(booking))).toEqual([last]);
    expect(starts(await ask(booking, { to: '2026-06-01T00:00:00Z' }))).toEqual([last, beyond]);
  });

  it('is a document of slots', async () => {
    const booking = await untimed(1);
    expect((await ask(booking, {}, JSON_API)).body).toMatchObject({
      data: [
        {
          type: 'timeslots',
          attributes: { ...windowOf(8, 10), availableUnits: 1 },
          relationships: { schedule: { data: { id: booking.scheduleId } } },
        },
      ],
    });
  });

  it('asks for what was reserved, and for the type of work only of an assurance', async () => {
    const [assurance, fulfilment] = [await untimed(1), await reserved()];
    const bare = (booking: Booking) => requestor.get(`/appointments/${booking.bookingId}/timeslots`);
    const missing = (names: string[]) => [
      400,
      'WRM-400-03',
      ...names.map((name) => [undefined, 'query', 'missing', [name]]),
    ];
    const always = ['areaType', 'scheduleId', 'locationId', 'locationIdType'];
    expect(refusal(await bare(assurance))).toEqual(missing([...always, 'workType']));
    expect(refusal(await bare(fulfilment))).toEqual(missing(always));
    expect(
      refusal(await ask(assurance, { scheduleId: 'SCH-9', areaType: 'Urban', workType: 'PRM', locationId: '1' })),
    ).toEqual([
      422,
      'WRM-422-22',
      ['WRM-422-22', 'appointment', 'reference', ['scheduleId', 'workType', 'areaType', 'location']],
    ]);
    expect(refusal(await ask(assurance, { includeFull: 'yes' }))).toEqual([
      400,
      'WRM-400-03',
      [undefined, 'query', 'enum', ['includeFull']],
    ]);
    expect((await api.as('supplier-a').get(`/appointments/${assurance.bookingId}/timeslots`)).status).toBe(404);
  });
});

import { wrm } from './testing/wrm';

const api = wrm();
const admin = api.as('admin');

interface Slot {
  startDateTime: string;
  totalUnits: number;
}

/** The slots of a demo schedule from an instant on, as they start on the clocks of New Zealand. */
async function slotsFrom(scheduleId: string, from: string): Promise<string[]> {
  const path = `/admin/schedules/${scheduleId}/timeslots?limit=200&from=${encodeURIComponent(from)}`;
  return ((await admin.get(path)).body.items as Slot[]).map(({ startDateTime }) => local(startDateTime));
}

const local = (instant: string): string =>
  new Date(instant).toLocaleString('sv', { timeZone: 'Pacific/Auckland', dateStyle: 'short', timeStyle: 'short' });
const daysOf = (slots: readonly string[]): string[] => [...new Set(slots.map((slot) => slot.slice(0, 10)))];

describe('the demo, as the clock moves', () => {
  it('has the working days of the next sixty days, and those of days to come when they come near', async () => {
    const read = (): Promise<string[][]> =>
      Promise.all(
        ['SCH-AKL-N-1', 'SCH-WKO-R-1'].map(async (id) => daysOf(await slotsFrom(id, '2026-02-01T00:00:00Z'))),
      );
    const before = await read();
    await admin.put('/sandbox/clock', { now: '2026-03-02T01:00:00Z' });
    for (const [index, later] of (await read()).entries()) {
      const days = before[index]!;
      expect([days[0], days.at(-1), days.includes('2026-02-06')]).toEqual(['2026-02-03', '2026-04-02', false]);
      expect(later.slice(0, days.length)).toEqual(days);
      // Good Friday, Easter Monday and Anzac Day, which is kept on Monday, are no working days.
      expect(later.slice(days.length, days.length + 3)).toEqual(['2026-04-07', '2026-04-08', '2026-04-09']);
      expect([later.includes('2026-04-27'), later.at(-1)]).toEqual([false, '2026-05-01']);
    }
  });

  it.each([
    ['summer time ends', '2026-04-02T00:00:00Z', '2026-04-02T19:00:00Z'],
    ['summer time begins', '2026-09-24T00:00:00Z', '2026-09-24T19:00:00Z'],
  ])('keeps to eight and one o’clock when %s', async (_, now, from) => {
    await admin.put('/sandbox/clock', { now });
    const times = new Set((await slotsFrom('SCH-AKL-N-1', from)).map((slot) => slot.slice(11)));
    expect([...times].sort()).toEqual(['08:00', '13:00']);
  });

  it('has no slot twice, and leaves the units of a day alone that were changed', async () => {
    await admin.put('/sandbox/clock', { now: '2027-02-08T00:00:00Z' });
    const path = '/admin/schedules/SCH-AKL-N-1/timeslots?limit=200&from=2027-02-08T00:00:00Z';
    const [first] = (await admin.get(path)).body.items as (Slot & { endDateTime: string })[];
    const { startDateTime, endDateTime } = first!;
    await admin.put('/admin/schedules/SCH-AKL-N-1/timeslots', {
      timeslots: [{ startDateTime, endDateTime, totalUnits: 9 }],
    });
    await Promise.all([1, 2, 3].map(() => admin.put('/sandbox/clock', { advance: 'PT1M' })));
    const slots = (await admin.get(path)).body.items as Slot[];
    expect(slots.map((slot) => slot.totalUnits).filter((units) => units !== 2)).toEqual([9]);
    expect(new Set(slots.map((slot) => slot.startDateTime)).size).toBe(slots.length);
  });

  it('does without at the end of the calendar', async () => {
    expect((await admin.put('/sandbox/clock', { now: '9999-12-31T00:00:00Z' })).status).toBe(200);
    expect((await api.as('requestor').get('/schedules')).status).toBe(200);
  });
});

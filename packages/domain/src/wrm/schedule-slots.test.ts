import { plannedSlots, usualWindows } from './schedule-slots';

const plan = (region: 'new-zealand' | 'new-zealand-auckland') =>
  ({ windows: usualWindows(2), region, timeslotType: 'APPOINTMENT', dayOfWeek: 'Business days' }) as const;

describe('plannedSlots', () => {
  it('offers a morning and an afternoon by the clocks of the country', () => {
    expect(plannedSlots(plan('new-zealand'), '2026-02-05', 1)).toMatchObject([
      { startDateTime: '2026-02-04T19:00:00.000Z', endDateTime: '2026-02-04T23:00:00.000Z', totalUnits: 2 },
      { startDateTime: '2026-02-05T00:00:00.000Z', endDateTime: '2026-02-05T04:00:00.000Z', totalUnits: 2 },
    ]);
  });

  it('leaves out weekends, public holidays and the anniversary of the region', () => {
    const daysOf = (region: 'new-zealand' | 'new-zealand-auckland', from: '2026-02-05' | '2026-01-24') => [
      ...new Set(plannedSlots(plan(region), from, 5).map(({ day }) => day)),
    ];
    expect(daysOf('new-zealand', '2026-02-05')).toEqual(['2026-02-05', '2026-02-09']);
    expect(daysOf('new-zealand', '2026-01-24')).toEqual(['2026-01-26', '2026-01-27', '2026-01-28']);
    expect(daysOf('new-zealand-auckland', '2026-01-24')).toEqual(['2026-01-27', '2026-01-28']);
  });

  it('keeps the hours of the wall clock when clocks change', () => {
    const starts = plannedSlots(plan('new-zealand'), '2026-04-02', 7).map(({ startDateTime }) => startDateTime);
    expect([starts[0], starts.at(-2)]).toEqual(['2026-04-01T19:00:00.000Z', '2026-04-07T20:00:00.000Z']);
  });
});

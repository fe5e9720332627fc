import fc from 'fast-check';
import { timetableOf } from './entries';

const hour = fc.integer({ min: 0, max: 23 }).map((at) => `2026-11-23T${String(at).padStart(2, '0')}:00:00`);
const hearings = fc.array(
  fc.record({ id: fc.nat(), dateTime: hour, location: fc.constant({ agencyId: 'NBKCC', description: null }) }),
);
const activities = fc.array(
  fc.record({
    eventId: fc.nat(),
    eventTypeDesc: fc.constant('Prison Activities'),
    startTime: hour,
    endTime: fc.constant(null),
    eventLocation: fc.constant('WORKSHOP 1'),
    locationCode: fc.constant('WKSP1'),
  }),
);

describe('a timetable', () => {
  it('holds every hearing and every activity, earliest first, of two at one time the hearing', () => {
    fc.assert(
      fc.property(hearings, activities, (courts, workshops) => {
        const entries = timetableOf(courts, workshops);
        const ranks = entries.map(({ startTime, nomisType }) => startTime.getTime() + (nomisType === 'Court' ? 0 : 1));
        expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
        const sorted = (ids: number[]) => ids.sort((one, other) => one - other);
        expect(sorted(entries.map(({ id }) => id))).toEqual(
          sorted([...courts.map(({ id }) => id), ...workshops.map(({ eventId }) => eventId)]),
        );
      }),
    );
  });

  it('reads the times of the register on a clock in London', () => {
    const [summer, winter] = timetableOf(
      ['2026-07-01T10:00:00', '2026-12-01T10:00:00'].map((dateTime, id) => ({ id, dateTime, location: null })),
      [],
    );
    expect(summer?.startTime).toEqual(new Date('2026-07-01T09:00:00Z'));
    expect(winter).toMatchObject({ startTime: new Date('2026-12-01T10:00:00Z'), agencyId: null });
  });
});

import { createLocalNomis } from './local-adapter';
import { createLocalRegisterState } from './local-register-state';

const clock = { now: () => new Date('2026-11-20T10:00:00Z') };
const bookingId = 1_200_100;

function given() {
  const state = createLocalRegisterState();
  return { state, nomis: createLocalNomis(clock, state) };
}

describe('the local register', () => {
  it('shows a booked hearing on its London day, in order, with the name of its court', async () => {
    const { nomis } = given();
    const startsAt = new Date('2027-06-20T23:30:00Z');
    const { id } = await nomis.createCourtHearing({
      bookingId,
      caseId: 1_495_001,
      fromPrisonLocation: 'BSI',
      toCourtLocation: 'ELDMC',
      startsAt,
      comments: null,
    });
    expect(await nomis.getCourtHearings(bookingId, '2027-06-21', '2027-06-21')).toMatchObject([
      {
        id,
        dateTime: '2027-06-21T00:30:00',
        location: { agencyId: 'ELDMC', description: 'Ellerdale Magistrates Court' },
      },
      { dateTime: '2027-06-21T10:30:00', location: { agencyId: 'NBKCC' } },
    ]);
  });

  it('forgets what was booked when it is reset, and uses no id twice', async () => {
    const { nomis, state } = given();
    const transfer = { bookingId, fromPrisonLocation: 'BSI', toPrisonLocation: 'IWI', scheduledAt: clock.now() };
    const before = await nomis.getCourtCases(bookingId);
    const hearing = {
      bookingId,
      caseId: 1_495_001,
      fromPrisonLocation: 'BSI',
      toCourtLocation: 'NBKCC',
      comments: null,
    };
    await nomis.createCourtHearing({ ...hearing, startsAt: clock.now() });
    const { id: eventId } = await nomis.createTransfer(transfer);
    expect(await nomis.getCourtCases(bookingId)).not.toEqual(before);

    state.reset();

    expect(await nomis.getCourtCases(bookingId)).toEqual(before);
    await expect(nomis.cancelTransfer({ bookingId, eventId })).rejects.toMatchObject({ status: 404 });
    expect((await nomis.createTransfer(transfer)).id).toBeGreaterThan(eventId);
  });

  it('gives copies, so that a caller cannot change the register', async () => {
    const { nomis } = given();
    const booking = await nomis.getBooking(bookingId);
    booking.category = 'changed';
    const cases = await nomis.getCourtCases(bookingId);
    cases.forEach(({ courtHearings }) => courtHearings.splice(0));
    expect((await nomis.getBooking(bookingId)).category).toBe('Cat C');
    expect((await nomis.getCourtCases(bookingId))[0]?.courtHearings).not.toHaveLength(0);
  });

  it.each([
    ['a working week', '2026-11-16', '2026-11-22', 10],
    ['one Monday', '2026-11-16', '2026-11-16', 2],
    ['a Sunday', '2026-11-22', '2026-11-22', 0],
    ['no day', '2026-11-17', '2026-11-16', 0],
    ['ten years', '2020-01-01', '2030-01-01', 1000],
  ])('gives the activities of %s', async (_name, from, to, count) => {
    const activities = await given().nomis.getActivities(bookingId, from, to);
    expect(activities).toHaveLength(count);
    expect(new Set(activities.map(({ eventId }) => eventId)).size).toBe(count);
    const starts = activities.map(({ startTime }) => startTime);
    expect(starts).toEqual([...starts].sort());
    expect(starts.every((start) => start.slice(0, 10) >= from && start.slice(0, 10) <= to)).toBe(true);
  });
});

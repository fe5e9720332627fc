import { loadDemoRegister } from './index';
import { ethnicityTitles } from './titles';

const register = loadDemoRegister();
const registered = [...register.byPrisonNumber.values()];
const bookings = [...register.byBookingId.values()];

/** Keys of the reference data's categories. */
const categoryKeys = 'A B BTH BTRN C CVPU CYOI D E EL FEM FEMO GRANTED H I IMM LOC R U YJB YOI YOIA YOIL'.split(' ');

function tally(values: (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

describe('the demo register', () => {
  it('holds G8133UA and fifty others, each with a number and a name of their own', () => {
    expect(registered).toHaveLength(51);
    expect(new Set(registered.map(({ prisoner }) => `${prisoner.firstName} ${prisoner.lastName}`)).size).toBe(51);
    expect(registered.map(({ prisoner }) => prisoner.prisonerNumber)).toEqual(
      registered.map(() => expect.stringMatching(/^[A-Z]\d{4}[A-Z]{2}$/)),
    );
  });

  it('knows G8133UA as published', () => {
    const known = register.byPrisonNumber.get('G8133UA');
    expect(known?.prisoner).toMatchObject({
      firstName: 'DOMSANIGH',
      lastName: 'CASEDY',
      dateOfBirth: '1995-11-17',
      croNumber: '351774/14D',
      pncNumber: '14/120018R',
      prisonId: 'BSI',
      bookingId: 1_200_100,
    });
    const active = known?.alerts.filter(({ isActive }) => isActive) ?? [];
    expect(
      active.map(({ alertCode, createdAt, activeTo, description }) => [
        alertCode.alertTypeCode,
        alertCode.alertTypeDescription,
        alertCode.code,
        alertCode.description,
        createdAt.slice(0, 10),
        activeTo,
        description,
      ]),
    ).toEqual([
      ['P', 'MAPPP Case', 'P0', 'MAPPA Nominal', '2014-10-17', '2015-11-04', 'lAzCdJPxAuYiYJlAzCdJPxAuYiYJ'],
      ['R', 'Risk', 'ROM', 'OASys Serious Harm-Medium', '2015-02-22', null, null],
      [
        'P',
        'MAPPP Case',
        'PC2',
        'MAPPA Cat 2',
        '2017-02-03',
        null,
        'HRErJMfhUuLHisGPkEhGRpvHSvjfHHRErJMfhUuLHisGPkEhGRpvHSvjfH',
      ],
    ]);
    expect(
      known?.careNeeds.map((need) => [need.problemType, need.problemCode, need.problemDescription, need.startDate]),
    ).toEqual(['2014-07-28', '2014-07-31', '2014-10-16'].map((day) => ['DISAB', 'ND', 'No Disability', day]));
  });

  it('has A9001AA in category A, and few others who cannot be moved', () => {
    const { bookingId } = register.byPrisonNumber.get('A9001AA')?.prisoner ?? {};
    expect(register.byBookingId.get(bookingId ?? 0)?.booking).toMatchObject({ category: 'Cat A', categoryCode: 'A' });
    const counts = tally(bookings.map(({ booking }) => booking.categoryCode));
    expect(['A', 'E', 'H'].map((code) => counts.get(code))).toEqual([1, 1, 1]);
  });

  it('uses codes and titles of the reference data only', () => {
    const titles = Object.values(ethnicityTitles);
    for (const { prisoner } of registered) {
      expect(['Female', 'Male']).toContain(prisoner.gender);
      expect(titles).toContain(prisoner.ethnicity);
    }
    for (const { booking } of bookings) {
      expect(categoryKeys).toContain(booking.categoryCode);
      expect(booking.category).not.toBeNull();
      expect(booking.csra).toMatch(/^(Standard|High)$/);
    }
  });

  it('holds together: every booking is of its prisoner, every place is a known agency, every fact of somebody known', () => {
    for (const { prisoner, alerts, careNeeds } of registered) {
      if (prisoner.bookingId !== null) {
        expect(register.byBookingId.get(prisoner.bookingId)?.booking.offenderNo).toBe(prisoner.prisonerNumber);
      }
      if (prisoner.prisonId !== null && prisoner.prisonId !== 'OUT') {
        expect(register.agencyNames.get(prisoner.prisonId)).toBe(prisoner.prisonName);
      }
      expect(alerts.every((alert) => alert.activeTo === null || alert.activeTo >= (alert.activeFrom ?? ''))).toBe(true);
      expect(careNeeds.every(({ endDate, startDate }) => endDate === null || endDate >= (startDate ?? ''))).toBe(true);
    }
    const hearings = bookings.flatMap(({ courtCases }) => courtCases.flatMap((one) => one.courtHearings));
    expect(hearings.every(({ location }) => register.agencyNames.has(location?.agencyId ?? ''))).toBe(true);
    expect(new Set(hearings.map(({ id }) => id)).size).toBe(hearings.length);
    expect([...register.prisons.values()].every(({ movements }) => movements.length === 7)).toBe(true);
  });

  it('spells every fact that its tables hold, none lost to a misspelt number or code', () => {
    const alerts = registered.flatMap((one) => one.alerts);
    expect(alerts.filter(({ alertCode }) => alertCode.description === alertCode.code)).toEqual([]);
    const needs = registered.flatMap((one) => one.careNeeds);
    expect(needs.filter((need) => need.problemDescription === need.problemCode)).toEqual([]);
    expect(bookings.flatMap(({ contacts }) => contacts)).toHaveLength(8);
    expect(bookings.flatMap(({ adjustments }) => adjustments)).toHaveLength(6);
    expect(bookings.flatMap(({ assessments }) => assessments)).toHaveLength(bookings.length + 5);
  });

  it('shows callers the odd cases too: released, without a booking, without an image', () => {
    expect(registered.filter(({ prisoner }) => prisoner.prisonId === 'OUT')).toHaveLength(1);
    expect(registered.filter(({ prisoner }) => prisoner.bookingId === null)).toHaveLength(1);
    const faces = bookings.map(({ image }) => image !== undefined);
    expect(new Set(faces)).toEqual(new Set([true, false]));
  });

  it('loads in under ten milliseconds', () => {
    const timings = Array.from({ length: 7 }, () => {
      const start = performance.now();
      loadDemoRegister();
      return performance.now() - start;
    });
    expect(Math.min(...timings)).toBeLessThan(10);
  });
});

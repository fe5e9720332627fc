import { calculateTiming } from './calculated-timing';
import { england, instant } from './days.fixture';

const application = {
  workType: 'planned',
  immediateRisk: false,
  isTtroRequired: false,
  proposedStart: '2021-09-06',
  proposedEnd: '2021-09-13',
  at: instant('2021-08-17T10:15:00Z'),
  earlier: [],
} as const;

describe('calculateTiming', () => {
  it('works out all that follows from the dates', () => {
    expect(calculateTiming(england, application)).toEqual({
      category: 'standard',
      duration: { calendarDays: 8, workingDays: 6 },
      validityPeriodEnd: '2021-09-10',
      isEarlyStart: false,
    });
  });

  it('reckons with the permits of the work', () => {
    const earlier = [{ category: 'paa', status: 'granted' }] as const;
    expect(calculateTiming(england, { ...application, earlier })).toMatchObject({
      category: 'major',
      validityPeriodEnd: '2021-09-10',
      isEarlyStart: false,
    });
  });

  it('tells an early start', () => {
    const at = instant('2021-08-24T09:00:00Z');
    expect(calculateTiming(england, { ...application, at }).isEarlyStart).toBe(true);
  });
});

import { calculateAlteredTiming, calculateTiming } from './calculated-timing';
import type { AlteredTiming, AlteredTimingFacts, CurrentTiming } from './calculated-timing';
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

describe('calculateAlteredTiming', () => {
  const current: CurrentTiming = {
    proposedStart: '2021-09-06',
    isEarlyStart: false,
    isProgressed: false,
    slidFrom: null,
  };
  type Change = Partial<Omit<AlteredTimingFacts, 'current'>>;

  it.each<[string, Change, Partial<CurrentTiming>, Partial<AlteredTiming>]>([
    [
      'keeps what nothing changes, however late it is asked',
      { at: instant('2021-09-03T09:00:00Z') },
      {},
      { category: 'standard', duration: { calendarDays: 8, workingDays: 6 }, isEarlyStart: false, answers: 'kept' },
    ],
    ['keeps an early start', {}, { isEarlyStart: true }, { isEarlyStart: true, answers: 'kept' }],
    [
      'works out a shorter range',
      { proposedEnd: '2021-09-08' },
      {},
      { category: 'minor', duration: { calendarDays: 3, workingDays: 3 }, validityPeriodEnd: '2021-09-07' },
    ],
    ['lifts a longer range to major', { proposedEnd: '2021-09-30' }, {}, { category: 'major' }],
    ['leaves a progressed permit major', { proposedEnd: '2021-09-08' }, { isProgressed: true }, { category: 'major' }],
    ['judges a start that changes', { proposedStart: '2021-08-27' }, {}, { isEarlyStart: true, answers: 'asked' }],
    [
      'clears the answers of a start that moves away',
      { proposedStart: '2021-09-07' },
      { isEarlyStart: true },
      { isEarlyStart: false, answers: 'cleared' },
    ],
    [
      'measures works that slid from the day on which they began',
      { proposedEnd: '2021-09-15' },
      { slidFrom: '2021-09-08' },
      { category: 'standard', duration: { calendarDays: 8, workingDays: 6 }, validityPeriodEnd: '2021-09-10' },
    ],
  ])('%s', (_, change, permit, expected) => {
    const facts = { ...application, ...change, current: { ...current, ...permit } };
    expect(calculateAlteredTiming(england, facts)).toMatchObject(expected);
  });
});

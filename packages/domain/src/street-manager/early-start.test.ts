import fc from 'fast-check';
import { addDays } from '../kernel';
import type { Day } from '../kernel';
import { england, instant, someDay, someInstant } from './days.fixture';
import { earlyStartOfAlteration, isEarlyStart, noticeEnd } from './early-start';
import { workCategories } from './enums';
import type { WorkCategory } from './enums';

describe('noticeEnd', () => {
  it.each<[WorkCategory, string, Day | null]>([
    ['standard', '2021-08-17T10:15:00Z', '2021-08-31'],
    ['major', '2021-08-17T10:15:00Z', '2021-08-31'],
    ['minor', '2021-08-16T10:00:00Z', '2021-08-18'],
    ['minor', '2021-08-16T15:31:00Z', '2021-08-19'],
    ['paa', '2021-08-17T10:15:00Z', '2021-11-08'],
    ['minor', '2021-12-24T10:00:00Z', '2021-12-30'],
    ['immediate_urgent', '2021-08-17T10:15:00Z', null],
    ['immediate_emergency', '2021-08-17T10:15:00Z', null],
    ['hs2_highway', '2021-08-17T10:15:00Z', null],
  ])('of %s works applied for at %s is %s', (category, at, expected) => {
    expect(noticeEnd(england, category, instant(at))).toBe(expected);
  });
});

describe('isEarlyStart', () => {
  it.each<[Day, boolean]>([
    ['2021-08-16', true],
    ['2021-08-17', true],
    ['2021-08-18', false],
    ['2021-08-19', false],
  ])('of minor works applied for on Monday 16 August and starting on %s is %s', (start, expected) => {
    expect(isEarlyStart(england, 'minor', instant('2021-08-16T10:00:00Z'), start)).toBe(expected);
  });

  it('ends on the last day of the notice, and is never one where no notice is needed', () => {
    fc.assert(
      fc.property(someInstant, fc.constantFrom(...workCategories), someDay, (at, category, anyStart) => {
        const end = noticeEnd(england, category, at);
        if (end === null) return expect(isEarlyStart(england, category, at, anyStart)).toBe(false);
        expect(isEarlyStart(england, category, at, end)).toBe(false);
        expect(isEarlyStart(england, category, at, addDays(end, -1))).toBe(true);
      }),
    );
  });
});

describe('an alteration', () => {
  const at = instant('2021-08-16T10:00:00Z');
  const early = { isEarlyStart: true, proposedStart: '2021-08-17' } as const;
  const inTime = { isEarlyStart: false, proposedStart: '2021-09-01' } as const;

  it.each([
    ['keeps an early start', early, '2021-08-17', { isEarlyStart: true, answers: 'kept' }],
    ['keeps a start in time', inTime, '2021-09-01', { isEarlyStart: false, answers: 'kept' }],
    ['moves a start into the notice', inTime, '2021-08-17', { isEarlyStart: true, answers: 'asked' }],
    ['moves an early start within it', early, '2021-08-16', { isEarlyStart: true, answers: 'asked' }],
    ['moves an early start out of it', early, '2021-08-18', { isEarlyStart: false, answers: 'cleared' }],
  ] as const)('%s', (_, stored, proposedStart, expected) => {
    expect(earlyStartOfAlteration(england, stored, { category: 'minor', at, proposedStart })).toEqual(expected);
  });

  it('does not judge an unchanged start against a later day', () => {
    const late = { category: 'major', at: instant('2021-09-01T09:00:00Z'), proposedStart: '2021-09-01' } as const;
    expect(earlyStartOfAlteration(england, inTime, late)).toEqual({ isEarlyStart: false, answers: 'kept' });
  });
});

import fc from 'fast-check';
import { localDay, localTime } from '../kernel';
import { durationOf, effectiveDay } from './calendar';
import { england, instant, someInstant } from './days.fixture';
import { workCategories } from './enums';
import type { WorkCategory } from './enums';
import { alterationDeadline, isPastDeadline, permitDeadline } from './response-deadline';

const tuesday = '2021-08-17T10:15:00Z';

describe('permitDeadline', () => {
  it.each<[WorkCategory, string, string]>([
    ['standard', tuesday, '2021-08-23T15:30:00.000Z'],
    ['major', tuesday, '2021-08-23T15:30:00.000Z'],
    ['minor', tuesday, '2021-08-18T15:30:00.000Z'],
    ['immediate_urgent', tuesday, '2021-08-18T15:30:00.000Z'],
    ['immediate_emergency', tuesday, '2021-08-18T15:30:00.000Z'],
    ['paa', tuesday, '2021-09-13T15:30:00.000Z'],
    ['hs2_highway', tuesday, '2021-09-13T15:30:00.000Z'],
    ['minor', '2021-08-17T15:30:00.001Z', '2021-08-19T15:30:00.000Z'],
    ['minor', '2021-08-27T15:00:00Z', '2021-08-31T15:30:00.000Z'],
    ['minor', '2021-12-24T16:31:00Z', '2021-12-30T16:30:00.000Z'],
    ['standard', '2021-12-24T10:00:00Z', '2022-01-04T16:30:00.000Z'],
    ['minor', '2026-03-27T12:00:00Z', '2026-03-30T15:30:00.000Z'],
    ['minor', '2026-10-23T12:00:00Z', '2026-10-26T16:30:00.000Z'],
    ['paa', '2021-10-05T10:00:00Z', '2021-11-01T16:30:00.000Z'],
  ])('of a %s application at %s is %s', (category, at, expected) => {
    const deadline = permitDeadline(england, { submittedAt: instant(at), category, authorityIsTfl: false });
    expect(deadline.toISOString()).toBe(expected);
  });

  it('ends a period of calendar days on a day that is not worked', () => {
    const at = instant('2021-11-29T10:00:00Z');
    const deadline = permitDeadline(england, { submittedAt: at, category: 'paa', authorityIsTfl: false });
    expect(deadline.toISOString()).toBe('2021-12-26T16:30:00.000Z');
  });

  it('gives Transport for London 42 days for HS2 highway works, and no longer for others', () => {
    const deadlines = (['hs2_highway', 'paa', 'minor'] as const).map((category) =>
      permitDeadline(england, { submittedAt: instant(tuesday), category, authorityIsTfl: true }).toISOString(),
    );
    expect(deadlines).toEqual(['2021-09-27T15:30:00.000Z', '2021-09-13T15:30:00.000Z', '2021-08-18T15:30:00.000Z']);
  });

  it.each([
    ['2021-09-13T15:30:00.000Z', '2021-09-13T15:30:00.000Z'],
    ['2021-08-19T15:30:00.000Z', '2021-08-23T15:30:00.000Z'],
    [null, '2021-08-23T15:30:00.000Z'],
  ])('of a major permit whose PAA had until %s is %s', (paa, expected) => {
    const paaDeadline = paa === null ? null : instant(paa);
    const major = { submittedAt: instant(tuesday), category: 'major', authorityIsTfl: false, paaDeadline } as const;
    expect(permitDeadline(england, major).toISOString()).toBe(expected);
  });

  it.each<[WorkCategory, string]>([
    ['minor', '2021-08-19T15:30:00.000Z'],
    ['standard', '2021-08-24T15:30:00.000Z'],
    ['paa', '2021-09-14T15:30:00.000Z'],
  ])('of a %s application starts a working day later by the rules before 1.27', (category, expected) => {
    const application = { submittedAt: instant(tuesday), category, authorityIsTfl: false };
    expect(permitDeadline(england, application, { offset: 1 }).toISOString()).toBe(expected);
  });

  it('is 16:30 in London, and the period encloses its days whenever it begins', () => {
    const days = { minor: 2, standard: 5, major: 5, immediate_urgent: 2, immediate_emergency: 2 } as const;
    fc.assert(
      fc.property(someInstant, fc.constantFrom(...workCategories), fc.boolean(), (at, category, authorityIsTfl) => {
        const deadline = permitDeadline(england, { submittedAt: at, category, authorityIsTfl });
        const last = localDay(deadline, 'Europe/London');
        expect(localTime(deadline, 'Europe/London')).toBe('16:30');
        const { calendarDays, workingDays } = durationOf(england, effectiveDay(england, at), last);
        if (category === 'paa') expect(calendarDays).toBe(28);
        else if (category === 'hs2_highway') expect(calendarDays).toBe(authorityIsTfl ? 42 : 28);
        else expect(workingDays).toBe(days[category]);
        expect(deadline.getTime()).toBeGreaterThanOrEqual(at.getTime());
      }),
    );
  });
});

describe('alterationDeadline', () => {
  it.each([
    [tuesday, '2021-08-18T15:30:00.000Z'],
    ['2021-08-20T15:31:00Z', '2021-08-24T15:30:00.000Z'],
    ['2024-12-24T10:00:00Z', '2024-12-27T16:30:00.000Z'],
  ])('at %s is %s', (at, expected) => {
    expect(alterationDeadline(england, instant(at)).toISOString()).toBe(expected);
  });

  it('is that of a minor permit, whatever the offset', () => {
    fc.assert(
      fc.property(someInstant, fc.constantFrom(0, 1), (submittedAt, offset) => {
        const minor = { submittedAt, category: 'minor', authorityIsTfl: false } as const;
        expect(alterationDeadline(england, submittedAt, { offset })).toEqual(
          permitDeadline(england, minor, { offset }),
        );
      }),
    );
  });
});

test('a deadline has passed only after its instant', () => {
  const deadline = instant('2021-08-18T15:30:00.000Z');
  const judged = [-1, 0, 1].map((ms) => isPastDeadline(deadline, new Date(deadline.getTime() + ms)));
  expect(judged).toEqual([false, false, true]);
});

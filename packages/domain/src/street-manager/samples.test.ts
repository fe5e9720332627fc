import fc from 'fast-check';
import { addDays, isBefore } from '../kernel';
import type { Day } from '../kernel';
import { someDay } from './days.fixture';
import { inspectionCategories, sampleCategories } from './enums';
import type { SampleCategory } from './enums';
import { addMonths } from './months';
import { countedCategory, isSampleExpired, numberToDraw, sampledDays, sampleExpiresAt, sampleExpiry } from './samples';
import type { SampleFacts, SampleSite } from './samples';

const today = '2021-09-08';

const work = (change: Partial<SampleFacts> = {}): SampleFacts => ({
  hasScheduledInspection: false,
  sampledCategories: [],
  workStatus: 'in_progress',
  workEnd: '2021-09-13',
  sites: [],
  ...change,
});

const site = (change: Partial<SampleSite> = {}): SampleSite => ({
  type: 'excavation',
  status: 'interim',
  reinstatedOn: '2021-08-01',
  endDate: '2022-01-31',
  ...change,
});

const guaranteed = site({ status: 'permanent', reinstatedOn: '2019-10-01', endDate: '2021-09-30' });

describe('sampleExpiry', () => {
  it.each<[SampleCategory, string, SampleFacts, Day | null]>([
    ['a', 'works that go on', work(), '2021-09-13'],
    ['a', 'works that end today', work({ workEnd: today }), today],
    ['a', 'works whose end is past', work({ workEnd: '2021-09-07' }), null],
    ['a', 'works without an end', work({ workEnd: null }), null],
    ['a', 'works not yet begun', work({ workStatus: 'planned' }), null],
    ['a', 'completed works', work({ workStatus: 'completed' }), null],
    ['b', 'a recent excavation', work({ sites: [site()] }), '2022-02-01'],
    ['b', 'a recent permanent one', work({ sites: [site({ status: 'permanent' })] }), '2022-02-01'],
    ['b', 'six months ago', work({ sites: [site({ reinstatedOn: '2021-03-08' })] }), today],
    ['b', 'longer ago', work({ sites: [site({ reinstatedOn: '2021-03-07' })] }), null],
    ['b', 'holes', work({ sites: [site({ type: 'bar_holes' })] }), null],
    ['b', 'the newest of two', work({ sites: [site(), site({ reinstatedOn: '2021-09-01' })] }), '2022-03-01'],
    [
      'b',
      'the newest of two, in any order',
      work({ sites: [site({ reinstatedOn: '2021-09-01' }), site()] }),
      '2022-03-01',
    ],
    ['b', 'none', work(), null],
    ['c', 'a guarantee that ends soon', work({ sites: [guaranteed] }), '2021-09-30'],
    ['c', 'one that ends in three months', work({ sites: [{ ...guaranteed, endDate: '2021-12-08' }] }), '2021-12-08'],
    ['c', 'one that ends later', work({ sites: [{ ...guaranteed, endDate: '2021-12-09' }] }), null],
    ['c', 'one that ends today', work({ sites: [{ ...guaranteed, endDate: today }] }), today],
    ['c', 'one that has ended', work({ sites: [{ ...guaranteed, endDate: '2021-09-07' }] }), null],
    ['c', 'an interim one', work({ sites: [{ ...guaranteed, status: 'interim' }] }), null],
    ['c', 'holes', work({ sites: [{ ...guaranteed, type: 'core_holes' }] }), null],
  ])('%s, %s', (category, _, facts, expected) => {
    expect(sampleExpiry(category, facts, today)).toBe(expected);
  });

  const drawable = work({ sites: [site(), guaranteed] });

  it.each(sampleCategories)(
    'draws no work for %s that has an inspection scheduled or was drawn for it before',
    (one) => {
      expect(sampleExpiry(one, drawable, today)).not.toBeNull();
      expect(sampleExpiry(one, { ...drawable, hasScheduledInspection: true }, today)).toBeNull();
      expect(sampleExpiry(one, { ...drawable, sampledCategories: [one] }, today)).toBeNull();
      const others = sampleCategories.filter((other) => other !== one);
      expect(sampleExpiry(one, { ...drawable, sampledCategories: others }, today)).not.toBeNull();
    },
  );

  it('never lies in the past, and for reinstatements never far ahead', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sampleCategories),
        someDay,
        fc.integer({ min: -400, max: 400 }),
        (one, day, by) => {
          const date = addDays(day, by);
          const sites = [site({ status: 'permanent', reinstatedOn: date, endDate: date })];
          const expiry = sampleExpiry(one, work({ workEnd: date, sites }), day);
          if (expiry === null) return;
          expect(isBefore(expiry, day)).toBe(false);
          if (one === 'b') expect(isBefore(addMonths(day, 6), expiry)).toBe(false);
          if (one === 'c') expect(isBefore(addMonths(day, 3), expiry)).toBe(false);
        },
      ),
    );
  });
});

test.each([
  [10, 3, 7],
  [3, 3, 0],
  [2, 5, 0],
  [0, 0, 0],
])('a cap of %i with %i issued leaves %i to draw', (cap, issued, expected) => {
  expect(numberToDraw(cap, issued)).toBe(expected);
});

test.each<[Day, boolean]>([
  ['2021-09-12', false],
  ['2021-09-13', false],
  ['2021-09-14', true],
])('a sample that expires on 13 September is expired on %s: %s', (day, expected) => {
  expect(isSampleExpired('2021-09-13', day)).toBe(expected);
});

test('three categories count towards a target', () => {
  const counted = inspectionCategories.filter((category) => countedCategory(category) !== null);
  expect(counted).toEqual(['a', 'b', 'c']);
  expect(countedCategory(null)).toBeNull();
});

describe('sampledDays', () => {
  it.each<[SampleCategory, Day, Day, Day | null]>([
    ['a', today, today, null],
    ['b', today, '2021-03-08', today],
    ['b', '2021-08-31', '2021-03-01', '2021-08-31'],
    ['c', today, today, '2021-12-08'],
    ['c', '2021-11-30', '2021-11-30', '2022-02-28'],
  ])('%s on %s: from %s to %s', (category, day, first, last) => {
    expect(sampledDays(category, day)).toEqual({ first, last });
  });

  it('names exactly the days on which a work can be drawn', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sampleCategories),
        someDay,
        fc.integer({ min: -200, max: 200 }),
        (one, day, by) => {
          const date = addDays(day, by);
          const sites = [site({ status: 'permanent', reinstatedOn: date, endDate: date })];
          const { first, last } = sampledDays(one, day);
          const named = !isBefore(date, first) && (last === null || !isBefore(last, date));
          expect(sampleExpiry(one, work({ workEnd: date, sites }), day) !== null).toBe(named);
        },
      ),
    );
  });
});

test.each<[Day, string, string]>([
  ['2021-09-13', '2021-09-08T10:00:00.000Z', '2021-09-14T17:00:00.000Z'],
  ['2021-09-13', '2021-09-14T17:00:00.000Z', '2021-09-14T17:00:00.000Z'],
  ['2021-09-13', '2021-09-14T17:00:00.001Z', '2021-09-15T17:00:00.000Z'],
  ['2021-09-13', '2021-12-20T09:00:00.000Z', '2021-12-20T17:00:00.000Z'],
  ['2021-06-13', '2021-06-20T23:30:00.000Z', '2021-06-21T17:00:00.000Z'],
])('a sample that expires on %s and is issued at %s ends at %s', (expiry, from, expected) => {
  expect(sampleExpiresAt(expiry, new Date(from)).toISOString()).toBe(expected);
});

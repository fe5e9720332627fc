import fc from 'fast-check';
import { permitStatuses, workCategories } from './enums';
import type { PermitStatus, WorkCategory } from './enums';
import { alteredCategory, awaitsItsMajorPermit, isImmediate, liftsToMajor, workCategory } from './work-category';
import type { CategoryRequest, EarlierPermit } from './work-category';

const planned = (workingDays: number, isTtroRequired = false): CategoryRequest => ({
  workType: 'planned',
  immediateRisk: false,
  isTtroRequired,
  workingDays,
});

describe('the category of a new work', () => {
  it.each<[number, boolean, WorkCategory]>([
    [0, false, 'minor'],
    [1, false, 'minor'],
    [3, false, 'minor'],
    [4, false, 'standard'],
    [6, false, 'standard'],
    [10, false, 'standard'],
    [11, false, 'paa'],
    [1, true, 'paa'],
    [10, true, 'paa'],
  ])('planned, %i working days, order needed %s: %s', (days, ttro, expected) => {
    expect(workCategory(planned(days, ttro))).toBe(expected);
  });

  it.each([
    ['immediate', true, 'immediate_emergency'],
    ['immediate', false, 'immediate_urgent'],
    ['hs2_highway_works', true, 'hs2_highway'],
    ['hs2_highway_works', false, 'hs2_highway'],
  ] as const)('%s, risk %s: %s, however long', (workType, immediateRisk, expected) => {
    for (const workingDays of [0, 4, 40]) {
      expect(workCategory({ ...planned(workingDays, true), workType, immediateRisk })).toBe(expected);
    }
  });
});

describe('the category of a further permit', () => {
  const after = (...earlier: [WorkCategory, PermitStatus][]): EarlierPermit[] =>
    earlier.map(([category, status]) => ({ category, status }));

  it.each<[string, EarlierPermit[], number, WorkCategory]>([
    ['a submitted PAA', after(['paa', 'submitted']), 2, 'major'],
    ['a granted PAA', after(['paa', 'granted']), 20, 'major'],
    ['a refused PAA', after(['paa', 'refused']), 20, 'paa'],
    ['a refused PAA, short works', after(['paa', 'refused']), 2, 'minor'],
    ['a cancelled PAA', after(['paa', 'cancelled']), 11, 'paa'],
    ['a revoked PAA', after(['paa', 'revoked']), 11, 'paa'],
    ['a progressed PAA and its closed permit', after(['paa', 'progressed'], ['major', 'closed']), 11, 'major'],
    ['a closed permit', after(['minor', 'closed']), 11, 'major'],
    ['a closed permit, standard length', after(['major', 'closed']), 5, 'standard'],
    ['a cancelled permit', after(['minor', 'cancelled']), 11, 'paa'],
    ['a closed and a cancelled permit', after(['minor', 'closed'], ['minor', 'cancelled']), 11, 'major'],
    ['a PAA that is not the newest', after(['paa', 'granted'], ['minor', 'cancelled']), 2, 'minor'],
  ])('after %s', (_, earlier, days, expected) => {
    expect(workCategory(planned(days), earlier)).toBe(expected);
  });

  it('has major timing exactly when an order is needed or the works are long, but for a progression', () => {
    const permit = fc.record({
      category: fc.constantFrom(...workCategories),
      status: fc.constantFrom(...permitStatuses),
    });
    fc.assert(
      fc.property(fc.array(permit, { maxLength: 4 }), fc.nat(30), fc.boolean(), (earlier, days, ttro) => {
        const category = workCategory(planned(days, ttro), earlier);
        const isMajor = category === 'major' || category === 'paa';
        expect(isMajor).toBe(ttro || days > 10 || awaitsItsMajorPermit(earlier.at(-1)));
      }),
    );
  });
});

describe('the category after an alteration', () => {
  it.each<[string, CategoryRequest, boolean, WorkCategory]>([
    ['short works', planned(2), false, 'minor'],
    ['standard works', planned(10), false, 'standard'],
    ['long works', planned(11), false, 'major'],
    ['short works with an order', planned(2, true), false, 'major'],
    ['short works that a PAA progressed to', planned(2), true, 'major'],
    ['immediate works', { ...planned(40), workType: 'immediate' }, false, 'immediate_urgent'],
    ['HS2 highway works', { ...planned(40), workType: 'hs2_highway_works' }, false, 'hs2_highway'],
  ])('of %s', (_, request, progressed, expected) => {
    expect(alteredCategory(request, progressed)).toBe(expected);
  });

  it('is lifted only from minor or standard to major', () => {
    const lifts = workCategories.flatMap((from) =>
      workCategories.filter((to) => liftsToMajor(from, to)).map((to) => `${from} to ${to}`),
    );
    expect(lifts).toEqual(['minor to major', 'standard to major']);
  });
});

test('two categories are immediate', () => {
  expect(workCategories.filter(isImmediate)).toEqual(['immediate_urgent', 'immediate_emergency']);
});

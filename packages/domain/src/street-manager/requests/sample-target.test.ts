import { capsOf, sampleTargetRefusal } from './sample-target';

describe('a sample inspection target', () => {
  it('has no cap unless it is said', () => {
    expect(capsOf({ cap_category_b: 4, cap_category_c: null })).toEqual({ a: 0, b: 4, c: 0 });
  });

  it.each([
    [29, false, false],
    [30, false, true],
    [1, true, true],
  ])('beside %i others, one for this promoter %s: refused %s', (activeTargets, hasActiveTarget, refused) => {
    expect(sampleTargetRefusal({ activeTargets, hasActiveTarget }) !== null).toBe(refused);
  });
});

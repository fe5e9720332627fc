import fc from 'fast-check';
import type { Capacity } from './capacity';
import { availableUnits, giveBack, leave, override, take, unitsReleased } from './capacity';

const slot = (totalUnits: number, heldUnits = 0, adjustmentUnits = 0): Capacity => ({
  totalUnits,
  heldUnits,
  adjustmentUnits,
});

describe('capacity', () => {
  it('is taken unit by unit until none is left', () => {
    const one = take(slot(1))!;
    expect(availableUnits(one)).toBe(0);
    expect(take(one)).toBeUndefined();
  });

  it('goes below zero by an override alone', () => {
    expect(availableUnits(override(slot(1, 1)))).toBe(-1);
  });

  it('does not come back where nothing is held', () => {
    expect(() => giveBack(slot(2))).toThrow(RangeError);
  });

  test.each([
    ['gives its unit back', 1, true, 1],
    ['leaves its unit consumed', 0, true, 0],
    ['consumes more', -2, true, -2],
    ['gives more than its own', 3, true, 3],
    ['has nothing to give', 1, false, 0],
  ])('changes as the booking %s', (_, released, holdsUnit, change) => {
    const before = slot(5, 2);
    expect(availableUnits(leave(before, released, holdsUnit)) - availableUnits(before)).toBe(change);
    expect(unitsReleased(released, holdsUnit)).toBe(change);
  });

  it('is never oversold by any number of takings and returns', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.array(fc.boolean(), { maxLength: 60 }), (total, moves) => {
        const end = moves.reduce<Capacity>(
          (now, takes) => (takes ? (take(now) ?? now) : now.heldUnits > 0 ? giveBack(now) : now),
          slot(total),
        );
        expect(availableUnits(end)).toBeGreaterThanOrEqual(0);
        expect(availableUnits(end) + end.heldUnits).toBe(total);
      }),
    );
  });
});

import { randomIds } from './ids';

describe('random ids', () => {
  it('gives a fresh version 4 UUID each time', () => {
    const made = Array.from({ length: 100 }, () => randomIds.uuid());
    expect(new Set(made).size).toBe(100);
    for (const id of made) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it.each([1, 2, 9])('picks every whole number below %i and no other', (below) => {
    const picked = new Set(Array.from({ length: 2_000 }, () => randomIds.pick(below)));
    expect([...picked].sort()).toEqual(Array.from({ length: below }, (_, index) => index));
  });
});

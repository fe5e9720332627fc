import fc from 'fast-check';
import { newReference, referencePattern } from './move-reference';

const idsOf = (choices: number[]) => {
  let next = 0;
  return { uuid: () => 'id', pick: (below: number) => (choices[next++ % choices.length] ?? 0) % below };
};
const choices = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });

it('has the published shape', () => {
  fc.assert(fc.property(choices, (given) => expect(newReference(idsOf(given))).toMatch(referencePattern)));
});

it('repeats nothing within a part', () => {
  fc.assert(
    fc.property(choices, (given) => {
      const reference = newReference(idsOf(given));
      expect(new Set(reference.slice(0, 3)).size).toBe(3);
      expect(new Set(reference.slice(3, 7)).size).toBe(4);
    }),
  );
});

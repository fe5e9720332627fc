import fc from 'fast-check';
import type { IdGenerator } from './ids';
import { makeReference, type ReferencePart } from './reference-numbers';

const LETTERS = 'ACEFHJKMNPRTUVWXY';
const movePattern: ReferencePart[] = [
  { alphabet: LETTERS, length: 3, distinct: true },
  { alphabet: '123456789', length: 4, distinct: true },
  { alphabet: LETTERS, length: 1, distinct: true },
];

/** Picks what it is told, round and round, brought below the limit. */
function idsPicking(picks: number[]): IdGenerator {
  let turn = 0;
  return { uuid: () => 'unused', pick: (below) => picks[turn++ % picks.length]! % below };
}

const ids = fc.array(fc.nat(), { minLength: 1, maxLength: 20 }).map(idsPicking);

describe('makeReference', () => {
  it('draws from what is left in a part without repetition', () => {
    expect(makeReference(movePattern, idsPicking([0]))).toBe('ACE1234A');
  });

  it('draws from the whole alphabet where repetition is allowed', () => {
    expect(makeReference([{ alphabet: 'XYZ', length: 4, distinct: false }], idsPicking([0, 2]))).toBe('XZXZ');
  });

  it('keeps to the pattern of a move reference', () => {
    fc.assert(
      fc.property(ids, (generator) => {
        const reference = makeReference(movePattern, generator);
        expect(reference).toMatch(/^[ACEFHJKMNPRTUVWXY]{3}[1-9]{4}[ACEFHJKMNPRTUVWXY]$/);
        expect(new Set(reference.slice(0, 3)).size).toBe(3);
        expect(new Set(reference.slice(3, 7)).size).toBe(4);
      }),
    );
  });

  it('can draw every arrangement', () => {
    const drawn = new Set<string>();
    for (let first = 0; first < 3; first += 1) {
      for (let second = 0; second < 2; second += 1) {
        drawn.add(makeReference([{ alphabet: 'ABC', length: 2, distinct: true }], idsPicking([first, second])));
      }
    }
    expect([...drawn].sort()).toEqual(['AB', 'AC', 'BA', 'BC', 'CA', 'CB']);
  });

  it.each<[string, ReferencePart]>([
    ['too few characters to stay distinct', { alphabet: 'AB', length: 3, distinct: true }],
    ['no characters', { alphabet: '', length: 1, distinct: false }],
    ['a repeated character', { alphabet: 'AAB', length: 1, distinct: false }],
  ])('refuses an alphabet with %s', (_, part) => {
    expect(() => makeReference([part], idsPicking([0]))).toThrow(RangeError);
  });

  it('makes nothing of an empty pattern', () => {
    expect(makeReference([], idsPicking([0]))).toBe('');
    expect(makeReference([{ alphabet: '', length: 0, distinct: true }], idsPicking([0]))).toBe('');
  });
});

import fc from 'fast-check';
import { allowOnly, broken, hasDecimals, isGiven, requireWhen } from './rules';

describe('isGiven', () => {
  it.each([
    [null, false],
    [undefined, false],
    ['', false],
    [' \t', false],
    [[], false],
    [0, true],
    [false, true],
    ['x', true],
    [[null], true],
    [{}, true],
  ])('%j: %s', (value, given) => expect(isGiven(value)).toBe(given));
});

describe('hasDecimals', () => {
  it.each([
    [0, true],
    [12.5, true],
    [99.99, true],
    [0.123, false],
    [1e-7, false],
    [1e21, true],
    [1.5e-3, false],
  ])('%d has at most two: %s', (value, holds) => expect(hasDecimals(value, 2)).toBe(holds));

  it('holds for every amount of pence', () => {
    fc.assert(fc.property(fc.nat(10 ** 9), (pence) => expect(hasDecimals(pence / 100, 2)).toBe(true)));
  });
});

describe('violations', () => {
  it('name the field, the rule in words and the value received', () => {
    expect(broken('permit_conditions[1].comment', 'required', 'is required', undefined)).toEqual({
      field: 'permit_conditions[1].comment',
      code: 'required',
      message: 'is required',
      meta: { value: null },
    });
  });

  it('are one for each member that is missing, when the condition holds', () => {
    const request: { a?: string; b?: number; c?: string } = { a: '', b: 0 };
    expect(requireWhen(true, request, ['a', 'b', 'c'], 'x is y')).toEqual([
      broken('a', 'required', 'is required when x is y', ''),
      broken('c', 'required', 'is required when x is y', null),
    ]);
    expect(requireWhen(false, request, ['a', 'b', 'c'], 'x is y')).toEqual([]);
  });

  it.each([
    ['a', ['a', 'b'], undefined],
    [null, ['a'], undefined],
    ['c', ['a'], 'must be a'],
    ['c', ['a', 'b'], 'must be a or b'],
    ['d', ['a', 'b', 'c'], 'must be a, b or c'],
  ])('say what %s may be of %j', (value, allowed, message) => {
    expect(allowOnly('x', value, allowed)[0]?.message).toBe(message);
  });
});

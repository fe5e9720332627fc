import * as fc from 'fast-check';
import { soundPart, withoutNulls } from './body-shape';
import type { BodyFault } from './refusals';

const fault = (pointer: string, keyword = 'type'): BodyFault => ({ pointer, keyword, message: '', params: {} });

describe('withoutNulls', () => {
  it.each([
    [{ a: null, b: 1 }, { b: 1 }],
    [{ a: { b: null, c: [] } }, { a: { c: [] } }],
    [{ a: [{ b: null }, null] }, { a: [{}, null] }],
    [null, null],
    ['text', 'text'],
  ])('of %j is %j', (value, expected) => expect(withoutNulls(value)).toEqual(expected));

  it('leaves what has no null as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!JSON.stringify(value).includes('null'));
        expect(JSON.stringify(withoutNulls(value))).toBe(JSON.stringify(value));
      }),
    );
  });
});

describe('soundPart', () => {
  it.each([
    ['a member', { a: 1, b: 2 }, [fault('/a')], { b: 2 }],
    ['a member of a member', { a: { b: 1, c: 2 } }, [fault('/a/b')], { a: { c: 2 } }],
    ['an element, whose neighbours keep their places', { a: [1, 2, 3] }, [fault('/a/1')], { a: [1, undefined, 3] }],
    ['a name with a slash', { 'a/b': 1, c: 2 }, [fault('/a~1b')], { c: 2 }],
    ['what is not there', { a: 1 }, [fault('/b/c'), fault('/a/0')], { a: 1 }],
  ])('is without %s', (_, body, faults, expected) => expect(soundPart(body, faults)).toEqual(expected));

  it('keeps everything when a member is missing or unknown', () => {
    const body = { a: { b: 1 } };
    expect(soundPart(body, [fault('', 'required'), fault('/a', 'additionalProperties')])).toEqual(body);
  });

  it.each([[undefined], [null], [[1]], ['text']])('of %j is nothing', (body) =>
    expect(soundPart(body, [fault('')])).toBeUndefined(),
  );

  it('does not touch the body itself', () => {
    const body = { a: 1 };
    soundPart(body, [fault('/a')]);
    expect(body).toEqual({ a: 1 });
  });
});

import fc from 'fast-check';
import { parseJson } from './json-guard';
import { Refusal } from './refusals';

const parse = (text: string | Buffer): unknown => parseJson(Buffer.from(text as string));
const nested = (depth: number, open = '[', close = ']'): string => open.repeat(depth) + close.repeat(depth);

function refusalOf(text: string | Buffer): Refusal {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('a JSON body', () => {
  it('is what JSON.parse makes of it, within the limits', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(isWithinLimits(value));
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is either accepted as JSON.parse reads it or refused, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), fc.nat(), fc.nat(255), (text, at, byte) => {
        const bytes = Buffer.from(text);
        if (bytes.length > 0) bytes[at % bytes.length] = byte;
        try {
          expect(parseJson(bytes)).toEqual(JSON.parse(bytes.toString()));
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(error.reason).toBe('malformed_body');
        }
      }),
    );
  });

  it.each([
    ['64 levels', nested(64)],
    ['64 levels of objects', `${'{"a":'.repeat(63)}{}${'}'.repeat(63)}`],
    ['brackets in a string', JSON.stringify('['.repeat(1_000))],
    ['escaped quotes before brackets', JSON.stringify(`"\\"${'{'.repeat(100)}`)],
    ['a string of backslashes', JSON.stringify(`${'\\'.repeat(7)}${'['.repeat(100)}`)],
    ['2,000 items', JSON.stringify(Array(2_000).fill(0))],
    ['10,000 members', JSON.stringify(members(10_000))],
    ['65,536 characters', JSON.stringify('x'.repeat(65_536))],
    ['the largest exact number', '[9007199254740991, -9007199254740991]'],
    ['fractions and exponents', '[0.1, 1e-400, -0, 1e3, 5e-324]'],
    ['a whole surrogate pair', '"\\ud83d\\ude80"'],
    ['members that only sound dangerous', '{"proto": 1, "Constructor": 2, "toString": 3, "hasOwnProperty": 4}'],
    ['the last of a repeated member', '{"a": 1, "a": 2}'],
    ['white space around', ' \n\t{} \r'],
  ])('may have %s', (_, text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['65 levels', nested(65), 'nested deeper than 64 levels'],
    ['65 levels of objects', '{"a":'.repeat(65) + '1' + '}'.repeat(65), 'nested deeper'],
    ['a million brackets that never close', '['.repeat(1_000_000), 'nested deeper'],
    ['2,001 items', JSON.stringify(Array(2_001).fill(0)), '/ has more than 2000 items'],
    ['2,001 items below', JSON.stringify({ a: [Array(2_001).fill(0)] }), '/a/0 has more than 2000 items'],
    ['10,001 members', JSON.stringify(members(10_001)), 'more than 10000 members'],
    ['10,001 members in many objects', JSON.stringify(Array(101).fill(members(100))), 'more than 10000 members'],
    ['a text that is too long', JSON.stringify({ a: 'x'.repeat(65_537) }), '/a is longer than 65536 characters'],
    ['a member whose name is too long', JSON.stringify({ ['x'.repeat(65_537)]: 1 }), 'longer than 65536'],
    ['a number beyond 2^53', '{"a": 9007199254740993}', '/a is a number that cannot be held exactly'],
    ['a negative number beyond 2^53', '[-9007199254740993]', '/0 is a number'],
    ['a number beyond a double', '1e400', '/ is a number'],
    ['a large number by its exponent', '1e21', '/ is a number'],
    ['a NUL', '{"a": ["b\\u0000"]}', '/a/0 contains a NUL'],
    ['a NUL in a name', '{"\\u0000": 1}', '/ contains a NUL'],
    ['half a pair', '["\\ud800"]', '/0 contains half of a surrogate pair'],
    ['the other half', '["\\udc00 later"]', '/0 contains half'],
    ['a pair the wrong way round', '["\\udc00\\ud800"]', '/0 contains half'],
    ['half a pair in a name', '{"\\ud800": 1}', '/ contains half'],
    ['__proto__', '{"a": {"__proto__": {"admin": true}}}', '/a/__proto__ is not an allowed member'],
    ['an escaped __proto__', '{"\\u005f_proto__": 1}', '/__proto__ is not'],
    ['constructor', '{"constructor": {"prototype": {}}}', '/constructor is not'],
    ['prototype', '[{"prototype": 1}]', '/0/prototype is not'],
    ['a byte order mark', '\ufeff{}', ''],
    ['nothing', '', ''],
    ['white space only', '  ', ''],
    ['a comment', '{/* */}', ''],
    ['two values', '{}{}', ''],
    ['NaN', '[NaN]', ''],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'not valid UTF-8'],
    ['an overlong slash', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), 'not valid UTF-8'],
    ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 'not valid UTF-8'],
    ['UTF-16', Buffer.from('{}', 'utf16le'), ''],
  ])('must not have %s', (_, text, detail) => {
    const refusal = refusalOf(text);
    expect(refusal.reason).toBe('malformed_body');
    expect(refusal.detail).toContain(detail);
  });

  it('is refused in no time however deep it is', () => {
    const bytes = Buffer.from(nested(400_000));
    const started = process.hrtime.bigint();
    expect(() => parseJson(bytes)).toThrow('nested deeper');
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(50);
  });

  it('leaves every prototype alone', () => {
    expect(() => parse('{"__proto__": {"polluted": 1}}')).toThrow(Refusal);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

function members(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, index]));
}

/** fast-check also makes values that the guard refuses on purpose; those have rows of their own. */
function isWithinLimits(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (Array.isArray(value)) return value.every(isWithinLimits);
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(
    ([name, member]) =>
      !['__proto__', 'constructor', 'prototype'].includes(name) && isWithinLimits(name) && isWithinLimits(member),
  );
}

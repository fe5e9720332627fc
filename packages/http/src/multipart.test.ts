import fc from 'fast-check';
import { withoutBoundary } from './multipart';

const form = (boundary: string, parts: readonly string[]): Buffer =>
  Buffer.from([...parts.map((part) => `--${boundary}\r\n\r\n${part}\r\n`), `--${boundary}--\r\n`].join(''));
const typeOf = (boundary: string): string => `multipart/form-data; boundary=${boundary}`;
const bare = (boundary: string, parts: readonly string[], type = typeOf(boundary)): string =>
  withoutBoundary(form(boundary, parts), type).toString('hex');

// No digit or letter of a part is in the boundaries, so that none stands in a part by chance.
const parts = fc.array(fc.stringMatching(/^[a-f\r\n-]{0,20}$/));

describe('withoutBoundary', () => {
  it('makes two attempts of one form the same, and different forms different', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(bare('XYZ1', one)).toBe(bare('UVW222', one));
        expect(bare('XYZ1', one) === bare('UVW222', other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('reads a boundary in quotes, and after other parameters', () => {
    expect(bare('XYZ1', ['a'], 'multipart/form-data; boundary="XYZ1"')).toBe(bare('Q', ['a']));
    expect(bare('XYZ1', ['a'], 'Multipart/Form-Data; charset=utf-8; Boundary=XYZ1')).toBe(bare('Q', ['a']));
  });

  it.each([undefined, 'application/json', 'multipart/form-data', 'text/plain; boundary=XYZ1'])(
    'leaves a body of %s',
    (type) => {
      const body = form('XYZ1', ['a']);
      expect(withoutBoundary(body, type)).toBe(body);
    },
  );
});

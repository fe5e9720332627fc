import fc from 'fast-check';
import { addPence, formatPounds, multiplyByDecimalString, parsePounds, pence, sumPence, type Pence } from './money';

const amount = fc.maxSafeInteger().map(pence);
const small = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(pence);

describe('pence', () => {
  it.each([0.5, Number.NaN, Infinity, 2 ** 53])('refuses %d', (number) => {
    expect(() => pence(number)).toThrow(RangeError);
  });

  it('knows no minus zero', () => {
    expect(Object.is(pence(-0), 0)).toBe(true);
  });
});

describe('parsePounds', () => {
  it.each([
    ['12.34', 1234],
    ['12.3', 1230],
    ['12', 1200],
    ['0', 0],
    ['0.05', 5],
    ['007.10', 710],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %s as %i', (text, expected) => {
    expect(parsePounds(text, { negative: 'refused' })).toBe(expected);
  });

  it.each([
    '12.345',
    '12.340',
    '12.',
    '.5',
    '1,234.56',
    '£12',
    '+1',
    '--1',
    '1e3',
    ' 12',
    '12\n',
    '',
    '-',
    'NaN',
    '١٢',
    '90071992547409.92',
  ])('refuses %p', (text) => {
    expect(parsePounds(text, { negative: 'allowed' })).toBeNull();
  });

  it('takes a minus only where negative amounts are allowed', () => {
    expect(parsePounds('-1.50', { negative: 'allowed' })).toBe(-150);
    expect(parsePounds('-1.50', { negative: 'refused' })).toBeNull();
    expect(Object.is(parsePounds('-0', { negative: 'allowed' }), 0)).toBe(true);
  });
});

describe('formatPounds', () => {
  it.each([
    [0, '£0.00'],
    [5, '£0.05'],
    [-5, '-£0.05'],
    [99_999, '£999.99'],
    [123_456, '£1,234.56'],
    [-123_456_789, '-£1,234,567.89'],
    [Number.MAX_SAFE_INTEGER, '£90,071,992,547,409.91'],
  ])('writes %i as %s', (number, expected) => {
    expect(formatPounds(pence(number))).toBe(expected);
  });

  it('is read back once its decoration is off', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parsePounds(formatPounds(value).replace(/[£,]/g, ''), { negative: 'allowed' })).toBe(value);
      }),
    );
  });
});

describe('adding', () => {
  it('gives the same sum in any order', () => {
    fc.assert(
      fc.property(fc.array(small, { maxLength: 50 }), (values) => {
        const sum = values.reduce((total, value) => addPence(total, value), pence(0));
        expect(sumPence(values)).toBe(sum);
        expect(sumPence([...values].reverse())).toBe(sum);
      }),
    );
  });

  it('cares about the total only, not about the way there', () => {
    const most = pence(Number.MAX_SAFE_INTEGER);
    expect(sumPence([most, most, pence(-Number.MAX_SAFE_INTEGER)])).toBe(most);
    expect(() => sumPence([most, pence(1)])).toThrow(RangeError);
    expect(() => addPence(most, pence(1))).toThrow(RangeError);
  });

  it('sums nothing to 0p', () => {
    expect(sumPence([])).toBe(0);
  });
});

describe('multiplyByDecimalString', () => {
  it.each([
    [10_000, '1.05', 10_500],
    [10_500, '0.98', 10_290],
    [1, '0.5', 1],
    [1, '0.4999', 0],
    [-1, '0.5', -1],
    [1, '-0.5', -1],
    [-1, '-0.5', 1],
    [3, '0.5', 2],
    [5, '0.1', 1],
    [115, '1.1', 127],
    [101, '1.005', 102],
    [9_007_199_254_740_991, '1.0', 9_007_199_254_740_991],
    [9_007_199_254_740_991, '0.333333333333333333', 3_002_399_751_580_330],
    [0, '-1', 0],
  ])('%i times %s is %i', (value, factor, expected) => {
    expect(multiplyByDecimalString(pence(value), factor)).toBe(expected);
  });

  it.each(['', '1e3', '1.', '.5', '+1', '1,5', ' 1', 'abc', '1\n'])('refuses the factor %p', (factor) => {
    expect(() => multiplyByDecimalString(pence(1), factor)).toThrow(RangeError);
  });

  it('refuses a product that is too large', () => {
    expect(() => multiplyByDecimalString(pence(Number.MAX_SAFE_INTEGER), '1.1')).toThrow(RangeError);
  });

  it('is exact for whole numbers, and symmetric about zero', () => {
    fc.assert(
      fc.property(small, fc.nat(1_000), fc.nat(999), (value, whole, thousandths) => {
        const factor = `${whole}.${String(thousandths).padStart(3, '0')}`;
        const negative = multiplyByDecimalString((0 - value) as Pence, factor);
        expect(multiplyByDecimalString(value, String(whole))).toBe(pence(value * whole));
        expect(negative + multiplyByDecimalString(value, factor)).toBe(0);
      }),
    );
  });

  it('is never more than half a penny off', () => {
    fc.assert(
      fc.property(small, fc.nat(999), (value, thousandths) => {
        const product = multiplyByDecimalString(value, `0.${String(thousandths).padStart(3, '0')}`);
        expect(Math.abs(product * 1_000 - value * thousandths)).toBeLessThanOrEqual(500);
      }),
    );
  });
});

import { daysOf, instantsOf, isMonth, isOver, monthOfEffectiveYear } from './effective-year';
import { siteTypeOf } from './location-type';
import { checkException, checkTypedAmount, checkYearIsOpen } from './price-rules';

const codes = (violations: readonly { code: string }[]): string[] => violations.map(({ code }) => code);

describe('the rules of single prices', () => {
  it.each([
    [0, []],
    [999_999, []],
    [1_000_000, ['too_large']],
    [-1, ['negative']],
    [10.5, ['not_an_integer']],
    [NaN, ['not_an_integer']],
  ])('an amount of %s pence', (amount, expected) => {
    expect(codes(checkTypedAmount('price_in_pence', amount))).toEqual(expected);
  });

  it.each([
    [9, 1, []],
    [9, 5_00, ['same_as_price']],
    [0, 1, ['invalid']],
    [13, 1, ['invalid']],
    [1.5, 1, ['invalid']],
  ])('an exception for month %s of %s pence to a price of £5.00', (month, amount, expected) => {
    expect(codes(checkException(month, amount, 5_00))).toEqual(expected);
  });

  it('a closed year says which are open', () => {
    expect(checkYearIsOpen('effective_year', 2020, 2022)).toEqual([
      { field: 'effective_year', code: 'closed', message: 'is not open for changes: only 2022 and 2021 are' },
    ]);
    expect(checkYearIsOpen('effective_year', 2021, 2022)).toEqual([]);
  });
});

describe('months', () => {
  it('of a contractual year lie in two calendar years', () => {
    expect([9, 12, 1, 8].map((month) => monthOfEffectiveYear(2021, month))).toEqual([
      '2021-09',
      '2021-12',
      '2022-01',
      '2022-08',
    ]);
  });

  it('are over once the next has begun', () => {
    expect([isOver('2021-09', '2021-09-30'), isOver('2021-09', '2021-10-01')]).toEqual([false, true]);
  });

  it('begin and end at midnight in London', () => {
    expect(instantsOf('2021-10')).toEqual({
      begin: new Date('2021-09-30T23:00:00Z'),
      end: new Date('2021-11-01T00:00:00Z'),
    });
    expect(daysOf('2021-12')).toEqual({ first: '2021-12-01', next: '2022-01-01' });
  });

  it.each([
    ['2021-09', true],
    ['2021-13', false],
    ['2021-9', false],
    ['0000-01', false],
    ['9999-12', false],
    ['2999-12', true],
    [202109, false],
  ])('%s is a month: %s', (text, expected) => expect(isMonth(text)).toBe(expected));
});

describe('the kind of a site', () => {
  it.each([
    ['prison', 'HMP', 'PR'],
    ['high_security_hospital', 'X', 'HP'],
    ['court', 'Northbeck crown court', 'CC'],
    ['court', 'Northbeck Combined Court and County Court', 'CM'],
    ['court', 'Court of Protection', 'CRT'],
    ['voluntary_hostel', 'X', undefined],
  ] as const)('a %s called %s is %s', (type, title, code) => expect(siteTypeOf(type, title)).toBe(code));
});

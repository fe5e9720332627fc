import { checkUsrn, isUsrn } from './usrn';

describe('a USRN', () => {
  it.each([
    [100_001, true],
    [99_999_999, true],
    [8_412_007, true],
    [100_000, false],
    [100_000_000, false],
    [8_412_007.5, false],
    ['8412007', false],
  ])('%j can be one: %s', (value, holds) => {
    expect(isUsrn(value)).toBe(holds);
    expect(checkUsrn('usrn', value)).toHaveLength(holds ? 0 : 1);
  });

  it.each([null, undefined])('is not missed here (%s)', (value) => expect(checkUsrn('usrn', value)).toEqual([]));
});

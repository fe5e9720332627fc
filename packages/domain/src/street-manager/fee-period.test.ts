import { checkFeePeriod } from './fee-period';

describe('checkFeePeriod', () => {
  it.each<[string, string, string[]]>([
    ['2026-10-01T00:00:00Z', '2026-10-01T00:00:00Z', []],
    ['2026-10-01T00:00:00Z', '2026-10-31T23:59:59Z', []],
    ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z', ['period_too_long']],
    // Summer time: the evening in UTC is the next day in London.
    ['2026-06-30T23:00:00Z', '2026-07-31T22:59:59Z', []],
    ['2026-06-30T22:59:59Z', '2026-07-31T22:59:59Z', ['period_too_long']],
    ['2026-10-02T00:00:00Z', '2026-10-01T00:00:00Z', ['after_end']],
    ['soon', '2026-10-01T00:00:00Z', []],
  ])('from %s to %s', (start_date, end_date, codes) => {
    expect(checkFeePeriod({ start_date, end_date }).map(({ code }) => code)).toEqual(codes);
  });
});

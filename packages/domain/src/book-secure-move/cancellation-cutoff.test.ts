import fc from 'fast-check';
import { cutoffDifference } from './cancellation-cutoff';

describe('the difference between a cancellation and its cutoff', () => {
  it.each([
    ['2026-12-01', '2026-12-01T00:50:00Z', 'Before cutoff (0d 05h 10m)'],
    ['2026-12-01', '2026-12-01T06:00:00Z', 'After cutoff (0d 00h 00m)'],
    ['2026-12-01', '2026-12-01T05:59:59Z', 'Before cutoff (0d 00h 00m)'],
    ['2026-12-01', '2026-12-03T16:07:59Z', 'After cutoff (2d 10h 07m)'],
    ['2026-12-01', '2026-11-20T06:00:00Z', 'Before cutoff (11d 00h 00m)'],
    // Summer time: six in London is five in UTC.
    ['2026-07-01', '2026-07-01T05:00:00Z', 'After cutoff (0d 00h 00m)'],
    // The day on which the clocks change has twenty-three hours.
    ['2026-03-29', '2026-03-28T06:00:00Z', 'Before cutoff (0d 23h 00m)'],
  ])('on %s, cancelled at %s, is %s', (day, at, expected) => {
    expect(cutoffDifference(new Date(at), day)).toBe(expected);
  });

  it('tells the distance to the minute', () => {
    const cutoff = Date.parse('2026-12-01T06:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (minutes) => {
        const text = cutoffDifference(new Date(cutoff - minutes * 60_000), '2026-12-01');
        const [, side, d, h, m] = /^(Before|After) cutoff \((\d+)d (\d\d)h (\d\d)m\)$/.exec(text)!;
        const told = Number(d) * 1_440 + Number(h) * 60 + Number(m);
        expect(side === 'Before' ? told : -told).toBe(minutes === 0 ? -0 : minutes);
      }),
    );
  });

  it('refuses text that is no day', () => {
    expect(() => cutoffDifference(new Date(0), '2026-02-30')).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { fromLondonTime, toLondonTime } from './london-time';

describe('London time', () => {
  it.each([
    ['2026-01-15T10:00:00Z', '2026-01-15T10:00:00'],
    ['2026-07-15T10:00:00Z', '2026-07-15T11:00:00'],
    ['2026-07-15T23:30:00Z', '2026-07-16T00:30:00'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31T23:59:59'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00'],
    ['2026-03-29T00:59:59Z', '2026-03-29T00:59:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29T02:00:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00'],
    ['2026-10-25T01:30:00Z', '2026-10-25T01:30:00'],
  ])('of %s is %s', (instant, local) => {
    expect(toLondonTime(new Date(instant))).toBe(local);
  });

  it.each([
    ['2026-10-25T01:30:00', '2026-10-25T01:30:00.000Z'],
    ['2026-03-29T01:30:00', '2026-03-29T01:30:00.000Z'],
    ['2026-07-15T11:00:00.250', '2026-07-15T10:00:00.250Z'],
  ])('%s is read as %s', (local, instant) => {
    expect(fromLondonTime(local).toISOString()).toBe(instant);
  });

  it('reads back what it writes, to the second, and is at most the repeated hour late', () => {
    const second = fc.integer({ min: Date.parse('1972-01-01') / 1000, max: Date.parse('2100-01-01') / 1000 });
    fc.assert(
      fc.property(second, (seconds) => {
        const local = toLondonTime(new Date(seconds * 1000));
        const read = fromLondonTime(local);
        expect(toLondonTime(read)).toBe(local);
        expect([0, 3600]).toContain(read.getTime() / 1000 - seconds);
      }),
    );
  });
});

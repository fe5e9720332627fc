import { retryAfterMs } from './retry-after';

const now = new Date('2026-11-20T10:00:00Z');

it.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Fri, 20 Nov 2026 10:02:00 GMT', 120_000],
  ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
  ['-1', null],
  ['1.5', null],
  ['99999999999', null],
  ['soon', null],
  ['Fri, 99 Nov 2026', null],
  ['', null],
  [undefined, null],
])('Retry-After %j asks for %s ms', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected);
});

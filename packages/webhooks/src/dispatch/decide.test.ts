import type { IdGenerator } from '@switchyard/domain';
import fc from 'fast-check';
import type { FailureCode } from '../courier/failure';
import type { RetryProfile } from '../profile';
import { retryProfiles } from '../profile';
import type { AttemptResult } from './claimed';
import { decide, nextAttempt } from './decide';

const HOUR = 3_600_000;
const start = new Date('2026-11-20T10:00:00Z');
const drawing = (share: number): IdGenerator => ({ uuid: () => '', pick: (below) => Math.round(share * (below - 1)) });
const inTheMiddle = drawing(0.5);

const result = (changes: Partial<AttemptResult>): AttemptResult => ({
  startedAt: start,
  durationMs: 1,
  address: null,
  status: null,
  errorCode: null,
  error: null,
  retryAfter: null,
  requestHeaders: {},
  responseHeaders: {},
  responseBody: '',
  ...changes,
});
const replied = (status: number, retryAfter: number | null = null) =>
  result({ status, retryAfter, errorCode: status < 300 && status >= 200 ? null : 'HTTP_STATUS' });
const failed = (errorCode: FailureCode) => result({ errorCode });

/** Everything that failed attempt after attempt goes through, in milliseconds after the first. */
function history(profile: RetryProfile, ids: IdGenerator, most = 1_000): { at: number[]; ended: boolean } {
  const at = [0];
  let now = start;
  for (let failures = 0; failures < most; failures += 1) {
    const next = nextAttempt(profile, { failures, sendableSince: start }, now, ids);
    if (!next) return { at, ended: true };
    now = next;
    at.push(now.getTime() - start.getTime());
  }
  return { at, ended: false };
}

describe('after an attempt', () => {
  const { standard, chorus, sandbox } = retryProfiles;
  const first = { failures: 0, sendableSince: start };

  it.each([
    ['200', replied(200), { state: 'delivered' }],
    ['204', replied(204), { state: 'delivered' }],
    ['302', replied(302), { state: 'waiting', throttle: false, hold: null }],
    ['400', replied(400), { state: 'waiting', throttle: false, hold: null }],
    ['410', replied(410), { state: 'waiting', hold: 'gone' }],
    ['502', replied(502), { state: 'waiting', throttle: true, hold: null }],
    ['a timeout', failed('TIMEOUT'), { state: 'waiting', throttle: true, hold: null }],
    ['a reset', failed('CONNECT'), { state: 'waiting', throttle: false, hold: null }],
    ['an expired certificate', failed('TLS'), { state: 'waiting', throttle: false, hold: null }],
    ['a name that does not resolve', failed('DNS'), { state: 'waiting', throttle: false, hold: null }],
    ['a forbidden address', failed('SSRF_BLOCKED'), { state: 'dead', hold: 'blocked' }],
  ])('%s', (_, outcome, verdict) => {
    expect(decide(chorus, first, outcome, start, inTheMiddle)).toMatchObject(verdict);
  });

  it.each([
    ['429 alone pauses half a minute', chorus, replied(429), 30_000],
    ['429 may ask for more', chorus, replied(429, 90_000), 90_000],
    ['429 may not ask for less', chorus, replied(429, 1_000), 30_000],
    ['503 may ask for time', chorus, replied(503, 90_000), 90_000],
    ['an hour is the most', chorus, replied(503, 25 * HOUR), HOUR],
    ['or a day, elsewhere', standard, replied(503, 25 * HOUR), 24 * HOUR],
    ['500 may not ask', chorus, replied(500, 90_000), null],
    ['429 pauses the sandbox only when it asks', sandbox, replied(429), null],
  ])('%s', (_, profile, outcome, pause) => {
    const verdict = decide(profile, first, outcome, start, inTheMiddle);
    const pauseUntil = pause === null ? null : new Date(start.getTime() + pause);
    expect(verdict).toMatchObject({ state: 'waiting', pauseUntil });
    if (pauseUntil) expect(verdict).toMatchObject({ nextAttemptAt: pauseUntil });
  });
});

describe('the schedule', () => {
  it('sandbox tries five times in fifteen seconds, exactly', () => {
    expect(history(retryProfiles.sandbox, drawing(1))).toEqual({ at: [0, 1_000, 3_000, 7_000, 15_000], ended: true });
  });

  it('chorus tries three times after half a minute, then every five minutes, for a day', () => {
    const { at, ended } = history(retryProfiles.chorus, inTheMiddle);
    expect(at.slice(0, 6)).toEqual([0, 30_000, 60_000, 90_000, 390_000, 690_000]);
    expect(ended).toBe(true);
    expect(at.at(-1)).toBe(24 * HOUR);
  });

  it('standard tries ten times, each delay within a fifth of the published one whatever chance says', () => {
    const published = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400].map((seconds) => seconds * 1_000);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const { at, ended } = history(retryProfiles.standard, drawing(share));
        expect(ended).toBe(true);
        expect(at).toHaveLength(10);
        published.forEach((delay, index) => {
          const waited = at[index + 1]! - at[index]!;
          expect(Math.abs(waited - delay)).toBeLessThanOrEqual(delay * 0.2);
        });
      }),
    );
  });

  it('varies from the least to the most', () => {
    const { standard } = retryProfiles;
    const series = { failures: 1, sendableSince: start };
    const waits = [0, 1].map((share) => nextAttempt(standard, series, start, drawing(share))!.getTime());
    expect(waits.map((at) => at - start.getTime())).toEqual([270_000, 330_000]);
  });
});

import type { IdGenerator } from '@switchyard/domain';
import type { RetryProfile } from '../profile';
import type { AttemptResult } from './claimed';

/** What becomes of a delivery after an attempt. */
export type Verdict = Delivered | Failed;

export interface Delivered {
  state: 'delivered';
}

export interface Failed {
  state: 'waiting' | 'dead';
  /** When the next attempt is due; null for a dead one. */
  nextAttemptAt: Date | null;
  /** The endpoint is left alone until then. */
  pauseUntil: Date | null;
  /** The endpoint gets one request at a time for a while. */
  throttle: boolean;
  /** The endpoint is sent nothing more until it is resumed. */
  hold: 'gone' | 'blocked' | null;
}

/** What the decision needs of a delivery. */
export interface Series {
  /** Before this attempt. */
  failures: number;
  sendableSince: Date;
}

const GONE = 410;
const TOO_MANY_REQUESTS = 429;
const overloaded = new Set([TOO_MANY_REQUESTS, 502, 503, 504]);
const mayAskForTime = new Set([TOO_MANY_REQUESTS, 503]);

/** Decides after an attempt, at the instant `now`. Any 2xx is an acknowledgement, everything else a failure. */
export function decide(
  profile: RetryProfile,
  series: Series,
  { status, errorCode, retryAfter }: AttemptResult,
  now: Date,
  ids: IdGenerator,
): Verdict {
  if (errorCode === null) return { state: 'delivered' };
  const blocked = errorCode === 'SSRF_BLOCKED';
  const gone = status === GONE;
  const pauseUntil = status !== null && mayAskForTime.has(status) ? pauseOf(profile, status, retryAfter, now) : null;
  const due = blocked ? null : gone ? now : nextAttempt(profile, series, now, ids);
  return {
    state: due ? 'waiting' : 'dead',
    nextAttemptAt: due && latest(due, pauseUntil),
    pauseUntil,
    throttle: errorCode === 'TIMEOUT' || (status !== null && overloaded.has(status)),
    hold: blocked ? 'blocked' : gone ? 'gone' : null,
  };
}

/** When the profile tries again after one more failure; null when it gives up. */
export function nextAttempt(
  { delays, afterLast, maxAge, jitter }: RetryProfile,
  { failures, sendableSince }: Series,
  now: Date,
  ids: IdGenerator,
): Date | null {
  const delay = delays[failures + 1] ?? (afterLast === 'repeat' ? delays.at(-1) : undefined);
  if (delay === undefined) return null;
  const due = now.getTime() + Math.round(delay * (1 + jitter * chance(ids)));
  if (maxAge === null) return new Date(due);
  const last = sendableSince.getTime() + maxAge;
  return now.getTime() >= last ? null : new Date(Math.min(due, last));
}

function pauseOf(profile: RetryProfile, status: number, retryAfter: number | null, now: Date): Date | null {
  const asked = Math.min(retryAfter ?? 0, profile.longestRetryAfter);
  const pause = Math.max(asked, status === TOO_MANY_REQUESTS ? profile.pauseAfter429 : 0);
  return pause > 0 ? new Date(now.getTime() + pause) : null;
}

const latest = (one: Date, other: Date | null): Date => (other && other > one ? other : one);

const STEPS = 1_000;

/** From -1 to 1, every value equally likely. */
const chance = (ids: IdGenerator): number => ids.pick(2 * STEPS + 1) / STEPS - 1;

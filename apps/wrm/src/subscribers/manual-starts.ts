import { subscriberLimits } from '@switchyard/domain/wrm';
import { Refusal } from '@switchyard/http';
import type { Subscriber } from './subscriber';

const HOUR = 3_600_000;

/**
 * Counts one more series of challenges that was started by hand, so that nobody makes the service knock at a stranger's
 * door. Throws a Refusal, 429, after ten in an hour.
 */
export function startedByHand(subscriber: Subscriber, now: Date): Subscriber {
  const { count, since } = subscriber.manualStarts;
  const elapsed = since ? now.getTime() - since.getTime() : HOUR;
  if (!since || elapsed >= HOUR || elapsed < 0) return { ...subscriber, manualStarts: { count: 1, since: now } };
  if (count >= subscriberLimits.manualChallengesPerHour) {
    throw new Refusal('rate_limited', 'more than ten challenges in an hour', {
      'Retry-After': String(Math.ceil((HOUR - elapsed) / 1_000)),
    });
  }
  return { ...subscriber, manualStarts: { count: count + 1, since } };
}

import { RateLimiter, limitsOf } from './rate-limit';
import { Refusal } from './refusals';

const at = (ms: number): number => 1_000_000 + ms;

describe('a rate limiter', () => {
  it('lets a burst through, then one request for each token that has come back', () => {
    const limiter = new RateLimiter({ perSecond: 2, burst: 3 });
    for (let i = 0; i < 3; i += 1) limiter.take('a', at(0));
    expect(() => limiter.take('a', at(0))).toThrow(Refusal);
    limiter.take('a', at(500));
    expect(() => limiter.take('a', at(500))).toThrow(Refusal);
  });

  it('says when to come back', () => {
    const limiter = new RateLimiter({ perSecond: 0.5, burst: 1 });
    limiter.take('a', at(0));
    expect(() => limiter.take('a', at(0))).toThrow(
      expect.objectContaining({ reason: 'rate_limited', headers: expect.objectContaining({ 'Retry-After': '2' }) }),
    );
  });

  it('keeps callers apart, and a clock that went back takes nothing away', () => {
    const limiter = new RateLimiter({ perSecond: 1, burst: 1 });
    limiter.take('a', at(1_000));
    limiter.take('b', at(1_000));
    expect(() => limiter.take('a', at(0))).toThrow(Refusal);
  });

  it('is off when it is off', () => {
    expect(limitsOf('off')).toBeUndefined();
    expect(limitsOf('hmrc')?.caller.perSecond).toBe(3);
  });
});

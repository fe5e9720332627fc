import { Refusal } from './refusals';

/** So many requests a second on average, and so many at once. */
export interface Rate {
  perSecond: number;
  burst: number;
}

export interface RateLimits {
  /** Per address, before it is known who calls. */
  address: Rate;
  /** Per caller. */
  caller: Rate;
}

export type RateLimitProfile = 'off' | 'on' | 'strict' | 'hmrc';

const profiles: Record<Exclude<RateLimitProfile, 'off'>, RateLimits> = {
  on: { address: { perSecond: 200, burst: 600 }, caller: { perSecond: 50, burst: 100 } },
  strict: { address: { perSecond: 20, burst: 20 }, caller: { perSecond: 5, burst: 5 } },
  hmrc: { address: { perSecond: 20, burst: 20 }, caller: { perSecond: 3, burst: 3 } },
};

export const limitsOf = (profile: RateLimitProfile): RateLimits | undefined =>
  profile === 'off' ? undefined : profiles[profile];

interface Bucket {
  tokens: number;
  filledAt: number;
}

const MAX_BUCKETS = 10_000;

/** Token buckets by name. They fill with the machine's own time: a sandbox clock that stands still starves nobody. */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly rate: Rate) {}

  /** Takes one token at an instant in milliseconds; throws a Refusal that says when to come back once there is none. */
  take(name: string, at = performance.now()): void {
    const { perSecond, burst } = this.rate;
    const bucket = this.buckets.get(name) ?? this.open(name, at);
    const elapsed = Math.max(0, at - bucket.filledAt) / 1_000;
    bucket.tokens = Math.min(burst, bucket.tokens + elapsed * perSecond);
    bucket.filledAt = at;
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return;
    }
    const wait = Math.ceil((1 - bucket.tokens) / perSecond);
    throw new Refusal('rate_limited', `more than ${perSecond} requests a second`, {
      'Retry-After': String(wait),
      'RateLimit-Policy': `"default";q=${burst};w=${Math.ceil(burst / perSecond)}`,
      RateLimit: `"default";r=0;t=${wait}`,
    });
  }

  private open(name: string, at: number): Bucket {
    if (this.buckets.size >= MAX_BUCKETS) this.buckets.delete(this.buckets.keys().next().value!);
    const bucket = { tokens: this.rate.burst, filledAt: at };
    this.buckets.set(name, bucket);
    return bucket;
  }
}

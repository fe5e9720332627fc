import type { Clock } from '@switchyard/domain';

export interface Token {
  value: string;
  expiresInSeconds: number;
}

export interface TokenSource {
  /** A token that is good for at least a little longer. Callers that arrive together share one fetch. */
  current(): Promise<string>;
  /** Says that the upstream refused this token; later callers get a fresh one. A token already replaced stays. */
  discard(value: string): void;
}

/** Caches what `fetchToken` gives until shortly before it expires: a tenth of its life, at most half a minute. */
export function createTokenSource(fetchToken: () => Promise<Token>, clock: Clock): TokenSource {
  let cached: { value: string; usableUntil: number } | undefined;
  let pending: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const askedAt = clock.now().getTime();
    const { value, expiresInSeconds } = await fetchToken();
    const life = expiresInSeconds * 1000;
    cached = { value, usableUntil: askedAt + life - Math.min(30_000, life / 10) };
    return value;
  }

  return {
    async current() {
      if (cached && clock.now().getTime() < cached.usableUntil) return cached.value;
      pending ??= renew().finally(() => (pending = undefined));
      return pending;
    },
    discard(value) {
      if (cached?.value === value) cached = undefined;
    },
  };
}

import { MovableClock } from '@switchyard/domain';
import { createTokenSource } from './token-source';

const start = new Date('2026-11-20T10:00:00Z');

function given(expiresInSeconds: number) {
  const clock = new MovableClock({ now: () => start });
  const asked: string[] = [];
  const source = createTokenSource(async () => {
    const value = `token-${asked.length + 1}`;
    asked.push(value);
    return { value, expiresInSeconds };
  }, clock);
  return { source, asked, at: (seconds: number) => clock.set(new Date(start.getTime() + seconds * 1000)) };
}

describe('a token source', () => {
  it.each([
    { life: 1200, seconds: 0, tokens: 1 },
    { life: 1200, seconds: 1169, tokens: 1 },
    { life: 1200, seconds: 1170, tokens: 2 },
    { life: 60, seconds: 53, tokens: 1 },
    { life: 60, seconds: 54, tokens: 2 },
    { life: 0, seconds: 0, tokens: 2 },
  ])('has used $tokens after $seconds of $life seconds', async ({ life, seconds, tokens }) => {
    const { source, asked, at } = given(life);
    await source.current();
    at(seconds);
    await source.current();
    expect(asked).toHaveLength(tokens);
  });

  it('keeps a newer token when an older one is discarded late', async () => {
    const { source, asked } = given(1200);
    const old = await source.current();
    source.discard(old);
    const renewed = await source.current();
    source.discard(old);
    expect(await source.current()).toBe(renewed);
    expect(asked).toHaveLength(2);
  });

  it('tells every waiting caller of a failure, and tries again for the next', async () => {
    let attempts = 0;
    const fetchToken = async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('down');
      return { value: 'token', expiresInSeconds: 60 };
    };
    const source = createTokenSource(fetchToken, { now: () => start });
    const waiting = await Promise.allSettled([source.current(), source.current()]);
    expect(waiting.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await source.current()).toBe('token');
    expect(attempts).toBe(2);
  });
});

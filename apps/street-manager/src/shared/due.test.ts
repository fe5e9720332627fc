import type { Deps } from './deps';
import type { DueKind, DuePiece } from './due';
import { settleDue } from './due';

const now = new Date('2026-11-20T10:00:00.000Z');
const logged: unknown[] = [];
const deps = { clock: { now: () => now }, log: { error: (facts: unknown) => logged.push(facts) } } as unknown as Deps;

/** A kind with pieces at these minutes before now; each says its name when it is done, and is gone then. */
function kindOf(
  name: string,
  minutes: readonly number[],
  done: string[],
  fails: (piece: string) => boolean = () => false,
): DueKind {
  const waiting = new Set([...minutes].sort((one, other) => other - one));
  const pieceAt = (minute: number): DuePiece => ({
    at: new Date(now.getTime() - minute * 60_000),
    settle: async () => {
      if (fails(`${name}${minute}`)) throw new Error('not this time');
      waiting.delete(minute);
      done.push(`${name}${minute}`);
    },
  });
  return async (_, __, most) => [...waiting].slice(0, most).map(pieceAt);
}

describe('settleDue', () => {
  it('goes by time across kinds, and by the order of the kinds at one instant', async () => {
    const done: string[] = [];
    await settleDue(deps, [kindOf('a', [5, 3, 1], done), kindOf('b', [4, 3], done)]);
    expect(done).toEqual(['a5', 'b4', 'a3', 'b3', 'a1']);
  });

  it('keeps the order of time when there is more than it fetches at once', async () => {
    const done: string[] = [];
    const many = Array.from({ length: 450 }, (_, index) => 1_000 - 2 * index);
    const few = [999, 501, 1];
    await settleDue(deps, [kindOf('', few, done), kindOf('', many, done)]);
    expect(done.map(Number)).toEqual([...many, ...few].sort((one, other) => other - one));
  });

  it('does the others when one fails, and says so', async () => {
    const done: string[] = [];
    await settleDue(deps, [kindOf('a', [3, 2, 1], done, (piece) => piece === 'a2')]);
    expect(done).toEqual(['a3', 'a1']);
    expect(logged).toHaveLength(1);
  });

  it('ends when nothing can be done', async () => {
    const done: string[] = [];
    const many = Array.from({ length: 300 }, (_, index) => index + 1);
    await settleDue(deps, [kindOf('a', many, done, () => true)]);
    expect(done).toEqual([]);
  });
});

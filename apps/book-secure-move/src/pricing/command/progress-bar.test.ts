import { progressBar } from './progress-bar';

const written = (isTTY: boolean, ...steps: [number, number][]): string => {
  let text = '';
  const show = progressBar({ isTTY, write: (piece) => (text += piece) }, 'pricing');
  for (const [done, of] of steps) show(done, of);
  return text;
};

describe('progressBar', () => {
  it('is written over itself on a terminal, and ends its line', () => {
    expect(written(true, [500, 1_000], [1_000, 1_000])).toBe(
      `\rpricing ${'█'.repeat(20)}${'░'.repeat(20)}  50 %  500 of 1,000` +
        `\rpricing ${'█'.repeat(40)} 100 %  1,000 of 1,000\n`,
    );
  });

  it('is whole when there is nothing to do', () => expect(written(true, [0, 0])).toContain('100 %'));
  it('is silent elsewhere', () => expect(written(false, [1, 2])).toBe(''));
});

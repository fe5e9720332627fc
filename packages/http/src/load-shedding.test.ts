import { LoadShedding } from './load-shedding';

const FAST = 20;
const SLOW = 400;

function shareAfter(...delays: readonly number[]): number {
  const shedding = new LoadShedding();
  for (const delay of delays) shedding.sample(delay);
  const { share } = shedding;
  shedding.stop();
  return share;
}

describe('load shedding', () => {
  it.each([
    ['nothing has happened', [], 0],
    ['the loop is just slow enough to bear', Array(20).fill(300), 0],
    ['it was slow twice', [SLOW, SLOW], 0],
    ['it was slow three times in a row', [SLOW, SLOW, SLOW], 0.1],
    ['it stays slow', Array(7).fill(SLOW), 0.5],
    ['it never recovers', Array(50).fill(SLOW), 0.9],
    ['it recovers after three', [SLOW, SLOW, SLOW, FAST], 0],
    ['it eases by one good sample after many', [...Array(50).fill(SLOW), FAST], 0.7],
    ['it is well again', [...Array(50).fill(SLOW), FAST, FAST, FAST, FAST], 0],
    ['slow and fast alternate', Array(20).fill([SLOW, FAST]).flat(), 0],
  ] as [string, number[], number][])('when %s turns away the right share', (_, delays, share) => {
    expect(shareAfter(...delays)).toBeCloseTo(share);
  });
});

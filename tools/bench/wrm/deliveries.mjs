import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SMALL = 500;
/** Deliveries a second, milliseconds, and how much memory may grow from the second tenth to the last. */
const GOALS = { perSecond: 500, p99: 500, growth: 1.25 };
const measurement = fileURLToPath(new URL('../webhooks.mjs', import.meta.url));

/**
 * How fast so many deliveries reach 100 subscribers at one local receiver that takes 5 ms, how long one takes from its
 * commit to an idle receiver, and what memory that takes: in a process and on a database of their own.
 * @param {number} ordinarily how many
 * @returns {(rig: object, options: { small: boolean }) => Promise<object[]>} gives goals with what was measured
 */
export const deliveries =
  (ordinarily) =>
  async (_rig, { small }) => {
    const count = small ? SMALL : ordinarily;
    const { perSecond, p50, p99, memory, left } = await outcome(count);
    if (left > 0) throw new Error(`${left} of ${count} deliveries were not made.`);
    // The first tenth fills what is kept in memory throughout.
    const grown = memory.at(-1) / memory[1];
    const what = `${count.toLocaleString('en-GB')} deliveries`;
    return [
      {
        goal: `${what} to 100 subscribers`,
        wanted: `at least ${GOALS.perSecond}/s`,
        measured: `${perSecond}/s`,
        held: perSecond >= GOALS.perSecond,
      },
      {
        goal: `${what}: commit to an idle receiver, p99`,
        wanted: `under ${GOALS.p99} ms`,
        measured: `${p99} ms (p50 ${p50} ms)`,
        held: p99 < GOALS.p99,
      },
      {
        goal: `${what}: memory at the end, against a fifth of the way`,
        wanted: `within ${GOALS.growth} times`,
        measured: `${grown.toFixed(2)} (${memory.join(' ')} MB)`,
        held: grown <= GOALS.growth,
      },
    ];
  };

/** What the measurement prints, as JSON. */
async function outcome(count) {
  const child = spawn(process.execPath, [measurement, String(count), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (bytes) => (text += bytes));
  await new Promise((resolve) => child.once('close', resolve));
  if (text === '') throw new Error('The deliveries could not be measured.');
  return JSON.parse(text);
}

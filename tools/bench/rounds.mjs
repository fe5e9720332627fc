import { processorTime, serverTime } from './usage.mjs';

/** Simultaneous connections of the load, the same to both servers. */
const connections = 32;

/**
 * Measures one work: both servers warm up, then take turns under the same load.
 * @param {object} rig what is running: `service` and `bare` with pid and port, `postgres`, `load`, `client`, `targets`,
 *   and `numbers`, the next request of each work
 * @param {{ name: string, rounds?: { most: Function, undo: Function } }} work `rounds`: each asks for the same things
 *   again, as many as there are, and is undone
 * @param {{ rounds: number, seconds: number, warmUp: number }} options
 * @returns {Promise<{ service: object, bare: object, ratio: number | undefined }>} each server's medians, and the median
 *   of the ratios of neighbouring rounds
 */
export async function measure(rig, work, { rounds, seconds, warmUp, onRound }) {
  for (const server of ['service', 'bare']) await round(rig, work, server, warmUp);
  const pairs = [];
  for (let n = 0; n < rounds; n += 1) {
    const pair = {};
    // Whoever comes second finds a busier disk: they take turns in that too.
    const order = n % 2 === 0 ? ['service', 'bare'] : ['bare', 'service'];
    for (const server of order) pair[server] = await round(rig, work, server, seconds);
    pairs.push(pair);
    onRound?.(pair);
  }
  const ratios = pairs.map(({ service, bare }) => service.rate / bare.rate);
  return {
    service: medians(pairs.map(({ service }) => service)),
    bare: medians(pairs.map(({ bare }) => bare)),
    ratio: median(ratios),
    ratios,
  };
}

async function round(rig, work, server, seconds) {
  const { load, postgres, client, targets, numbers } = rig;
  const { pid, port } = rig[server];
  const { rounds } = work;
  const first = rounds ? 0 : (numbers[work.name] ?? 0);
  const last = rounds ? rounds.most(targets) : Number.MAX_SAFE_INTEGER;
  const before = [processorTime(pid), serverTime(postgres.pid)];
  const { outcome } = await load.ask({ service: rig.name, work: work.name, port, seconds, connections, first, last });
  const after = [processorTime(pid), serverTime(postgres.pid)];
  numbers[work.name] = outcome.next;
  await rounds?.undo(client, targets, outcome.next);
  const wrong = Object.keys(outcome.statuses).filter((status) => !status.startsWith('2'));
  if (wrong.length > 0) throw new Error(`${server} answered ${work.name} with ${JSON.stringify(outcome.statuses)}.`);
  const perRequest = (n) => (after[n] === undefined ? undefined : (after[n] - before[n]) / outcome.requests);
  return {
    rate: outcome.requests / outcome.seconds,
    p50: outcome.p50,
    p99: outcome.p99,
    serverCpu: perRequest(0),
    postgresCpu: perRequest(1),
  };
}

const medians = (rounds) =>
  Object.fromEntries(Object.keys(rounds[0]).map((figure) => [figure, median(rounds.map((each) => each[figure]))]));

/** The middle value; undefined when one is missing. */
export function median(values) {
  if (values.includes(undefined)) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The process that makes the load. For each order of its parent it asks one server for a while and reports. */
import { bytesOf } from './bytes.mjs';
import { Connection } from './connection.mjs';

let targets;

// What makes a process follow its parent lets it end when nothing but the channel is left: this one waits for orders.
process.channel.ref();
process.on('message', (message) => {
  if (message.targets) {
    ({ targets } = message);
    return;
  }
  run(message).then(
    (outcome) => process.send({ outcome }),
    (error) => process.send({ fault: error.message }),
  );
});

/**
 * Keeps every connection asking until the time is over or the requests are, then waits for the last answers.
 * @param {{ service: string, work: string, port: number, seconds: number, connections: number, first: number, last: number }} order
 *   `first` to `last` are the numbers of the requests that may be made
 */
async function run({ service, work, port, seconds, connections, first, last }) {
  const { requestOf, headersOf } = await import(`../${service}/requests.mjs`);
  const make = requestOf[work];
  const host = `127.0.0.1:${port}`;
  const latencies = [];
  const statuses = {};
  const lanes = [];
  let next = first;
  let ending = Infinity;
  const finished = new Promise((resolve, reject) => {
    let busy = connections;
    for (let lane = 0; lane < connections; lane += 1) lanes.push(openLane(resolve, reject));

    function openLane(done, failed) {
      let asked = 0;
      const ask = () => {
        asked = performance.now();
        const request = make(next, targets);
        connection.ask(bytesOf(request, headersOf(request, host, targets.credentials)));
        next += 1;
      };
      const connection = new Connection(
        port,
        (status) => {
          const now = performance.now();
          latencies.push(now - asked);
          statuses[status] = (statuses[status] ?? 0) + 1;
          if (now < ending && next < last) ask();
          else if ((busy -= 1) === 0) done();
        },
        failed,
      );
      return { connection, ask };
    }
  });
  finished.catch(() => undefined);
  await Promise.race([Promise.all(lanes.map(({ connection }) => connection.opened)), finished]);
  const began = performance.now();
  ending = began + seconds * 1_000;
  for (const { ask } of lanes) ask();
  try {
    await finished;
  } finally {
    for (const { connection } of lanes) connection.end();
  }
  const took = (performance.now() - began) / 1_000;
  latencies.sort((a, b) => a - b);
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  return { requests: latencies.length, seconds: took, p50: at(0.5), p99: at(0.99), statuses, next };
}

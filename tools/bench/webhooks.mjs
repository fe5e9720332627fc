/**
 * How fast notifications are delivered: `node tools/bench/webhooks.mjs [deliveries] [--json]`, 10,000 by default, to 100
 * subscribers at one local receiver that takes 5 ms.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../lib/bundle.mjs';
import { startDatabase } from '../lib/database.mjs';
import { root } from '../lib/root.mjs';
import { latencies, throughput } from './webhooks/measure.mjs';

const SUBSCRIBERS = 100;
const SAMPLES = 200;
const GOALS = { perSecond: 500, p50: 50, p99: 500 };

process.exitCode = await main(Math.ceil(Number(process.argv[2] ?? 10_000) / 500) * 500);

async function main(count) {
  const folder = await mkdtemp(join(tmpdir(), 'switchyard-bench-'));
  await chmod(folder, 0o755);
  const server = await startDatabase({ dataDir: join(folder, 'postgres'), log: () => undefined });
  const receiver = fork(new URL('webhooks/receiver.mjs', import.meta.url));
  try {
    const [{ port }] = await once(receiver, 'message');
    const arrivals = { count: 0, latest: '', at: 0 };
    receiver.on('message', ({ arrived = [] }) => {
      for (const [latest, at] of arrived) Object.assign(arrivals, { count: arrivals.count + 1, latest, at });
    });
    return await measure(count, server.url, `http://127.0.0.1:${port}/hook`, arrivals);
  } finally {
    receiver.kill();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(count, databaseUrl, receiverUrl, arrivals) {
  await bundle({ 'webhooks-engine': 'tools/bench/webhooks/engine.ts' });
  const engine = createRequire(import.meta.url)(join(root, 'dist/webhooks-engine.cjs'));
  const schema = 'bench';
  await engine.migrate(databaseUrl, schema, [engine.webhookTables('0001-webhooks')]);
  const db = new engine.Database({ url: databaseUrl, schema });
  const secrets = new engine.SecretBox({ current: 'one', keys: { one: Buffer.alloc(32, 1) } });
  const courier = new engine.Courier({ egress: new engine.Egress({ mode: 'dev' }) });
  const dispatcher = new engine.Dispatcher({
    db,
    clock: engine.systemClock,
    ids: engine.randomIds,
    secrets,
    courier,
    styles: { wrm: engine.hubStyle({ prefix: 'X-WRM', userAgent: 'bench' }) },
    profile: engine.retryProfiles.standard,
    onError: (error) => process.stderr.write(`${error.stack}\n`),
  });
  const endpoints = Array.from({ length: SUBSCRIBERS }, (_, n) => String(n));
  await db.transaction(async (tx) => {
    for (const id of endpoints) {
      engine.createEndpoint(tx, secrets, { id, url: receiverUrl, style: 'wrm', secret: 'x'.repeat(32) }, new Date());
    }
  });
  const context = { db, dispatcher, endpoints, enqueue: engine.enqueue, arrivals };
  const { perSecond, memory } = await throughput(context, count);
  const taken = await latencies(context, SAMPLES);
  await dispatcher.stop();
  const left = await engine.deliveryFigures(db.reader(), new Date());
  courier.close();
  await db.close();
  return report({ perSecond, p50: at(taken, 0.5), p99: at(taken, 0.99) }, memory, left);
}

function at(sorted, share) {
  return Math.round(sorted[Math.floor(sorted.length * share)]);
}

function report({ perSecond, p50, p99 }, memory, figures) {
  const left = figures.waiting + figures.inFlight + figures.dead;
  const isJson = process.argv.includes('--json');
  process.stdout.write(isJson ? JSON.stringify({ perSecond, p50, p99, memory, left }) : described());
  return perSecond >= GOALS.perSecond && p50 <= GOALS.p50 && p99 <= GOALS.p99 ? 0 : 1;

  function described() {
    return [
      `deliveries per second   ${perSecond} (goal: at least ${GOALS.perSecond})`,
      `commit to receiver      p50 ${p50} ms, p99 ${p99} ms (goals: ${GOALS.p50} and ${GOALS.p99})`,
      `memory after each tenth ${memory.join(' ')} MB`,
      `left undelivered        ${left}`,
      '',
    ].join('\n');
  }
}

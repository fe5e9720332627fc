import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../lib/bundle.mjs';
import { startDatabase } from '../lib/database.mjs';
import { listenForSignals } from '../start/signals.mjs';
import { chooseTargets, connect, fillMoves } from './fill.mjs';
import { importPrices } from './pricing/import-prices.mjs';
import { priceMonth } from './pricing/price-month.mjs';
import { startProcess } from './processes.mjs';
import { goalTable, goals, measurements } from './report.mjs';
import { measure } from './rounds.mjs';
import { startService, timeStart } from './service.mjs';
import { peakMemory } from './usage.mjs';
import { verifyRead, verifyWrite } from './verify.mjs';

/**
 * Measures, prints, and takes everything down again, after a signal too.
 * @returns {Promise<number>} the exit code: 1 when a goal was missed, when something failed, or after a signal
 */
export async function run(options) {
  const signals = listenForSignals();
  const owned = [];
  const own = (stop) => owned.push(stop);
  try {
    const results = await Promise.race([benchmark(options, own), signals.asked]);
    if (!results) return 1;
    const list = goals(results);
    print(goalTable(list));
    if (options.json) print(JSON.stringify({ ...results, goals: list }));
    return options.small || list.every(({ held }) => held !== false) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    return 1;
  } finally {
    for (const stop of owned.reverse()) await stop().catch((error) => process.stderr.write(`${error.message}\n`));
  }
}

async function benchmark(options, own) {
  const folder = await mkdtemp(join(tmpdir(), 'switchyard-bench-'));
  own(() => rm(folder, { recursive: true, force: true }));
  // Run as root, PostgreSQL changes to another account, which must be able to pass.
  await chmod(folder, 0o711);
  const starts = options.works.length > 0 ? await timeStarts(join(folder, 'start'), own) : undefined;
  const rig = await assemble(join(folder, 'data'), options, own);
  const sizes = [];
  let filled = 0;
  for (const size of options.works.length > 0 ? options.sizes : []) {
    const began = performance.now();
    filled = await fillMoves(rig.client, size, filled);
    note(`${size} moves after ${Math.round((performance.now() - began) / 1_000)} s`);
    Object.assign(rig.targets, await chooseTargets(rig.client, filled));
    rig.load.tell({ targets: rig.targets });
    const measured = [];
    for (const work of options.works) measured.push({ work, ...(await verifyAndMeasure(rig, work, options)) });
    print(measurements(size, measured));
    sizes.push({ size, measured });
  }
  const rssMb = options.works.length > 0 ? peakMemory(rig.service.pid) : undefined;
  const once = [];
  for (const name of options.once) once.push(...(await onceWorks[name](rig, options)));
  return { sizes, rssMb, starts, once };
}

const onceWorks = { pricing: priceMonth, 'price-import': importPrices };

/** How long the start command takes on nothing, and again on what it left. */
async function timeStarts(dataDir, own) {
  const starts = [await timeStart(dataDir, own), await timeStart(dataDir, own)];
  note(`starts took ${starts.map((seconds) => seconds.toFixed(2)).join(' s and ')} s`);
  return starts;
}

/** Starts PostgreSQL as users have it, durable, and on it the service, the bare server and the process of the load. */
async function assemble(dataDir, { profile }, own) {
  await mkdir(dataDir, { recursive: true });
  const [postgres] = await Promise.all([
    startDatabase({ dataDir: join(dataDir, 'postgres'), log: note, durable: true }),
    bundle({ 'apps/book-secure-move': 'apps/book-secure-move/src/main.ts' }),
  ]);
  own(() => postgres.stop(1_000));
  const service = await startService(postgres.url, dataDir, profile, own);
  const client = await connect(postgres.url);
  own(() => client.end());
  const bareProcess = startProcess('bare-server.mjs', { ...process.env, DATABASE_URL: postgres.url });
  own(() => bareProcess.stop());
  const { port } = await bareProcess.ask();
  const load = startProcess('load/process.mjs');
  own(() => load.stop());
  const bare = { pid: bareProcess.pid, port };
  return { postgres, service, bare, load, client, targets: { token: service.token }, numbers: {} };
}

async function verifyAndMeasure(rig, work, options) {
  await (work.writes ? verifyWrite(rig, work) : verifyRead(rig, work));
  if (options.profile) process.kill(rig.service.pid, 'SIGUSR2');
  const onRound = ({ service, bare }) => {
    note(`${work.name}: service ${Math.round(service.rate)}/s, bare ${Math.round(bare.rate)}/s`);
  };
  const result = await measure(rig, work, { ...options, onRound });
  if (options.profile) process.kill(rig.service.pid, 'SIGUSR2');
  return result;
}

/** Results go to standard output, progress to standard error. */
const print = (text) => process.stdout.write(`${text}\n`);
const note = (text) => process.stderr.write(`${text}\n`);

import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../lib/bundle.mjs';
import { startDatabase } from '../lib/database.mjs';
import { listenForSignals } from '../start/signals.mjs';
import { connect } from './filling.mjs';
import { startProcess } from './processes.mjs';
import { goalTable, goals, measurements, startGoals } from './report.mjs';
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
    if (options.json) print(JSON.stringify(results));
    const all = [results.starts, ...results.services].flatMap((each) => each?.goals ?? []);
    return options.small || all.every(({ held }) => held !== false) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    return 1;
  } finally {
    await stopAll(owned);
  }
}

async function benchmark(options, own) {
  const folder = await mkdtemp(join(tmpdir(), 'switchyard-bench-'));
  own(() => rm(folder, { recursive: true, force: true }));
  // Run as root, PostgreSQL changes to another account, which must be able to pass.
  await chmod(folder, 0o711);
  const measuresRates = options.chosen.some(({ works }) => works.length > 0);
  const starts = measuresRates ? await timeStarts(join(folder, 'start'), own) : undefined;
  if (starts) print(goalTable('start command', starts.goals));
  const services = [];
  for (const each of options.chosen) {
    const ownHere = [];
    own(() => stopAll(ownHere));
    services.push(await benchmarkOf(each, join(folder, each.service.name), options, (stop) => ownHere.push(stop)));
    // The next one has the machine to itself.
    await stopAll(ownHere);
  }
  return { starts, services };
}

/** One service at each size; prints what was measured, and then its goals. */
async function benchmarkOf({ service, works, once }, dataDir, options, own) {
  const rig = await assemble(service, dataDir, options, own);
  const sizes = [];
  let filled = 0;
  for (const size of works.length > 0 ? options.sizes : []) {
    const began = performance.now();
    filled = await service.fill(rig.client, size, filled);
    note(`${size} ${service.rows} after ${Math.round((performance.now() - began) / 1_000)} s`);
    Object.assign(rig.targets, await service.chooseTargets(rig.client, filled));
    rig.load.tell({ targets: rig.targets });
    const measured = [];
    for (const work of works) measured.push({ work, ...(await verifyAndMeasure(rig, work, options)) });
    print(measurements(service, size, measured));
    sizes.push({ size, measured });
  }
  const rssMb = works.length > 0 ? peakMemory(rig.service.pid) : undefined;
  const doneOnce = [];
  for (const [, doOnce] of once) doneOnce.push(...(await doOnce(rig, options)));
  const list = goals(service, { sizes, rssMb, once: doneOnce });
  print(goalTable(service.name, list));
  return { name: service.name, sizes, rssMb, goals: list };
}

/** Ends what was started, the last first. */
async function stopAll(stops) {
  for (const stop of stops.splice(0).reverse()) {
    await stop().catch((error) => process.stderr.write(`${error.message}\n`));
  }
}

/** How long the start command takes on nothing, and again on what it left. */
async function timeStarts(dataDir, own) {
  const starts = [await timeStart(dataDir, own), await timeStart(dataDir, own)];
  note(`starts took ${starts.map((seconds) => seconds.toFixed(2)).join(' s and ')} s`);
  return { seconds: starts, goals: startGoals(starts) };
}

/** Starts PostgreSQL as users have it, durable, and on it the service, the bare server and the process of the load. */
async function assemble(service, dataDir, { profile }, own) {
  const { name, schema, traces } = service;
  await mkdir(dataDir, { recursive: true });
  const [postgres, requests] = await Promise.all([
    startDatabase({ dataDir: join(dataDir, 'postgres'), log: note, durable: true }),
    import(`./${name}/requests.mjs`),
    bundle({ [`apps/${name}`]: `apps/${name}/src/main.ts` }),
  ]);
  own(() => postgres.stop(1_000));
  const client = await connect(postgres.url, schema);
  own(() => client.end());
  const { credentials, ...running } = await startService(service, postgres.url, dataDir, profile, own);
  await service.prepare?.(client);
  const env = { ...process.env, DATABASE_URL: postgres.url, BENCH_SCHEMA: schema };
  const bareProcess = startProcess(`${name}/bare-server.mjs`, env);
  own(() => bareProcess.stop());
  const { port } = await bareProcess.ask();
  const load = startProcess('load/process.mjs');
  own(() => load.stop());
  const bare = { pid: bareProcess.pid, port };
  return { name, requests, traces, postgres, service: running, bare, load, client, targets: { credentials }, numbers: {} }; // prettier-ignore
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

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../../lib/bundle.mjs';
import { root } from '../../../lib/root.mjs';
import * as statements from './fill-sql.mjs';

const MOVES = 50_000;
const SMALL = 500;
const GOALS = { ratio: 1.5, rssMb: 250 };
const baseline = fileURLToPath(new URL('./read-month.mjs', import.meta.url));

/**
 * How long a month takes to be priced, against reading the same rows in plain SQL: each in a process of its own, in turn,
 * of which the median counts; and the memory of the pricing.
 * @returns {Promise<object[]>} goals with what was measured
 */
export async function priceMonth({ client, postgres }, { small, rounds }) {
  const moves = small ? SMALL : MOVES;
  const journeys = await fill(client, moves);
  await bundle({ 'price-month': 'apps/book-secure-move/src/pricing/command/price-month.main.ts' });
  const env = { ...process.env, DATABASE_URL: postgres.url };
  const asked = [join(root, 'dist', 'price-month.cjs'), '--supplier', statements.supplier, '--month', statements.month];
  const priced = [];
  const read = [];
  for (let round = 0; round < rounds; round += 1) {
    read.push(await outcome([baseline], env));
    priced.push(await outcome(asked, env));
    process.stderr.write(
      `pricing ${priced.at(-1).seconds.toFixed(2)} s, reading ${read.at(-1).seconds.toFixed(2)} s\n`,
    );
  }
  const listed = priced[0].statement.attributes.moves;
  if (listed !== moves) throw new Error(`${listed} of ${moves} moves are on the statement.`);
  const [pricing, reading] = [priced, read].map((all) => median(all.map(({ seconds }) => seconds)));
  // Of the pairs: what else the machine does comes and goes, and slows both of a pair.
  const ratio = median(priced.map(({ seconds }, round) => seconds / read[round].seconds));
  const rssMb = Math.max(...priced.map((each) => each.rssMb));
  const what = `${moves.toLocaleString('en-GB')} moves with ${journeys.toLocaleString('en-GB')} journeys`;
  return [
    {
      goal: `pricing a month of ${what}`,
      wanted: `within ${GOALS.ratio} times plain SQL`,
      measured: `${ratio.toFixed(2)} (${pricing.toFixed(2)} s against ${reading.toFixed(2)} s)`,
      held: small ? undefined : ratio <= GOALS.ratio,
    },
    {
      goal: 'memory of pricing a month',
      wanted: `under ${GOALS.rssMb} MB`,
      measured: `${rssMb.toFixed(0)} MB`,
      held: rssMb < GOALS.rssMb,
    },
  ];
}

/** Lays the month, and gives the number of its journeys. */
async function fill(client, moves) {
  await client.query("set session_replication_role = 'replica'");
  for (const part of ['moves', 'journeys', 'moveEvents', 'journeyEvents']) {
    await client.query(statements[part], [moves]);
  }
  await client.query(statements.prices);
  await client.query("set session_replication_role = 'origin'");
  await client.query('vacuum (analyze) moves, journeys, generic_events, pricing_prices');
  const { rows } = await client.query(
    `select count(*)::int as n from journeys where date >= '${statements.month}-01' and date < '2021-04-02'`,
  );
  return rows[0].n;
}

/** What a process prints, as JSON; its progress goes where ours does. */
async function outcome(command, env) {
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (bytes) => (text += bytes));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${command[0]} ended with ${code}.`);
  return JSON.parse(text);
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

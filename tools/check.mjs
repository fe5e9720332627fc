/**
 * What can be said without running the product: types, lint with the boundaries between projects, layout, and whether
 * generated files are fresh. Runs everything, prints what failed, and exits 1 when anything did.
 *
 *   node tools/check.mjs [name…]   all checks, or the named ones
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const bin = (name) => join(root, 'node_modules/.bin', name);

/** `first` is what a check leans on; the rest run side by side. */
const checks = {
  types: [bin('tsc'), '--noEmit', '-p', '.'],
  lint: [bin('eslint'), '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint', '.'],
  format: [bin('prettier'), '--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier', '.'],
  contracts: [process.execPath, 'tools/generate.mjs', '--check'],
  diagrams: [process.execPath, 'tools/diagrams.mjs', '--check'],
  holidays: [process.execPath, 'tools/bank-holidays.mjs', '--check'],
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}.`);
  process.exit(1);
}

// The boundaries are judged by the graph of the projects, which Nx must have written once.
const graph = await run('projects', [bin('nx'), 'show', 'projects']);
const names = chosen.length > 0 ? chosen : Object.keys(checks);
const queue = [...names];
const outcomes = [graph];
await Promise.all([worker(), worker()]);

const failed = outcomes.filter(({ code }) => code !== 0);
for (const { name, output } of failed) console.error(`\n${name}\n${output}`);
console.log(
  failed.length === 0 ? `checked: ${names.join(', ')}` : `failed: ${failed.map(({ name }) => name).join(', ')}`,
);
process.exit(failed.length === 0 ? 0 : 1);

async function worker() {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    outcomes.push(await run(name, checks[name]));
  }
}

function run(name, [command, ...args]) {
  const started = process.hrtime.bigint();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' } });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
      resolve({ name, code: code ?? 1, output });
    });
  });
}

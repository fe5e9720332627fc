/**
 * `npm test`: the checks, then every test of every project in one jest run on a real PostgreSQL that it starts itself.
 * Further arguments go to jest: `npm test -- moves`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const step = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

const checked = step('tools/check.mjs');
const tested = step(join('node_modules', 'jest', 'bin', 'jest.js'), '--workerThreads=false', ...process.argv.slice(2));
process.exit(checked || tested);

/**
 * Sets everything up and serves until Ctrl-C.
 *
 *   node tools/start.mjs                   the three services
 *   node tools/start.mjs --only <service>  one of them
 *   node tools/start.mjs --build           only writes dist/, for an image
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './lib/bundle.mjs';
import { root } from './lib/root.mjs';
import { run } from './start/run.mjs';
import { services } from './start/services.mjs';

// Whoever read our output may have gone, as in `npm start | head`: that is no reason to fall over.
process.stdout.on('error', () => undefined);

process.exitCode = await main();

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, build: { type: 'boolean', default: false } } });
  const chosen = services.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length === 0) {
    console.error(`There is no service ${values.only}; there are ${services.map(({ name }) => name).join(', ')}.`);
    return 1;
  }
  const present = chosen.filter(({ entry }) => existsSync(join(root, entry)));
  for (const { name, entry } of chosen.filter((service) => !present.includes(service))) {
    console.error(`${name} is left out: ${entry} does not exist.`);
  }
  if (present.length === 0) return 1;
  if (values.build) {
    await bundle(Object.fromEntries(present.map(({ name, entry }) => [`apps/${name}`, entry])));
    return 0;
  }
  return run(present);
}

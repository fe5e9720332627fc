/** `npm run bench`: how the service compares with a server that only reads and writes; see `--help`. */
import { readOptions, usage } from './bench/options.mjs';
import { run } from './bench/run.mjs';

process.exitCode = await main();

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.fault) {
    process.stderr.write(`${options.fault}\n\n${usage}\n`);
    return 1;
  }
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  return run(options);
}

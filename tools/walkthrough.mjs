/** `npm run walkthrough`: bundles packages/walkthroughs and plays it; see the README of that package. */
import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', 'packages', 'walkthroughs');
const outfile = join(project, 'dist', 'index.cjs');

await build({
  entryPoints: [join(project, 'src', 'index.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
});

const { walkthroughCommand } = await import(pathToFileURL(outfile).href);
process.exitCode = await walkthroughCommand({
  argv: process.argv.slice(2),
  env: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
});

#!/usr/bin/env node
// Writes types, documents, operation tables and validators from contracts/ into packages/contracts/src/generated.
// With --check it writes nothing, names what is stale and exits 1 if there is anything.
import { fileURLToPath } from 'node:url';
import { rootDocuments } from './generate/contracts.mjs';
import { staleFiles, writeFiles } from './generate/files.mjs';
import { render } from './generate/render.mjs';

const contracts = fileURLToPath(new URL('../contracts', import.meta.url));
const target = fileURLToPath(new URL('../packages/contracts/src/generated', import.meta.url));

const wanted = new Map();
for (const root of rootDocuments(contracts)) {
  for (const [name, text] of await render(root)) wanted.set(name, text);
}

if (process.argv.includes('--check')) {
  const stale = staleFiles(target, wanted);
  for (const name of stale) console.error(`stale: packages/contracts/src/generated/${name}`);
  if (stale.length > 0) {
    console.error('Run `npm run generate` and commit the result.');
    process.exitCode = 1;
  }
} else {
  for (const name of writeFiles(target, wanted)) console.log(`packages/contracts/src/generated/${name}`);
}

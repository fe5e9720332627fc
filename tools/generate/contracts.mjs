import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** Documents of these names speak for the whole API and take its folder's name; others are added to it. */
const wholeApi = new Set(['openapi', 'service']);

/**
 * Every root document below a folder of contracts: the YAML files directly in an API's folder that have an `openapi`
 * member. What else lies there is a part of one of them.
 * @param {string} folder absolute path
 * @returns {{ name: string, file: string }[]} by name
 */
export function rootDocuments(folder) {
  const apis = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = apis.flatMap((api) =>
    readdirSync(join(folder, api.name))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => ({ name: nameOf(api.name, basename(file, '.yaml')), file: join(folder, api.name, file) }))
      .filter(({ file }) => 'openapi' in parse(readFileSync(file, 'utf8'))),
  );
  const twice = found.find(({ name }, index) => found.findIndex((other) => other.name === name) !== index);
  if (twice) throw new Error(`two documents would both be generated as ${twice.name}`);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function nameOf(api, stem) {
  return wholeApi.has(stem) ? api : `${api}-${stem}`;
}

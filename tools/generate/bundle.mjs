import { readFileSync } from 'node:fs';
import { dirname, resolve, basename } from 'node:path';
import { parse } from 'yaml';

const kinds = new Set(['parameters', 'responses', 'headers', 'requestBodies', 'examples']);

/**
 * One document out of a root and the files that it refers to. What lies in `parameters.yaml`, `responses.yaml` and so
 * on becomes a component of that kind, everything else a schema; it keeps its name, so a name must be used once.
 * @param {string} file absolute path of the root document
 * @returns {object} an OpenAPI document whose references are all internal
 */
export function bundle(file) {
  const files = new Map();
  const homes = new Map();
  const components = {};

  const load = (path) => {
    if (!files.has(path)) files.set(path, parse(readFileSync(path, 'utf8')));
    return files.get(path);
  };

  const adopt = (path, pointer) => {
    const name = pointer.slice(1);
    const stem = basename(path, '.yaml');
    const kind = kinds.has(stem) ? stem : 'schemas';
    const key = `${kind}/${name}`;
    const home = homes.get(key);
    if (home !== undefined && home !== path) throw new Error(`${key} stands in both ${home} and ${path}`);
    if (home === undefined) {
      homes.set(key, path);
      const target = load(path)[name];
      if (target === undefined) throw new Error(`${path} has no ${name}`);
      components[kind] ??= {};
      components[kind][name] = inline(target, path);
    }
    return `#/components/${key}`;
  };

  const follow = (reference, from) => {
    const [target, pointer] = reference.split('#');
    const path = target === '' ? from : resolve(dirname(from), target);
    return path === file ? reference : adopt(path, pointer);
  };

  const inline = (node, from) => {
    if (Array.isArray(node)) return node.map((item) => inline(item, from));
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string' ? follow(value, from) : inline(value, from),
      ]),
    );
  };

  const root = inline(load(file), file);
  const own = root.components ?? {};
  const merged = Object.keys({ ...own, ...components })
    .sort()
    .map((kind) => [kind, sorted({ ...own[kind], ...components[kind] })]);
  return { ...root, components: Object.fromEntries(merged) };
}

function sorted(object) {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

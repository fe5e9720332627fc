import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names of files that are not as they should be: changed, missing, or there without a reason.
 * @param {string} folder absolute path
 * @param {Map<string, string>} wanted contents by file name
 * @returns {string[]} in order of name
 */
export function staleFiles(folder, wanted) {
  const there = existing(folder);
  const changed = [...wanted].filter(([name, text]) => there.get(name) !== text).map(([name]) => name);
  const surplus = [...there.keys()].filter((name) => !wanted.has(name));
  return [...changed, ...surplus].sort();
}

/**
 * Makes a folder hold exactly the files that it should, and touches no file that is right already.
 * @param {string} folder absolute path
 * @param {Map<string, string>} wanted contents by file name
 * @returns {string[]} what was written or removed
 */
export function writeFiles(folder, wanted) {
  mkdirSync(folder, { recursive: true });
  const stale = staleFiles(folder, wanted);
  for (const name of stale) {
    const text = wanted.get(name);
    if (text === undefined) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), text);
  }
  return stale;
}

function existing(folder) {
  try {
    return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  } catch (error) {
    if (error.code === 'ENOENT') return new Map();
    throw error;
  }
}

import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What decides how a bundle comes out besides the sources in it: settings, and where packages lie. */
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'node_modules/.package-lock.json'];
const workspaces = ['apps', 'packages'];
const ourselves = ['../bundle.mjs', 'record.mjs'].map((file) => fileURLToPath(new URL(file, import.meta.url)));

/**
 * Whether a bundle is what building it again would give: nothing that went into it has changed, and nothing was added
 * beside it that could be found first.
 * @param {string} root
 * @param {string} output the bundle's file, from the root
 * @returns {Promise<boolean>}
 */
export async function isFresh(root, output) {
  try {
    const { stamps } = JSON.parse(await readFile(recordOf(root, output), 'utf8'));
    const now = await stampsOf(root, Object.keys(stamps));
    return Object.entries(stamps).every(([path, stamp]) => now[path] === stamp) && stamps[output] !== 'absent';
  } catch {
    return false;
  }
}

/**
 * Remembers what went into bundles that have just been written. A source that has changed since the build began leaves
 * nothing to remember: the next start builds again.
 * @param {string} root
 * @param {{ outputs: string[], inputs: string[], began: number }} built files from the root; `began` in Unix milliseconds
 */
export async function remember(root, { outputs, inputs, began }) {
  const packages = await Promise.all(
    workspaces.map(async (folder) => {
      const names = await readdir(join(root, folder)).catch(() => []);
      return names.map((name) => join(folder, name, 'package.json'));
    }),
  );
  const sources = [...inputs, ...new Set(inputs.map(dirname)), ...settings, ...packages.flat(), ...ourselves];
  const stamps = await stampsOf(root, sources);
  const isSettled = Object.values(stamps).every((stamp) => stamp === 'absent' || Number.parseFloat(stamp) < began);
  if (!isSettled) return;
  await Promise.all(
    outputs.map(async (output) => {
      const own = await stampsOf(root, [output]);
      await writeFile(recordOf(root, output), JSON.stringify({ stamps: { ...stamps, ...own } }));
    }),
  );
}

const recordOf = (root, output) => join(root, `${output}.inputs.json`);

/** When each file was last changed, and its size; of a folder, when something was added to it or taken away. */
async function stampsOf(root, paths) {
  const stamped = paths.map(async (path) => {
    const found = await stat(path.startsWith('/') ? path : join(root, path)).catch(() => undefined);
    return [path, found ? `${found.mtimeMs} ${found.isFile() ? found.size : ''}` : 'absent'];
  });
  return Object.fromEntries(await Promise.all(stamped));
}

/** `npx nx run street-manager:import-streets streets.geojson`: fills the gazetteer of Street Manager from a file. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { bundle } from './lib/bundle.mjs';
import { dataFolder, startDatabase } from './lib/database.mjs';
import { root } from './lib/root.mjs';

const name = 'import-streets';
process.exitCode = await main(process.argv.slice(2));

/** @param {string[]} files paths, from the folder in which the user is */
async function main(files) {
  const from = process.env.INIT_CWD ?? process.cwd();
  await bundle({ [name]: 'apps/street-manager/src/streets/import/main.ts' });
  try {
    const server = process.env.DATABASE_URL
      ? undefined
      : await startDatabase({ dataDir: join(dataFolder(), 'postgres'), log });
    try {
      const env = {
        ...process.env,
        DATABASE_URL: process.env.DATABASE_URL || server.url,
        SWITCHYARD_DATA_DIR: dataFolder(),
      };
      const args = [join(root, 'dist', `${name}.cjs`), ...files.map((file) => resolve(from, file))];
      return spawnSync(process.execPath, args, { env, stdio: 'inherit' }).status ?? 1;
    } finally {
      await server?.stop();
    }
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function log(message) {
  process.stderr.write(`${message}\n`);
}

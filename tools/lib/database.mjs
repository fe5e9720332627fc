import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { bundle } from './bundle.mjs';
import { root } from './root.mjs';

/** Where the data lies: `SWITCHYARD_DATA_DIR`, taken from the root of the repository. */
export function dataFolder(env = process.env) {
  return resolve(root, env.SWITCHYARD_DATA_DIR || '.data');
}

/**
 * Starts the embedded PostgreSQL, from its TypeScript sources.
 * @param {{ dataDir: string, log: (message: string) => void, durable?: boolean, database?: string }} options
 * @returns {Promise<{ url: string, pid: number, reused: boolean, stop(graceMs?: number): Promise<void> }>}
 */
export async function startDatabase(options) {
  await bundle({ embedded: 'packages/db/src/embedded/index.ts' });
  const { startEmbeddedPostgres } = createRequire(import.meta.url)(resolve(root, 'dist/embedded.cjs'));
  return startEmbeddedPostgres(options);
}

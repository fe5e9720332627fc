/**
 * One PostgreSQL for the whole run: SWITCHYARD_TEST_DATABASE_URL when it is set, otherwise an embedded server in a
 * fresh folder that goes with the run.
 */
const { buildSync } = require('esbuild');
const { chmodSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

module.exports = async () => {
  if (process.env.SWITCHYARD_TEST_DATABASE_URL) return;
  const root = resolve(__dirname, '../../..');
  const bundle = join(root, '.cache/embedded-postgres.cjs');
  buildSync({
    entryPoints: [join(root, 'packages/db/src/embedded/index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
  });
  const { startEmbeddedPostgres } = require(bundle);
  const folder = mkdtempSync(join(tmpdir(), 'switchyard-test-'));
  // The server of a run by root belongs to another account, which must be able to enter.
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'postgres');
  const server = await startEmbeddedPostgres({ dataDir, durable: false, log: () => undefined });
  globalThis.switchyardTestServer = { server, folder };
  process.env.SWITCHYARD_TEST_DATABASE_URL = server.url;
};

/**
 * Prices a month of a supplier on a terminal, with a bar that shows how far it is:
 *
 *   DATABASE_URL=… node tools/price-month.mjs --supplier serco --month 2026-10
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from './lib/bundle.mjs';
import { root } from './lib/root.mjs';

await bundle({ 'price-month': 'apps/book-secure-move/src/pricing/command/price-month.main.ts' });
const command = [join(root, 'dist', 'price-month.cjs'), ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1;

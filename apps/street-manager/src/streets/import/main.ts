import { createReadStream } from 'node:fs';
import { Database, migrate } from '@switchyard/db';
import { migrations } from '../../../migrations';
import { readConfig } from '../../config';
import { ImportRefused } from './import-refused';
import { importStreets } from './import-streets';

const SCHEMA = 'street_manager';

/** Imports the file that is named on the command line into the gazetteer of `DATABASE_URL`. */
async function main([path]: readonly string[]): Promise<number> {
  if (!path) return fail('Name a GeoJSON file: npx nx run street-manager:import-streets streets.geojson');
  const { databaseUrl } = readConfig(process.env);
  await migrate(databaseUrl, SCHEMA, migrations);
  const db = new Database({ url: databaseUrl, schema: SCHEMA, poolSize: 1 });
  try {
    const count = await importStreets(db, () => createReadStream(path));
    process.stdout.write(count === 1 ? '1 street imported\n' : `${count} streets imported\n`);
    return 0;
  } catch (error) {
    if (error instanceof ImportRefused) return fail(`Nothing was imported from ${path}:\n${error.message}`);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return fail(`There is no file ${path}`);
    throw error;
  } finally {
    await db.close();
  }
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

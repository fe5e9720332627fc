import { Database } from '@switchyard/db';
import type { TemplateOptions } from './postgres';
import { cloneDatabase } from './postgres';

/** A database for the tests of one file: made before the first, dropped after the last. */
export function testDatabase(options: TemplateOptions): { database(): Database; url(): string } {
  let url: string;
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    ({ url, drop } = await cloneDatabase(options));
    database = new Database({ url, schema: options.schema, poolSize: 4 });
  });

  afterAll(async () => {
    await database.close();
    await drop();
  });

  return { database: () => database, url: () => url };
}

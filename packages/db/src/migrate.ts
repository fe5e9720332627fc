import knex from 'knex';
import type { Knex } from 'knex';
import { Client } from 'pg';

export interface Migration {
  /** Sorts by name: `0001-…`. Names never change once released. */
  name: string;
  up(schema: Knex.SchemaBuilder, db: Knex): Promise<void> | PromiseLike<void>;
}

/**
 * Brings a service's schema up to date, forward only. Processes that start together take turns: the others wait for
 * the first, then find nothing to do.
 */
export async function migrate(url: string, schema: string, migrations: readonly Migration[]): Promise<void> {
  const turn = new Client({ connectionString: url });
  await turn.connect();
  try {
    await turn.query('select pg_advisory_lock(hashtext($1))', [`migrate:${schema}`]);
    await turn.query(`create schema if not exists ${schema}`);
    const db = knex({
      client: 'pg',
      connection: url,
      searchPath: [schema, 'public'],
      pool: { min: 0, max: 1 },
      log: silent,
    });
    try {
      await db.migrate.latest({
        migrationSource: sourceOf(migrations),
        schemaName: schema,
        disableTransactions: false,
      });
    } finally {
      await db.destroy();
    }
  } finally {
    await turn.end();
  }
}

/** A failure is thrown; knex would also print it. */
const silent: Knex.Logger = { warn: () => undefined };

function sourceOf(migrations: readonly Migration[]): Knex.MigrationSource<Migration> {
  return {
    getMigrations: () => Promise.resolve([...migrations].sort((a, b) => a.name.localeCompare(b.name))),
    getMigrationName: ({ name }) => name,
    getMigration: ({ up }) =>
      Promise.resolve({
        up: async (db) => {
          await up(db.schema, db);
        },
        down: () => Promise.reject(new Error('migrations only go forward')),
      }),
  };
}

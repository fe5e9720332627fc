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
    if (await isUpToDate(turn, schema, migrations)) return;
    await turn.query(`create schema if not exists ${schema}`);
    // Loaded only when needed: most starts find nothing to do.
    const { default: knex } = await import('knex');
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

/** True when exactly these migrations have run. */
async function isUpToDate(client: Client, schema: string, migrations: readonly Migration[]): Promise<boolean> {
  const table = `${schema}.knex_migrations`;
  const { rows: found } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    table,
  ]);
  if (!found[0]?.there) return false;
  const { rows: done } = await client.query<{ name: string }>(`select name from ${table}`);
  const names = new Set(done.map(({ name }) => name));
  return names.size === migrations.length && migrations.every(({ name }) => names.has(name));
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

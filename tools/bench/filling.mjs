import pg from 'pg';

const indexes = `
  select c.relname as name, pg_get_indexdef(c.oid) as definition
  from pg_index x join pg_class c on c.oid = x.indexrelid
  where x.indrelid = any($1::regclass[]) and not x.indisprimary
    and not exists (select from pg_constraint where conindid = x.indexrelid)`;

/** Connects as a service does: its schema first. */
export async function connect(url, schema) {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema},public` });
  await client.connect();
  return client;
}

/**
 * Stores rows without triggers, and makes the secondary indexes of these tables anew, which is several times faster than
 * keeping them.
 * @param {pg.Client} client of a superuser
 * @param {string[]} tables
 * @param {() => Promise<void>} store
 */
export async function withoutIndexes(client, tables, store) {
  await client.query("set session_replication_role = 'replica'");
  await client.query("set maintenance_work_mem = '256MB'");
  const { rows } = await client.query(indexes, [tables]);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await store();
  for (const { definition } of rows) await client.query(definition);
  await client.query("set session_replication_role = 'origin'");
}

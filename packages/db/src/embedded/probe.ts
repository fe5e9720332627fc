import { Client } from 'pg';
import { codeOf } from './failure';

/** What a server says about itself. */
export interface ServerFacts {
  readonly dataDir: string;
  readonly durable: boolean;
}

/** What came of one attempt to connect. */
export type Answer =
  { readonly kind: 'ready'; readonly facts: ServerFacts } | { readonly kind: 'not yet' } | { readonly kind: 'denied' };

const deniedCodes = ['28P01', '28000'];

/** Connects once and asks the server which data directory it serves. Never rejects. */
export async function ask(url: string): Promise<Answer> {
  try {
    const rows = await query<{ dir: string; fsync: string }>(
      url,
      `select current_setting('data_directory') as dir, current_setting('fsync') as fsync`,
    );
    const [row] = rows;
    return row ? { kind: 'ready', facts: { dataDir: row.dir, durable: row.fsync === 'on' } } : { kind: 'not yet' };
  } catch (error) {
    return { kind: deniedCodes.includes(codeOf(error) ?? '') ? 'denied' : 'not yet' };
  }
}

/** Makes the database unless it exists. The url must lead to another database of the same server. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const found = await query(url, 'select 1 from pg_database where datname = $1', [name]);
  if (found.length === 0) await query(url, `create database "${name.replaceAll('"', '""')}"`);
}

async function query<Row>(url: string, sql: string, values?: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 30_000 });
  // A connection that breaks while idle is reported as an event; the next call on it fails too, and that is enough.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

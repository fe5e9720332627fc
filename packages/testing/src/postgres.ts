import { createHash } from 'node:crypto';
import { Client } from 'pg';
import type { Migration } from '@switchyard/db';
import { migrate } from '@switchyard/db';

/** Where the server of this test run listens; set by the global set-up. */
export function serverUrl(): string {
  const url = process.env.SWITCHYARD_TEST_DATABASE_URL;
  if (!url) throw new Error('the tests run through jest, whose set-up starts PostgreSQL');
  return url;
}

export const urlFor = (database: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.toString();
};

/** What a template holds: a schema's migrations, and what `fill` adds once they are done. */
export interface TemplateOptions {
  schema: string;
  migrations: readonly Migration[];
  fill?: (url: string) => Promise<void>;
}

/**
 * A database of its own, copied from a migrated template in a few hundredths of a second. The template is made by the
 * first test file that asks for it; its name carries a digest of the migrations, so a change makes a new one.
 */
export async function cloneDatabase(options: TemplateOptions): Promise<{ url: string; drop(): Promise<void> }> {
  const template = await ensureTemplate(options);
  const name = `test_${process.pid}_${counter++}_${Math.floor(process.hrtime()[1])}`;
  await onServer((client) => client.query(`create database ${name} template ${template}`));
  return {
    url: urlFor(name),
    drop: () => onServer((client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

let counter = 0;

async function ensureTemplate({ schema, migrations, fill }: TemplateOptions): Promise<string> {
  const digest = createHash('sha1').update(migrations.map(({ name, up }) => name + String(up)).join());
  const name = `template_${schema}_${digest.update(String(fill)).digest('hex').slice(0, 12)}`;
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    await migrate(urlFor(draft), schema, migrations);
    await fill?.(urlFor(draft));
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

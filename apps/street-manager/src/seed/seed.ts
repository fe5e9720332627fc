import type { Connection, Transaction } from '@switchyard/db';
import { prepared, query, storeBatches } from '@switchyard/db';
import { demoData } from './demo';

/** What a database starts with: nothing of its own, for there is no reference data but the organisations; or the demo. */
export type SeedKind = 'reference' | 'demo';

export async function seedDatabase(tx: Transaction, what: SeedKind): Promise<void> {
  if (what === 'demo') await storeBatches(tx, demoData);
}

const seeded = prepared<{ demo: boolean }>('seed-state', 'select exists (select from app_user where demo) as demo');

export async function hasDemo(db: Connection): Promise<boolean> {
  return (await db.first(seeded))?.demo ?? false;
}

/** One statement for all, so that no foreign key stands in the way; the ledger of migrations stays. */
const empty = prepared(
  'seed-empty',
  `do $$ begin execute (
     select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' restart identity'
     from pg_tables where schemaname = current_schema() and not starts_with(tablename, 'knex_migrations'));
   end $$`,
);

/** Whoever holds a token goes on with it: a reset puts the data back, not the clients. */
const keepKeys = query.raw('create temporary table kept_keys on commit drop as select * from signing_key');
const returnKeys = query.raw('insert into signing_key select * from kept_keys');

/** Back to the demo as it is on a fresh database; the keys that tokens are signed with stay. */
export async function resetDatabase(tx: Transaction): Promise<void> {
  tx.send(keepKeys);
  tx.send(empty);
  await seedDatabase(tx, 'demo');
  tx.send(returnKeys);
}

import type { Connection, Transaction } from '@switchyard/db';
import { prepared, storeBatches } from '@switchyard/db';
import { demoData } from './demo';
import { referenceData } from './reference-data';

/** What a database starts with: the published reference data, or that and the demo. */
export type SeedKind = 'reference' | 'demo';

/**
 * Stores the reference data and, for `demo`, the demo's clients, places, people and moves, laid around `now`. What is
 * there already stays as it is. Throws the database kit's errors; nothing is then kept once the transaction rolls back.
 */
export async function seedDatabase(tx: Transaction, what: SeedKind, now: Date): Promise<void> {
  await storeBatches(tx, what === 'demo' ? [...referenceData, ...demoData(now)] : referenceData);
}

const seeded = prepared<{ reference: boolean; demo: boolean }>(
  'seed-state',
  `select exists (select from suppliers) as reference,
          exists (select from oauth_applications where demo) as demo`,
);

/** True once the reference data is there; asked for `demo`, once the demo is. */
export async function isSeeded(db: Connection, what: SeedKind = 'reference'): Promise<boolean> {
  const state = await db.first(seeded);
  return state?.[what] ?? false;
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
const keepTokens = prepared(
  '',
  'create temporary table kept_tokens on commit drop as select * from oauth_access_tokens',
);
const returnTokens = prepared(
  '',
  `insert into oauth_access_tokens
   select kept.* from kept_tokens kept join oauth_applications a on a.id = kept.application_id`,
);

/**
 * Back to the demo as it is on a fresh database at `now`: every table of the schema is emptied, that of the movable
 * clock included, and seeded again; tokens of the demo's clients stay. Waits for running requests and holds up new ones until the commit; nobody sees it
 * half done. Throws DatabaseUnavailable when a request does not finish in time.
 */
export async function resetDatabase(tx: Transaction, now: Date): Promise<void> {
  tx.send(keepTokens);
  tx.send(empty);
  await seedDatabase(tx, 'demo', now);
  tx.send(returnTokens);
}

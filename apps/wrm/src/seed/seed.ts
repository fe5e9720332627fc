import type { Connection, Transaction } from '@switchyard/db';
import { batch, prepared, storeBatches } from '@switchyard/db';
import { allocationRules, campaigns, schedules, timeslots } from './demo-capacity';
import { clients, parties, secrets } from './demo-parties';
import { referenceData } from './reference-data';

/** What a database starts with: the published reference data, or that and the demo. */
export type SeedKind = 'reference' | 'demo';

/** Stores the reference data and, for `demo`, parties, credentials and capacity around `now`. What is there stays. */
export async function seedDatabase(tx: Transaction, what: SeedKind, now: Date): Promise<void> {
  const demo = [
    batch('party', parties),
    batch('client', clients),
    batch('client_secret', secrets),
    batch('campaign', campaigns),
    batch('schedule', schedules),
    batch('timeslot', timeslots(now)),
    batch('allocation_rule', allocationRules),
  ];
  await storeBatches(tx, what === 'demo' ? [...referenceData, ...demo] : referenceData);
}

const demo = prepared<{ found: boolean }>('wrm-demo', 'select exists (select from client where demo) as found');

/** Whether the database holds the demo, and with it credentials that everybody knows. */
export async function hasDemo(db: Connection): Promise<boolean> {
  return (await db.first(demo))?.found ?? false;
}

/**
 * One statement for all, so that no foreign key stands in the way; the ledger of migrations stays, and so do the
 * processes that send, which do not know that anything has happened.
 */
const empty = prepared(
  'wrm-seed-empty',
  `do $$ begin execute (
     select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' restart identity'
     from pg_tables where schemaname = current_schema() and not starts_with(tablename, 'knex_migrations')
       and tablename <> 'webhook_dispatcher');
   end $$`,
);

/**
 * Back to the demo as it is on a fresh database at `now`: every table is emptied, numbers start again. Waits for
 * running requests and holds up new ones until the commit; nobody sees it half done.
 */
export async function resetDatabase(tx: Transaction, now: Date): Promise<void> {
  tx.send(empty);
  await seedDatabase(tx, 'demo', now);
}

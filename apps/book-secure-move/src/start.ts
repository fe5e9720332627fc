import type { Database } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Clock, IdGenerator, MovableClock } from '@switchyard/domain';
import { systemClock } from '@switchyard/domain';
import type { Service } from '@switchyard/http';
import { Foundation } from '@switchyard/http';
import type { Logger } from 'pino';
import { migrations } from '../migrations';
import { createApp } from './app';
import type { Config } from './config';
import { createLocalRegisterState, createNomis } from './nomis';
import { Authentication } from './oauth/authenticate';
import { AdjustmentRunner } from './pricing/adjustments/run-adjustments';
import { ReferenceData } from './reference/reference-data';
import { isSeeded, resetDatabase, seedDatabase } from './seed';

const foldTallies = prepared('fold-tallies', 'select fold_tallies() where pg_try_advisory_xact_lock(4201)');
const hasDemoClients = prepared<{ found: boolean }>(
  'demo-clients',
  'select exists (select from oauth_applications where demo) as found',
);

export interface Running {
  service: Service;
  db: Database;
  clock: MovableClock;
  stop(): Promise<void>;
}

/** Brings the database up to date and builds the service on it. `realClock` is what the sandbox clock moves against. */
export async function startBookSecureMove(
  config: Config,
  log: Logger,
  ids: IdGenerator,
  realClock: Clock = systemClock,
): Promise<Running> {
  const registerState = createLocalRegisterState();
  const foundation = await Foundation.open({
    settings: config,
    log,
    schema: 'book_secure_move',
    migrations,
    timeZone: 'Europe/London',
    realClock,
    seed: (database, now) => seedOnce(config, database, now),
    reset: (tx, now) => {
      registerState.reset();
      return resetDatabase(tx, now);
    },
  });
  const { db, clock } = foundation;
  const reference = new ReferenceData(db.reader());
  await reference.load();
  const authentication = new Authentication(db);
  const adjustments = new AdjustmentRunner({ db, clock, ids, log, reference });
  await foundation.attend({
    referenceChanged: () => reference.load(),
    forget: () => authentication.forget(),
    dueWork: async () => {
      await db.reader().rows(foldTallies);
      await adjustments.runDue();
    },
  });
  const nomis = createNomis(config.nomis, clock, registerState);
  const sandbox = foundation.sandbox();
  const service = createApp({
    config,
    log,
    db,
    clock,
    ids,
    reference,
    nomis,
    authentication,
    adjustments,
    ...(sandbox && { sandbox }),
  });
  return { service, db, clock, stop: () => foundation.close() };
}

async function seedOnce({ profile, seed }: Config, db: Database, now: Date): Promise<void> {
  if (seed !== 'none' && !(await isSeeded(db.reader(), seed))) {
    await db.transaction((tx) => seedDatabase(tx, seed, now));
  }
  if (profile === 'production' && (await db.reader().first(hasDemoClients))?.found) {
    throw new Error('PROFILE=production refuses a database that holds demo credentials');
  }
}

import type { Database } from '@switchyard/db';
import { SecretBox } from '@switchyard/db';
import type { Clock, IdGenerator, MovableClock } from '@switchyard/domain';
import { systemClock } from '@switchyard/domain';
import { englandCalendar } from '@switchyard/domain/street-manager';
import type { Service } from '@switchyard/http';
import { Foundation } from '@switchyard/http';
import type { Logger } from 'pino';
import { migrations } from '../migrations';
import { Authentication, SigningKeys, Tokens } from './access';
import { createApp } from './app';
import type { Config } from './config';
import { doDueWork } from './due-work';
import { ExportWriter } from './exports/export-writer';
import { Directory } from './organisations/directory';
import { FileStore } from './files/store';
import { OrphanSweep } from './files/orphan-sweep';
import { withoutUploads } from './files/reset';
import { hasDemo, resetDatabase, seedDatabase } from './seed';

export interface Running {
  service: Service;
  db: Database;
  clock: MovableClock;
  stop(): Promise<void>;
}

/** Brings the database up to date and builds the service on it. `realClock` is what the sandbox clock moves against. */
export async function startStreetManager(
  config: Config,
  log: Logger,
  ids: IdGenerator,
  realClock: Clock = systemClock,
): Promise<Running> {
  const foundation = await Foundation.open({
    settings: config,
    log,
    schema: 'street_manager',
    migrations,
    timeZone: 'Europe/London',
    realClock,
    seed: (database) => seedOnce(config, database),
    reset: (tx) => resetDatabase(tx),
  });
  const { db, clock } = foundation;
  const directory = new Directory(db.reader());
  const keys = new SigningKeys(db, ids, new SecretBox({ current: 'own', keys: { own: config.secretKey } }));
  const tokens = new Tokens(keys, ids);
  const authentication = new Authentication(db, tokens, directory);
  const files = new FileStore(config.filesDir);
  const orphans = new OrphanSweep(db, files);
  const sandbox = withoutUploads(foundation.sandbox(), db, files);
  const deps = {
    config,
    log,
    db,
    clock,
    ids,
    directory,
    tokens,
    calendar: englandCalendar(),
    files,
    forgetUsers: () => authentication.forget(),
  };
  const exports = new ExportWriter(deps);
  await Promise.all([directory.load(), keys.load()]);
  await keys.rotate(clock.now());
  await foundation.attend({
    referenceChanged: async () => void (await Promise.all([directory.load(), keys.load()])),
    forget: () => authentication.forget(),
    dueWork: async () => {
      await keys.rotate(clock.now());
      await doDueWork(deps);
      await exports.write();
      await orphans.sweep(clock.now());
    },
  });
  const service = createApp({ ...deps, authentication, ...(sandbox && { sandbox }) });
  return { service, db, clock, stop: () => foundation.close() };
}

async function seedOnce({ profile, seed }: Config, db: Database): Promise<void> {
  const demo = await hasDemo(db.reader());
  if (seed !== 'none' && !demo) await db.transaction((tx) => seedDatabase(tx, seed));
  if (profile === 'production' && demo) {
    throw new Error('PROFILE=production refuses a database that holds demo credentials');
  }
}

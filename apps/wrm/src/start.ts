import type { Database } from '@switchyard/db';
import type { Clock, IdGenerator, MovableClock } from '@switchyard/domain';
import { systemClock } from '@switchyard/domain';
import type { Service } from '@switchyard/http';
import { Foundation } from '@switchyard/http';
import type { Logger } from 'pino';
import { migrations } from '../migrations';
import { Authentication } from './access/authenticate';
import { createApp } from './app';
import type { Config } from './config';
import { outboxOf } from './dispatch/outbox';
import { Webhooks } from './dispatch/webhooks';
import { doDueWork } from './due-work';
import { hasDemo, resetDatabase, seedDatabase } from './seed';
import { Simulator } from './simulator/simulator';

export interface Running {
  service: Service;
  db: Database;
  clock: MovableClock;
  stop(): Promise<void>;
}

/** Brings the database up to date and builds the service on it. `realClock` is what the sandbox clock moves against. */
export async function startWrm(
  config: Config,
  log: Logger,
  ids: IdGenerator,
  realClock: Clock = systemClock,
): Promise<Running> {
  const foundation = await Foundation.open({
    settings: config,
    log,
    schema: 'wrm',
    migrations,
    timeZone: 'Pacific/Auckland',
    realClock,
    seed: (database, now) => seedOnce(config, database, now),
    reset: resetDatabase,
  });
  const { db, clock } = foundation;
  const { clientHeaders, rateLimits } = config;
  const authentication = new Authentication({ db, clientHeaders, rateLimits });
  const webhooks = new Webhooks({ config, db, clock, ids, log });
  const simulator = new Simulator({ config, db, clock, ids, log });
  await foundation.attend({
    referenceChanged: () => Promise.resolve(),
    forget: () => {
      authentication.forget();
      webhooks.reload().catch((error: unknown) => log.warn({ err: error }, 'injected faults could not be read'));
    },
    dueWork: async () => {
      await doDueWork({ config, db, clock });
      await simulator.runDue();
      await webhooks.runDue();
    },
  });
  await webhooks.start();
  simulator.start();
  const sandbox = foundation.sandbox();
  const service = createApp({
    config,
    log,
    db,
    clock,
    ids,
    webhooks,
    authentication,
    ...(sandbox && { sandbox: { ...sandbox, outbox: () => outboxOf(db.reader(), clock.now()) } }),
  });
  return {
    service,
    db,
    clock,
    stop: async () => {
      await simulator.stop();
      await webhooks.stop();
      await foundation.close();
    },
  };
}

async function seedOnce({ profile, seed }: Config, db: Database, now: Date): Promise<void> {
  const demo = await hasDemo(db.reader());
  if (seed !== 'none' && !demo) await db.transaction((tx) => seedDatabase(tx, seed, now));
  if (profile === 'production' && demo) {
    throw new Error('PROFILE=production refuses a database that holds demo credentials');
  }
}

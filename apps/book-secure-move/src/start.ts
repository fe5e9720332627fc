import {
  Database,
  Notices,
  forgetExpiredKeys,
  latestOutgoing,
  loadClock,
  migrate,
  prepared,
  storeClock,
} from '@switchyard/db';
import type { Clock, IdGenerator } from '@switchyard/domain';
import { MovableClock, systemClock } from '@switchyard/domain';
import type { SandboxControls, Service } from '@switchyard/http';
import type { Logger } from 'pino';
import { migrations } from '../migrations';
import { createApp } from './app';
import type { Config } from './config';
import { createLocalRegisterState, createNomis } from './nomis';
import { Authentication } from './oauth/authenticate';
import { ReferenceData } from './reference/reference-data';
import { isSeeded, resetDatabase, seedDatabase } from './seed';

const SCHEMA = 'book_secure_move';
const HOUSEKEEPING_MS = 15_000;
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
  await migrate(config.databaseUrl, SCHEMA, migrations);
  const db = new Database({
    url: config.databaseUrl,
    replicaUrl: config.replicaUrl,
    schema: SCHEMA,
    poolSize: config.poolSize,
  });
  const clock = new MovableClock(realClock);
  const stored = config.profile === 'sandbox' ? await loadClock(db.reader()) : undefined;
  if (stored) clock.adopt(stored);
  const { seed } = config;
  if (seed !== 'none' && !(await isSeeded(db.reader(), seed))) {
    await db.transaction((tx) => seedDatabase(tx, seed, clock.now()));
  }
  await refuseDemoInProduction(config, db);

  const reference = new ReferenceData(db.reader());
  await reference.load();
  const authentication = new Authentication(db);
  const registerState = createLocalRegisterState();
  const nomis = createNomis(config.nomis, clock, registerState);
  const housekeeping = setInterval(() => void keepHouse().catch(() => undefined), HOUSEKEEPING_MS).unref();

  const notices = new Notices(config.databaseUrl, SCHEMA, (topic) => void hear(topic));
  await notices.listen();
  const service = createApp({
    config,
    log,
    db,
    clock,
    ids,
    reference,
    nomis,
    authentication,
    ...(config.profile === 'sandbox' && { sandbox: sandboxControls() }),
  });
  return {
    service,
    db,
    clock,
    stop: async () => {
      clearInterval(housekeeping);
      await notices.close();
      await db.close();
    },
  };

  /** What another process, or this one, has announced. */
  async function hear(topic: string): Promise<void> {
    try {
      if (topic === 'clock' || topic === 'reconnected') {
        clock.adopt((await loadClock(db.reader())) ?? { offsetMs: 0, frozenAt: null });
      }
      if (topic === 'reference' || topic === 'reconnected') await reference.load();
      if (topic !== 'clock') authentication.forget();
    } catch (error) {
      log.warn({ err: error, topic }, 'a notice could not be followed');
    }
  }

  async function keepHouse(): Promise<void> {
    await db.reader().rows(foldTallies);
    await forgetExpiredKeys(db.reader(), clock.now());
  }

  function sandboxControls(): SandboxControls {
    return {
      clock,
      realClock,
      timeZone: 'Europe/London',
      storeClock: (setting) => storeClock(db.reader(), setting),
      dueWork: keepHouse,
      reset: async () => {
        clock.reset();
        registerState.reset();
        await db.transaction(async (tx) => {
          await resetDatabase(tx, clock.now());
          tx.send(announceReset);
        });
        await reference.load();
        authentication.forget();
      },
      outbox: () => latestOutgoing(db.reader(), 200),
    };
  }
}

const announceReset = prepared(
  'announce-reset',
  `select pg_notify(current_schema(), 'reference'), pg_notify(current_schema(), 'clock')`,
);

async function refuseDemoInProduction({ profile }: Config, db: Database): Promise<void> {
  if (profile !== 'production') return;
  const row = await db.reader().first(hasDemoClients);
  if (row?.found) throw new Error('PROFILE=production refuses a database that holds demo credentials');
}

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

const empty = prepared('empty', 'truncate idempotency_key, outbox_event, audit_log, sandbox_clock');

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
    seed: () => Promise.resolve(),
    reset: async (tx) => tx.send(empty),
  });
  await foundation.attend({
    referenceChanged: () => Promise.resolve(),
    forget: () => undefined,
    dueWork: () => Promise.resolve(),
  });
  const { db, clock } = foundation;
  const sandbox = foundation.sandbox();
  const service = createApp({ config, log, db, clock, ids, ...(sandbox && { sandbox }) });
  return { service, db, clock, stop: () => foundation.close() };
}

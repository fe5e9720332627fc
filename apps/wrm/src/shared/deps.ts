import type { WrmPaths } from '@switchyard/contracts';
import type { Database, Transaction } from '@switchyard/db';
import type { Clock, IdGenerator } from '@switchyard/domain';
import type { ContractRouter } from '@switchyard/http';
import type { Logger } from 'pino';
import type { Caller } from '../caller';
import type { Config } from '../config';
import type { Webhooks } from '../dispatch/webhooks';

export type Api = ContractRouter<WrmPaths, Caller>;

/** What the whole service shares. */
export interface Deps {
  config: Config;
  log: Logger;
  db: Database;
  clock: Clock;
  ids: IdGenerator;
  webhooks: Webhooks;
}

/** What a use case works with: one transaction, one caller, one instant. */
export interface Act {
  tx: Transaction;
  caller: Caller;
  now: Date;
  ids: IdGenerator;
  config: Config;
}

/** The act that a write request is. */
export const actOf = (
  { tx, caller, now }: { tx: Transaction; caller: Caller; now: Date },
  { ids, config }: Deps,
): Act => ({ tx, caller, now, ids, config });

import type { StreetManagerWorkPaths } from '@switchyard/contracts';
import type { Database, Transaction } from '@switchyard/db';
import type { Clock, IdGenerator, WorkingCalendar } from '@switchyard/domain';
import type { ContractRouter } from '@switchyard/http';
import type { Logger } from 'pino';
import type { Caller } from '../caller';
import type { Config } from '../config';
import type { Tokens } from '../access';
import type { Directory } from '../organisations/directory';

export type WorkApi = ContractRouter<StreetManagerWorkPaths, Caller>;

/** What the whole service shares. */
export interface Deps {
  config: Config;
  log: Logger;
  db: Database;
  clock: Clock;
  ids: IdGenerator;
  directory: Directory;
  tokens: Tokens;
  calendar: WorkingCalendar;
}

/** The delegated user whom any write may name. */
export interface Delegated {
  internal_user_identifier?: string | null;
  internal_user_name?: string | null;
}

/** What a use case works with: one transaction, one caller, one instant. */
export interface Act extends Deps {
  tx: Transaction;
  caller: Caller;
  now: Date;
  delegated: Delegated;
}

/** The act that a write request is. */
export const actOf = (
  { tx, caller, now, body }: { tx: Transaction; caller: Caller; now: Date; body?: unknown },
  deps: Deps,
): Act => {
  const { internal_user_identifier, internal_user_name } = (body ?? {}) as Delegated;
  return { ...deps, tx, caller, now, delegated: { internal_user_identifier, internal_user_name } };
};

import type {
  StreetManagerExportPaths,
  StreetManagerGeojsonPaths,
  StreetManagerLookupPaths,
  StreetManagerPartyPaths,
  StreetManagerReportingPaths,
  StreetManagerWorkPaths,
} from '@switchyard/contracts';
import type { Database, Transaction } from '@switchyard/db';
import type { Clock, IdGenerator, WorkingCalendar } from '@switchyard/domain';
import type { ContractRouter } from '@switchyard/http';
import type { Logger } from 'pino';
import type { Caller } from '../caller';
import { systemCaller } from '../caller';
import type { Config } from '../config';
import type { FileStore } from '../files/store';
import type { Tokens } from '../access';
import type { Directory } from '../organisations/directory';

export type WorkApi = ContractRouter<StreetManagerWorkPaths, Caller>;
export type ReportingApi = ContractRouter<StreetManagerReportingPaths, Caller>;
export type ExportApi = ContractRouter<StreetManagerExportPaths, Caller>;
export type LookupApi = ContractRouter<StreetManagerLookupPaths, Caller>;
export type GeojsonApi = ContractRouter<StreetManagerGeojsonPaths, Caller>;
export type PartyApi = ContractRouter<StreetManagerPartyPaths, Caller>;

/** What the whole service shares. */
export interface Deps {
  config: Config;
  log: Logger;
  db: Database;
  clock: Clock;
  ids: IdGenerator;
  directory: Directory;
  tokens: Tokens;
  /** Forgets at once what is remembered of users; other processes hear of it. */
  forgetUsers(): void;
  calendar: WorkingCalendar;
  /** The bytes of uploaded files. */
  files: FileStore;
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

/** What comes about by itself, at this instant. */
export const systemAct = (deps: Deps, tx: Transaction, at: Date): Act => ({
  ...deps,
  tx,
  caller: systemCaller,
  now: at,
  delegated: {},
});

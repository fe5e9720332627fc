import type { BookSecureMovePaths } from '@switchyard/contracts';
import type { Database, Transaction } from '@switchyard/db';
import type { Clock, IdGenerator } from '@switchyard/domain';
import type { ContractRouter } from '@switchyard/http';
import type { Logger } from 'pino';
import type { Caller } from '../caller';
import type { Nomis } from '../nomis';
import type { ReferenceData, ReferencePicture } from '../reference/reference-data';

export type Api = ContractRouter<BookSecureMovePaths, Caller>;

/** What the whole service shares. */
export interface Deps {
  log: Logger;
  db: Database;
  clock: Clock;
  ids: IdGenerator;
  reference: ReferenceData;
  nomis: Nomis;
}

/** What a use case works with: one transaction, one caller, one instant. */
export interface Act {
  tx: Transaction;
  caller: Caller;
  now: Date;
  ids: IdGenerator;
  reference: ReferencePicture;
}

/** The act that a write request is. */
export const actOf = (
  { tx, caller, now }: { tx: Transaction; caller: Caller; now: Date },
  { ids, reference }: Deps,
): Act => ({ tx, caller, now, ids, reference: reference.current });

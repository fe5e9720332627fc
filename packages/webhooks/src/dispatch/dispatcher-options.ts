import type { Database, SecretBox, Transaction } from '@switchyard/db';
import type { Clock, IdGenerator } from '@switchyard/domain';
import type { Courier, FailureCode } from '../courier/courier';
import type { RetryProfile } from '../profile';
import type { RequestStyle } from '../request-style';
import type { Happening } from './happening';

export interface DispatcherOptions {
  db: Database;
  /** Decides what is due: the service's clock, which the sandbox moves. */
  clock: Clock;
  /** Leases, and what receivers compare with their own clocks; the system's when absent. */
  realClock?: Clock;
  /** Chance, for the jitter, and the id of the lease. */
  ids: IdGenerator;
  secrets: SecretBox;
  courier: Courier;
  /** By the names that endpoints carry. */
  styles: Readonly<Record<string, RequestStyle>>;
  /** For endpoints that name none. */
  profile: RetryProfile;
  /** By the names that endpoints carry. */
  profiles?: Readonly<Record<string, RetryProfile>>;
  /** Requests at a time in this process; 256 when absent. Endpoints on probation share half of them. */
  concurrency?: number;
  /** How long a held endpoint keeps a delivery, in milliseconds; seven days when absent. */
  keepHeldMs?: number;
  /** Runs in the transaction that records what it tells of. */
  record?(tx: Transaction, happenings: readonly Happening[]): void | Promise<void>;
  /** After each attempt, for figures and logs. */
  onAttempt?(report: AttemptReport): void;
  /** What went wrong on our own side; the work is tried again. */
  onError?(error: unknown): void;
}

/** One attempt, for figures and logs. */
export interface AttemptReport {
  endpointId: string;
  deliveryId: string;
  type: string;
  attempt: number;
  durationMs: number;
  status: number | null;
  errorCode: FailureCode | null;
}

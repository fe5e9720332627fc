import type { Pool, PoolClient } from 'pg';
import { DatabaseUnavailable } from './sql-errors';

/** One connection of the pool, for the reads that asked for it. */
export interface Lease {
  readonly client: Promise<PoolClient>;
  /** Requests that share it. */
  riders: number;
  /** Statements that are to run on it, or do: it goes back to the pool when none is left. */
  statements: number;
}

/** More would wait too long for each other's answers. */
const MOST_RIDERS = 4;

/**
 * Lends the connections of a pool to reads: to each its own while there are enough. While all are taken, up to four of
 * the reads that wait share the next one, and their statements travel together: under load, waking the server costs
 * more than most reads do.
 */
export class Leases {
  /** Still waits for its connection, and has room. */
  private boarding: Lease | undefined;
  /** Requests that wait for a connection beside those that the pool knows of. */
  private joined = 0;

  constructor(
    private readonly pool: Pool,
    private readonly maxWaiting: number,
  ) {}

  /** Requests that wait for a connection now. */
  get waiting(): number {
    return this.pool.waitingCount + this.joined;
  }

  /** Throws DatabaseUnavailable when as many wait already as may. */
  refuseTooMany(): void {
    if (this.waiting >= this.maxWaiting) throw new DatabaseUnavailable('pool');
  }

  /** A connection for one request. Throws DatabaseUnavailable when too many wait already. */
  take(): Lease {
    this.refuseTooMany();
    const { boarding, pool } = this;
    if (boarding) {
      this.joined += 1;
      boarding.riders += 1;
      if (boarding.riders === MOST_RIDERS) this.boarding = undefined;
      return boarding;
    }
    const isScarce = pool.totalCount >= pool.options.max && pool.idleCount <= pool.waitingCount;
    const lease: Lease = { client: pool.connect(), riders: 1, statements: 0 };
    if (isScarce) this.board(lease);
    return lease;
  }

  private board(lease: Lease): void {
    this.boarding = lease;
    const leave = (): void => {
      this.joined -= lease.riders - 1;
      if (this.boarding === lease) this.boarding = undefined;
    };
    lease.client.then(leave, leave);
  }
}

import type { PoolClient } from 'pg';
import { Pool } from 'pg';
import type { Connection, StatementCounter } from './connection';
import { PooledConnection } from './connection';
import { Leases } from './leases';
import { isRetryable, translate } from './sql-errors';
import { Transaction } from './transaction';
import { columnTypes } from './types';

export interface DatabaseConfig {
  url: string;
  /** The service's schema; first on the search path. */
  schema: string;
  /** Where lists are read, when it is another server. */
  replicaUrl?: string;
  /** Connections per process; more than two or three a core gain nothing. */
  poolSize?: number;
  /** How many requests may wait for a connection before further ones are turned away. */
  maxWaiting?: number;
  statementTimeoutMs?: number;
  lockTimeoutMs?: number;
  idleInTransactionTimeoutMs?: number;
  acquireTimeoutMs?: number;
}

const MAX_TRIES = 4;

/** A service's door to PostgreSQL: reads on any connection, writes in one transaction each. */
export class Database {
  private readonly pool: Pool;
  private readonly replica: Pool;
  private readonly leases: Leases;
  private readonly replicaLeases: Leases;

  constructor(private readonly config: DatabaseConfig) {
    this.pool = open(config, config.url);
    this.replica = config.replicaUrl ? open(config, config.replicaUrl) : this.pool;
    const maxWaiting = config.maxWaiting ?? 200;
    this.leases = new Leases(this.pool, maxWaiting);
    this.replicaLeases = config.replicaUrl ? new Leases(this.replica, maxWaiting) : this.leases;
  }

  get schema(): string {
    return this.config.schema;
  }

  get url(): string {
    return this.config.url;
  }

  /** Requests that wait for a connection now. */
  get waiting(): number {
    return this.leases.waiting;
  }

  get total(): number {
    return this.pool.totalCount;
  }

  /** For single reads that must see the latest write. */
  reader(counter?: StatementCounter): Connection {
    return new PooledConnection(this.leases, counter);
  }

  /** For lists and reports: the replica, where there is one. */
  lister(counter?: StatementCounter): Connection {
    return new PooledConnection(this.replicaLeases, counter);
  }

  /**
   * Runs one unit of work and commits it. A serialization failure or a deadlock runs it again from the start, at most
   * three times, unseen by the caller; `work` must therefore have no effect outside the transaction.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        const cause = error instanceof Error && error.cause ? error.cause : error;
        if (!isRetryable(cause) || attempt === MAX_TRIES) throw error;
        await pause(10 * 2 ** attempt);
      }
    }
  }

  private async attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.acquire();
    let broken: Error | undefined;
    try {
      const tx = new Transaction(client);
      try {
        const result = await work(tx);
        await tx.commit();
        return result;
      } catch (error) {
        await tx.rollback().catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      }
    } finally {
      client.release(broken);
    }
  }

  private async acquire(): Promise<PoolClient> {
    this.leases.refuseTooMany();
    try {
      return await this.pool.connect();
    } catch (error) {
      throw translate(error);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
    if (this.replica !== this.pool) await this.replica.end();
  }
}

function open(config: DatabaseConfig, url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: config.poolSize ?? 6,
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: config.acquireTimeoutMs ?? 2_000,
    idleTimeoutMillis: 60_000,
    application_name: `${config.schema}:${process.pid}`,
    types: columnTypes,
    options: [
      `-c search_path=${config.schema},public`,
      '-c timezone=UTC',
      `-c statement_timeout=${config.statementTimeoutMs ?? 10_000}`,
      `-c lock_timeout=${config.lockTimeoutMs ?? 2_000}`,
      `-c idle_in_transaction_session_timeout=${config.idleInTransactionTimeoutMs ?? 15_000}`,
    ].join(' '),
  });
  // A connection that breaks is dropped by the pool, and its statements fail; without listeners the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

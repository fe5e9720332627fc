import type { Lease, Leases } from './leases';
import { sendTogether } from './one-packet';
import { translate } from './sql-errors';
import type { Statement } from './statement';
import { compile } from './statement';
import { send } from './statement-query';

/** Anything that runs a statement: a plain connection for reads, or a transaction. */
export interface Connection {
  /** All rows of a statement. Throws the errors of `sql-errors.ts`. */
  rows<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]>;
  /** The first row, or undefined. */
  first<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row | undefined>;
}

/** Counts the statements that a request ran; tests hold lists to a fixed number. */
export interface StatementCounter {
  statements: number;
}

/**
 * Statements on whichever connection of the pool is free; those of one turn of the event loop share one, so that they
 * travel together. Turned away when too many wait for a connection.
 */
export class PooledConnection implements Connection {
  private lease: Lease | undefined;

  constructor(
    private readonly leases: Leases,
    private readonly counter?: StatementCounter,
  ) {}

  async rows<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    if (this.counter) this.counter.statements += 1;
    const query = compile(statement, values);
    const lease = (this.lease ??= this.take());
    lease.statements += 1;
    try {
      const client = await lease.client;
      try {
        sendTogether(client);
        return (await send(client, query)).rows as Row[];
      } finally {
        lease.statements -= 1;
        // The pool itself drops a connection that has broken.
        if (lease.statements === 0) client.release();
      }
    } catch (error) {
      throw translate(error);
    }
  }

  async first<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row | undefined> {
    const [row] = await this.rows(statement, values);
    return row;
  }

  private take(): Lease {
    const lease = this.leases.take();
    process.nextTick(() => {
      this.lease = undefined;
    });
    return lease;
  }
}

import type { Pool, PoolClient } from 'pg';
import { translate } from './sql-errors';
import type { Statement } from './statement';
import { compile } from './statement';

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

export class PooledConnection implements Connection {
  constructor(
    private readonly source: Pool | PoolClient,
    private readonly counter?: StatementCounter,
  ) {}

  async rows<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    if (this.counter) this.counter.statements += 1;
    try {
      const result = await this.source.query(compile(statement, values));
      return result.rows as Row[];
    } catch (error) {
      throw translate(error);
    }
  }

  async first<Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row | undefined> {
    const [row] = await this.rows(statement, values);
    return row;
  }
}
